"""The map as a picture to take away: one SVG file on light paper, with all that it takes to be understood."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from typing import Any
from zlib import crc32

from charts import shapes
from charts.picture import legend
from charts.picture.frame import fitted
from charts.picture.land import DASHES, DISPUTED, Land
from charts.picture.legend import Entry
from charts.picture.paint import COLOURS, Paints
from charts.picture.sheet import ACROSS, MARGIN, Sheet
from charts.picture.svg import Attributes, add, short
from charts.picture.type import BOLD, FONTS, SANS, SERIF, Style, tidy

__all__ = ["FONTS", "Caption", "picture"]

_TITLE = Style(SERIF, 46, 54, COLOURS["strong"])
_SUBTITLE = Style(SANS, 27, 35, COLOURS["text"])
_TOTAL = Style(BOLD, 26, 33, COLOURS["strong"])
_NOTE = Style(SANS, 20, 27, COLOURS["text"])
_LINK = _NOTE._replace(colour=COLOURS["support-own"])
_TALLEST = 900.0


@dataclass(frozen=True)
class Caption:
    """What is written round the map, all plain text.

    Attributes:
        title: The question or the answer.
        subtitle: The counting rule and the dates.
        total: The figures in a sentence.
        source: Collection, data version, licence and day of retrieval.
        disclaimer: What the boundaries imply; the shapes' source is added unless it is named here.
        link: Address of the view.
    """

    title: str
    subtitle: str
    total: str
    source: str
    disclaimer: str
    link: str


def picture(drawing: Mapping[str, Any], caption: Caption, view: str) -> str:
    """Draw the map of a view, from its title down to its sources.

    Args:
        drawing: label, classes (words, count, fill, pattern, ink) and actors (class, lines), as the map on the page
            is handed them; an actor whose class is None is land like any other.
        caption: What is written round it.
        view: A key of the views in data/shapes/map.json.

    Returns:
        An SVG file of its own, 1200 pixels wide; nothing in it runs or loads. `FONTS` are the fonts that it names
        first; it leaves room for wider ones.
    """
    drawn = shapes.picture()
    sheet = Sheet(caption.title, drawing["label"])
    paints = Paints(sheet.defs, f"m{crc32(repr((caption, view)).encode()):08x}")
    land = Land(drawn, drawing, fitted(drawn["views"][view], ACROSS, _TALLEST))
    is_part = view != "world"
    sheet.write(tidy(caption.title, _TITLE, ACROSS), _TITLE, above=0)
    sheet.write(tidy(caption.subtitle, _SUBTITLE, ACROSS), _SUBTITLE, above=8)
    _draw_map(sheet, land, paints, with_names=is_part)
    sheet.write(tidy(caption.total, _TOTAL, ACROSS), _TOTAL, above=22)
    sheet.y += 14
    sheet.y += legend.draw(sheet.root, [*_entries(drawing, land, paints)], MARGIN, sheet.y, ACROSS)
    sheet.rule(above=12)
    for note in _notes(caption, land, drawn["source"], is_part):
        sheet.write(tidy(note, _NOTE, ACROSS), _NOTE, above=7)
    sheet.write(tidy(caption.link, _NOTE, ACROSS), _LINK, above=7, link=caption.link)
    return sheet.finish()


def _draw_map(sheet: Sheet, land: Land, paints: Paints, with_names: bool) -> None:
    """The window of the map, with what reaches beyond it cut off."""
    sheet.y += 20
    clip = f"{paints.mark}-window"
    size: Attributes = {"width": land.frame.width, "height": land.frame.height}
    add(add(sheet.defs, "clipPath", {"id": clip}), "rect", size)
    window = add(sheet.root, "g", {"transform": f"translate({short(MARGIN)} {short(sheet.y)})"})
    land.draw(add(window, "g", {"clip-path": f"url(#{clip})"}), paints, with_names)
    # What is white and cut off would run into the paper.
    add(window, "rect", {**size, "fill": "none", "stroke": COLOURS["outline"], "stroke-width": 1})
    sheet.y += land.frame.height


def _entries(drawing: Mapping[str, Any], land: Land, paints: Paints) -> Iterator[Entry]:
    """The classes that somebody is in, in the order of the legend, then whatever else is on the map."""
    for look in filter(itemgetter("count"), drawing["classes"]):
        yield Entry(look["words"], f"{look['count']:,}", partial(legend.swatch, fill=paints.fill(look)))
    if land.has_other:
        yield Entry("Other land, not counted", "", partial(legend.swatch, fill=COLOURS["land"]))
    if any(not mark.is_seat for mark in land.marks):
        yield Entry("State too small to show", "", legend.circle)
    if any(mark.is_seat for mark in land.marks):
        yield Entry("Authority, at its seat", "", legend.diamond)
    if land.disputed:
        yield Entry("Disputed area", "", partial(legend.swatch, fill=paints.fill(DISPUTED), dashes=DASHES))


def _notes(caption: Caption, land: Land, source: str, is_part: bool) -> Iterator[str]:
    if is_part:
        yield "The counts are of all actors, also of those outside this part of the world."
        yield from (f"{area['note']}." for area in land.disputed)
    yield caption.source
    yield caption.disclaimer if source in caption.disclaimer else f"{caption.disclaimer} Shapes: {source}."
