"""When was it said, and what happened around it? Bars of statements above, events in lanes below, one x axis.

Both figures have the same margins and the same range, so that they line up when one stands above the other.
"""

from charts.timeline.bars import alt_text, bars
from charts.timeline.bins import bin_days, bin_for, selected_dates
from charts.timeline.frame import TIMELINE_CONFIG, TimelineOptions
from charts.timeline.lanes import events_alt_text, lanes
from charts.timeline.placing import LANES, lane_of
from charts.words import Bin

__all__ = [
    "LANES",
    "TIMELINE_CONFIG",
    "Bin",
    "TimelineOptions",
    "alt_text",
    "bars",
    "bin_days",
    "bin_for",
    "events_alt_text",
    "lane_of",
    "lanes",
    "selected_dates",
]
