"""How an actor stood over time, as a picture to take away: one SVG file on light paper."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET
from zlib import crc32

from charts.picture import axis, legend
from charts.picture import caption as written
from charts.picture.caption import Caption
from charts.picture.legend import Entry
from charts.picture.paint import COLOURS, PAPER
from charts.picture.sheet import ACROSS, MARGIN, WIDTH, Sheet, position
from charts.picture.svg import add, short
from charts.picture.type import FONTS, SLACK, clean, width
from charts.stance_lines import bars, signs
from charts.stance_lines.paper import Plot
from charts.timeline.scale import Scale
from charts.timeline.ticks import Tick, time_ticks

__all__ = ["FONTS", "Caption", "picture"]


def picture(drawing: Mapping[str, Any], caption: Caption) -> str:
    """Draw the lines of one actor or of two, from the title down to the sources.

    Args:
        drawing: From `charts.stance_lines.drawing`, as the lines on the page are handed it.
        caption: What is written round it.

    Returns:
        An SVG file of its own, 1200 pixels wide; nothing in it runs or loads. `FONTS` are the fonts that it names
        first; it leaves room for wider ones.
    """
    sheet = Sheet(caption.title, drawing["label"])
    since, until = (date.fromisoformat(drawing["axis"][end]) for end in ("since", "until"))
    scale = Scale(since, until, MARGIN, WIDTH - MARGIN)
    written.head(sheet, caption)
    sheet.y += 20
    entries = [Entry(words, "", signs.swatch(sign)) for sign, words in drawing["signs"]]
    sheet.y += legend.draw(sheet.root, entries, MARGIN, sheet.y, ACROSS)
    behind = add(sheet.root, "g")
    ticks = time_ticks(scale, axis.ROOM)
    top = _top(sheet, drawing["axis"], ticks, scale)
    _lanes(sheet, drawing, scale, f"s{crc32(repr((caption, drawing)).encode()):08x}")
    sheet.y += 8
    _behind(behind, drawing["axis"], ticks, scale, (top, sheet.y))
    sheet.y += axis.days(sheet.root, ticks, scale, sheet.y)
    written.total(sheet, caption)
    written.foot(sheet, caption, (caption.source, caption.disclaimer))
    return sheet.finish()


def _top(sheet: Sheet, days: Mapping[str, Any], ticks: list[Tick], scale: Scale) -> float:
    """The words of the reader's own dates over the axis, then the axis; where the lines begin."""
    if days["shaded"]:
        words = clean(days["shaded_words"])
        left, right = _band(days, scale)
        long = width(words, *axis.SMALL[:2]) * SLACK
        start = max(scale.left, min((left + right - long) / 2, scale.right - long))
        add(sheet.root, "text", position(start, sheet.y + 6, axis.SMALL), words)
        sheet.y += axis.SMALL.leading
    sheet.y += 10
    top = sheet.y
    sheet.y += axis.days(sheet.root, ticks, scale, sheet.y) + 4
    return top


def _lanes(sheet: Sheet, drawing: Mapping[str, Any], scale: Scale, mark: str) -> None:
    before = None
    for lane in drawing["lanes"]:
        if lane["title"] != before:
            _rule(sheet)
        Plot(sheet, lane, scale).draw(with_title=lane["title"] != before)
        before = lane["title"]
    if drawing["spans"]:
        _rule(sheet)
        bars.draw(sheet, drawing["spans_title"], drawing["spans"], scale, _fade(sheet, mark))


def _rule(sheet: Sheet) -> None:
    """A line over an issue."""
    way = f"M{short(MARGIN)} {short(sheet.y)}h{short(ACROSS)}"
    add(sheet.root, "path", {"d": way, "stroke": COLOURS["land"], "stroke-width": 1})


def _behind(
    parent: ET.Element, days: Mapping[str, Any], ticks: list[Tick], scale: Scale, edges: tuple[float, float]
) -> None:
    """The lines of the axis, and the reader's own dates as a band."""
    top, bottom = edges
    if days["shaded"]:
        left, right = _band(days, scale)
        box = {"x": left, "y": top, "width": right - left, "height": bottom - top}
        add(parent, "rect", {**box, "fill": COLOURS["outline"], "fill-opacity": 0.2})
    axis.uprights(parent, ticks, scale, edges)


def _band(days: Mapping[str, Any], scale: Scale) -> tuple[float, float]:
    """From where to where the reader's own dates reach; wide enough to be seen."""
    left, right = scale.stretch(*(date.fromisoformat(day) for day in days["shaded"]))
    return min(left, scale.right - 4), max(right, left + 4)


def _fade(sheet: Sheet, mark: str) -> str:
    """The paint of a membership whose start is not known."""
    fade = add(sheet.defs, "linearGradient", {"id": f"{mark}-fade"})
    for offset, colour in ((0, PAPER), (0.3, COLOURS["outline"])):
        add(fade, "stop", {"offset": offset, "stop-color": colour})
    return f"url(#{mark}-fade)"
