"""A picture as PNG: drawn from SVG with the fonts that are handed over, so that it looks the same on every machine."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import resvg_py
from PIL import Image
from PIL.PngImagePlugin import PngInfo

SCALE = 2
# Pixels of the SVG in an inch, as CSS has it.
_PIXELS_PER_INCH = 96


def write(svg: str, fonts: Sequence[Path], said: Mapping[str, str]) -> bytes:
    """Draw an SVG at twice its size.

    Args:
        svg: The whole file, from one of our own charts.
        fonts: Font files; those of the machine are not used, and a letter that is in none of these becomes a box.
        said: What the file says about itself, by the PNG standard's keywords: Title, Source, Copyright.

    Returns:
        A PNG without transparency; the same input gives the same bytes.
    """
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg, font_files=[str(font) for font in fonts], skip_system_fonts=True, zoom=SCALE
    )
    texts = PngInfo()
    for keyword, text in said.items():
        texts.add_itxt(keyword, text)
    buffer = BytesIO()
    density = (SCALE * _PIXELS_PER_INCH,) * 2
    Image.open(BytesIO(drawn)).convert("RGB").save(buffer, "PNG", pnginfo=texts, dpi=density)
    return buffer.getvalue()
