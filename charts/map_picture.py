"""The map as a picture to take away: one SVG file on light paper, with all that it takes to be understood."""

from collections.abc import Iterator, Mapping
from typing import Any
from zlib import crc32

from charts import shapes
from charts.picture import caption as written
from charts.picture import legend, map_keys
from charts.picture.caption import Caption
from charts.picture.frame import fitted
from charts.picture.land import Land
from charts.picture.paint import COLOURS, Paints
from charts.picture.sheet import ACROSS, MARGIN, Sheet
from charts.picture.svg import Attributes, add, short
from charts.picture.type import FONTS

__all__ = ["FONTS", "Caption", "picture"]

_TALLEST = 900.0


def picture(drawing: Mapping[str, Any], caption: Caption, view: str) -> str:
    """Draw the map of a view, from its title down to its sources.

    Args:
        drawing: label, classes (words, count, fill, pattern, ink) and actors (class, lines), as the map on the page
            is handed them; an actor whose class is None is land like any other.
        caption: What is written round it; the shapes' source is added to the disclaimer unless it is named there.
        view: A key of the views in data/shapes/map.json.

    Returns:
        An SVG file of its own, 1200 pixels wide; nothing in it runs or loads. `FONTS` are the fonts that it names
        first; it leaves room for wider ones.
    """
    drawn = shapes.picture()
    sheet = Sheet(caption.title, drawing["label"])
    paints = Paints(sheet.defs, f"m{crc32(repr((caption, view)).encode()):08x}")
    land = Land(drawn, drawing, fitted(drawn["views"][view], ACROSS, _TALLEST))
    written.head(sheet, caption)
    _draw_map(sheet, land, paints, with_names=view != "world")
    written.total(sheet, caption)
    sheet.y += 14
    sheet.y += legend.draw(sheet.root, [*map_keys.entries(drawing, land, paints)], MARGIN, sheet.y, ACROSS)
    written.foot(sheet, caption, _notes(caption, land, drawn["source"], view))
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


def _notes(caption: Caption, land: Land, source: str, view: str) -> Iterator[str]:
    yield from map_keys.notes(land, view)
    yield caption.source
    yield caption.disclaimer if source in caption.disclaimer else f"{caption.disclaimer} Shapes: {source}."
