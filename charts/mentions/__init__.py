"""Whose documents mention some words, and in which years? Counted by actor and year, drawn on a map and on a timeline.

Silence is data: who mentions the words, who has documents without them, and who has no document here are three things.
"""

from charts.mentions.counts import Actor, Asked, Mentions, Year, count
from charts.mentions.drawing import on_map, over_time

__all__ = ["Actor", "Asked", "Mentions", "Year", "count", "on_map", "over_time"]
