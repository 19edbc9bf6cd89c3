"""The timeline as a picture to take away: one SVG file on light paper, with all that it takes to be understood."""

from collections.abc import Mapping
from typing import Any
from zlib import crc32

from charts.picture import caption as written
from charts.picture import keys, legend, plot
from charts.picture.caption import Caption
from charts.picture.paint import Paints
from charts.picture.sheet import MARGIN, WIDTH, Sheet
from charts.picture.type import FONTS

__all__ = ["FONTS", "Caption", "picture"]

_LAYOUT = plot.Layout(left=MARGIN, right=WIDTH - MARGIN - 14, gutter=172, high=280)


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
    placed = plot.placed(drawing, _LAYOUT.scale(drawing))
    written.head(sheet, caption)
    sheet.y += 20
    sheet.y += legend.draw(sheet.root, [*keys.entries(drawing, placed, paints)], MARGIN, sheet.y, WIDTH - 2 * MARGIN)
    sheet.y = plot.Plot(sheet.root, drawing, _LAYOUT, paints).draw(sheet.y + 12, placed)
    written.total(sheet, caption)
    written.foot(sheet, caption, (caption.source, caption.disclaimer))
    return sheet.finish()
