"""Drawings without a caption, for pages that write it themselves: for every width, in light and in dark."""

from charts.bare.drawn import Bare, Key
from charts.bare.inks import style
from charts.bare.map import bare_map
from charts.bare.timeline import bare_timeline

__all__ = ["Bare", "Key", "bare_map", "bare_timeline", "style"]
