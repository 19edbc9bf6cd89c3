"""A timeline without its caption: everything that lies on the line of days, from the bars down to the last lane."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from charts.picture import axis, bars, lanes
from charts.picture.paint import COLOURS, Paints
from charts.picture.sheet import position
from charts.picture.svg import add, short
from charts.picture.type import BOLD, wrap
from charts.timeline.placing import Mark, marks
from charts.timeline.scale import Scale
from charts.timeline.ticks import count_ticks, time_ticks

_NAME = axis.SMALL._replace(face=BOLD, colour=COLOURS["strong"])


class Layout(NamedTuple):
    """Where a timeline stands on its paper, in pixels.

    Attributes:
        left: Its left edge, names of rows included.
        right: Where the last day ends.
        gutter: Kept free on the left, for numbers and for names.
        high: Of the bars.
        names_above: Whether the name of a row stands above it and not beside it, for want of a wide gutter.
    """

    left: float
    right: float
    gutter: float
    high: float
    names_above: bool = False

    def scale(self, drawing: Mapping[str, Any]) -> Scale:
        """The line of days of a drawing."""
        since, until = (date.fromisoformat(drawing[end]) for end in ("since", "until"))
        return Scale(since, until, self.left + self.gutter, self.right)


def placed(drawing: Mapping[str, Any], scale: Scale) -> dict[str, list[Mark]]:
    """The marks of the events, by lane."""
    return {lane["name"]: marks(lane["events"], scale) for lane in drawing["lanes"] or ()}


class Plot:
    """One timeline, drawn into an element; `y` is the first pixel below what is drawn."""

    def __init__(self, parent: ET.Element, drawing: Mapping[str, Any], layout: Layout, paints: Paints) -> None:
        self._drawing, self._layout, self._paints = drawing, layout, paints
        self._scale = layout.scale(drawing)
        self._behind, self._front = add(parent, "g"), add(parent, "g")
        self._ticks = time_ticks(self._scale, axis.ROOM)
        self.y = 0.0

    def draw(self, top: float, held: Mapping[str, Sequence[Mark]]) -> float:
        """Draw it below an edge, with its events as `placed`, and say where it ends."""
        start = top + axis.SMALL.leading + 8
        add(self._front, "text", position(self._scale.left, top, axis.SMALL), self._unit())
        self.y = start
        shades = bars.bands(self._behind, self._drawing["bands"], self._scale, self._paints)
        self._bars()
        self._spans()
        for name, found in held.items():
            self._lane(name, found)
        axis.uprights(self._behind, self._ticks, self._scale, (start, self.y))
        for shade in shades:
            shade.attrib |= {"y": short(start), "height": short(self.y - start)}
        if held:
            self.y = self._rule() + 4
            self.y += axis.days(self._front, self._ticks, self._scale, self.y)
        return self.y

    def _unit(self) -> str:
        """What the bars count; or why there are none."""
        if self._drawing["bars"]:
            return str(self._drawing["unit"])
        nothing = f"No {self._drawing['noun'][1]}"
        return f"{nothing} dated to a {self._drawing['bin']}" if self._drawing["spans"] else nothing

    def _bars(self) -> None:
        top = self.y
        bottom = top + (self._layout.high if self._drawing["bars"] else 0)
        if bottom > top:
            ticks = count_ticks(max(sum(counts) for *_, counts in self._drawing["bars"]))
            axis.numbers(self._behind, ticks, self._scale, top, bottom)
            bars.bars(self._front, self._drawing, self._scale, (top, bottom, ticks[-1]))
        self.y = bottom + 4
        self.y += axis.days(self._front, self._ticks, self._scale, self.y) + 10

    def _spans(self) -> None:
        found = bars.spans(self._drawing["spans"], self._scale)
        if not found:
            return
        top, below = self._named("Dated by month or year only", self._rule() + 8)
        rows = 1 + max(span.row for span in found)
        for span in found:
            bars.draw_span(self._front, span, top + span.row * (bars.THICK + 6), self._drawing, self._paints)
        self.y = max(top + rows * (bars.THICK + 6), below) + 8

    def _lane(self, name: str, held: Sequence[Mark]) -> None:
        top, below = self._named(name, self._rule() + 6)
        lines = lanes.words(held, self._drawing, self._scale)
        high = lanes.lane(self._front, held, lines, top, least=0 if self._layout.names_above else 1)
        self.y = max(top + high, below) + 4

    def _rule(self) -> float:
        """A line above a row of the plot."""
        way = f"M{self._layout.left:g} {self.y:g}H{self._scale.right:g}"
        add(self._behind, "path", {"d": way, "stroke": COLOURS["land"], "stroke-width": 1})
        return self.y

    def _named(self, words: str, top: float) -> tuple[float, float]:
        """Write the name of a row, and say where the row begins and how far down the name reaches."""
        layout = self._layout
        room = layout.right - layout.left if layout.names_above else layout.gutter - 14
        lines = wrap(words, _NAME, room)
        for at, line in enumerate(lines):
            add(self._front, "text", position(layout.left, top + at * _NAME.leading, _NAME), line)
        below = top + len(lines) * _NAME.leading
        return (below, below) if layout.names_above else (top, below)
