"""The timeline as a picture to take away: one SVG file on light paper, with all that it takes to be understood."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from zlib import crc32

from charts.picture import axis, bars, keys, lanes, legend
from charts.picture import caption as written
from charts.picture.caption import Caption
from charts.picture.paint import COLOURS, Paints
from charts.picture.sheet import MARGIN, WIDTH, Sheet, position
from charts.picture.svg import add, short
from charts.picture.type import BOLD, FONTS, wrap
from charts.timeline.placing import Mark, marks
from charts.timeline.scale import Scale
from charts.timeline.ticks import count_ticks, time_ticks

__all__ = ["FONTS", "Caption", "picture"]

_GUTTER, _RIGHT = 172.0, 14.0
_HIGH = 280.0
_NAME = axis.SMALL._replace(face=BOLD, colour=COLOURS["strong"])


def picture(drawing: Mapping[str, Any], caption: Caption) -> str:
    """Draw the timeline, from its title down to its sources.

    Args:
        drawing: From `charts.timeline.drawing`.
        caption: What is written round it.

    Returns:
        An SVG file of its own, 1200 pixels wide; nothing in it runs or loads. `FONTS` are the fonts that it names
        first; it leaves room for wider ones.
    """
    sheet = Sheet(caption.title, drawing["label"])
    paints = Paints(sheet.defs, f"t{crc32(repr((caption, drawing)).encode()):08x}")
    since, until = (date.fromisoformat(drawing[end]) for end in ("since", "until"))
    scale = Scale(since, until, MARGIN + _GUTTER, WIDTH - MARGIN - _RIGHT)
    placed = {lane["name"]: marks(lane["events"], scale) for lane in drawing["lanes"] or ()}
    written.head(sheet, caption)
    sheet.y += 20
    sheet.y += legend.draw(sheet.root, [*keys.entries(drawing, placed, paints)], MARGIN, sheet.y, WIDTH - 2 * MARGIN)
    _Plot(sheet, drawing, scale, paints).draw(placed)
    written.total(sheet, caption)
    written.foot(sheet, caption, (caption.source, caption.disclaimer))
    return sheet.finish()


class _Plot:
    """Everything that lies on the line of days, from the bars down to the last lane."""

    def __init__(self, sheet: Sheet, drawing: Mapping[str, Any], scale: Scale, paints: Paints) -> None:
        self._sheet, self._drawing, self._scale, self._paints = sheet, drawing, scale, paints
        self._behind, self._front = add(sheet.root, "g"), add(sheet.root, "g")
        self._ticks = time_ticks(scale, axis.ROOM)

    def draw(self, placed: Mapping[str, Sequence[Mark]]) -> None:
        """Draw it below what is on the paper."""
        sheet, top = self._sheet, self._sheet.y + 12 + axis.SMALL.leading + 8
        add(self._front, "text", position(self._scale.left, sheet.y + 12, axis.SMALL), self._unit())
        sheet.y = top
        shades = bars.bands(self._behind, self._drawing["bands"], self._scale, self._paints)
        self._bars()
        self._spans()
        for name, held in placed.items():
            self._lane(name, held)
        axis.uprights(self._behind, self._ticks, self._scale, (top, sheet.y))
        for shade in shades:
            shade.attrib |= {"y": short(top), "height": short(sheet.y - top)}
        if placed:
            sheet.y = self._rule() + 4
            sheet.y += axis.days(self._front, self._ticks, self._scale, sheet.y)

    def _unit(self) -> str:
        """What the bars count; or why there are none."""
        if self._drawing["bars"]:
            return str(self._drawing["unit"])
        nothing = f"No {self._drawing['noun'][1]}"
        return f"{nothing} dated to a {self._drawing['bin']}" if self._drawing["spans"] else nothing

    def _bars(self) -> None:
        top = self._sheet.y
        bottom = top + (_HIGH if self._drawing["bars"] else 0)
        if bottom > top:
            ticks = count_ticks(max(sum(counts) for *_, counts in self._drawing["bars"]))
            axis.numbers(self._behind, ticks, self._scale, top, bottom)
            bars.bars(self._front, self._drawing, self._scale, (top, bottom, ticks[-1]))
        self._sheet.y = bottom + 4
        self._sheet.y += axis.days(self._front, self._ticks, self._scale, self._sheet.y) + 10

    def _spans(self) -> None:
        found = bars.spans(self._drawing["spans"], self._scale)
        if not found:
            return
        top = self._rule() + 8
        rows = 1 + max(span.row for span in found)
        for span in found:
            bars.draw_span(self._front, span, top + span.row * (bars.THICK + 6), self._drawing, self._paints)
        self._sheet.y = max(top + rows * (bars.THICK + 6), self._name("Dated by month or year only", top)) + 8

    def _lane(self, name: str, held: Sequence[Mark]) -> None:
        top = self._rule() + 6
        high = lanes.lane(self._front, held, self._drawing, self._scale, top)
        self._sheet.y = max(top + high, self._name(name, top)) + 4

    def _rule(self) -> float:
        """A line above a row of the plot."""
        way = f"M{MARGIN:g} {self._sheet.y:g}H{self._scale.right:g}"
        add(self._behind, "path", {"d": way, "stroke": COLOURS["land"], "stroke-width": 1})
        return self._sheet.y

    def _name(self, words: str, top: float) -> float:
        """Write the name of a row on the left, and say how far down it reaches."""
        lines = wrap(words, _NAME, _GUTTER - 14)
        for at, line in enumerate(lines):
            add(self._front, "text", position(MARGIN, top + at * _NAME.leading, _NAME), line)
        return top + len(lines) * _NAME.leading
