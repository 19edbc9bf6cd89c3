"""When was it said, and what happened around it? Statements in bins, events in lanes, one line of days."""

from charts.timeline.bins import bin_days, bin_for
from charts.timeline.drawing import Drawing, Frame, drawing
from charts.timeline.kinds import LANES, lane_of
from charts.words import Bin

__all__ = ["LANES", "Bin", "Drawing", "Frame", "bin_days", "bin_for", "drawing", "lane_of"]
