"""How wide is a text, and where does it break? Measured from the font files that the PNG is drawn with."""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

from fontpkg_source_sans_3 import ROOT as SANS_FOLDER
from fontpkg_source_serif_4 import ROOT as SERIF_FOLDER
from fontTools.ttLib import TTFont

_SANS = SANS_FOLDER / "files" / "SourceSans3[wght].ttf"
_SERIF = SERIF_FOLDER / "files" / "SourceSerif4[opsz,wght].ttf"
FONTS = (_SANS, _SERIF)
"""The font files in which the picture is set; whoever draws it needs these and no other."""

SLACK = 1.15
"""Room kept for the wider letters of a reader's own font (Arial bold is 1.13 times as wide as Source Sans)."""
# A last line under this share of the room looks like a mistake.
_SHORT = 0.35
# A letter that the font lacks is drawn by some other font: emoji are the widest that is likely.
_UNKNOWN = 1.4
# What has no place in XML, and what would turn the words around it: direction marks, overrides, isolates.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+")
# A short number stays with the word that follows, as in a date.
_NUMBER = re.compile(r"(?<!\S)(\(?\d{1,2}) (?=[^\W\d])")
# A line may end after these even within a word, as in an address.
_PIECES = re.compile(r"[^/?&]*[/?&]+|[^/?&]+")


class Face(NamedTuple):
    """A cut of a font: what SVG calls it, where it is, how heavy it is."""

    family: str
    file: Path
    weight: int


SANS = Face("'Source Sans 3', 'Source Sans Pro', Helvetica, Arial, 'Liberation Sans', sans-serif", _SANS, 400)
BOLD = SANS._replace(weight=600)
SERIF = Face("'Source Serif 4', 'Source Serif Pro', Georgia, 'Times New Roman', 'Liberation Serif', serif", _SERIF, 600)


class Style(NamedTuple):
    """How a text is set; size and leading (from one baseline to the next) in pixels."""

    face: Face
    size: float
    leading: float
    colour: str


def clean(text: str) -> str:
    """The text as it can be set: one line, single spaces, nothing that XML forbids or that turns other words round."""
    return " ".join(_UNFIT.sub(" ", text).split())


def width(text: str, face: Face, size: float) -> float:
    """Pixels that the text takes, kerning left aside."""
    known = _advances(face)
    return sum(known.get(letter, _foreign(letter)) for letter in text) * size


def wrap(text: str, style: Style, room: float) -> list[str]:
    """Break a text into lines that stay within `room` pixels even in a wider font; nothing is left out."""
    lines: list[str] = []
    line = ""
    for word in _NUMBER.sub("\\1\u00a0", clean(text)).split(" "):
        longer = f"{line} {word}" if line else word
        if _fits(longer, style, room):
            line = longer
            continue
        *full, line = _cut(word, style, room)
        lines += [done for done in (longer[: -len(word)].rstrip(), *full) if done]
    return [*lines, line]


def tidy(text: str, style: Style, room: float) -> list[str]:
    """Break as `wrap` does into as few lines, but leave no short one at the end if that can be had."""
    lines = wrap(text, style, room)
    narrower = (wrap(text, style, room * share / 100) for share in range(98, 48, -2)) if len(lines) > 1 else ()
    tried = (other for other in (lines, *narrower) if len(other) == len(lines))
    return next((other for other in tried if not _fits(other[-1], style, room * _SHORT)), lines)


def _fits(text: str, style: Style, room: float) -> bool:
    return width(text, style.face, style.size) * SLACK <= room


def _cut(word: str, style: Style, room: float) -> list[str]:
    """Cut a word that may be wider than a line: after its punctuation, else wherever the line is full."""
    lines = [""]
    for piece in _PIECES.findall(word):
        if _fits(lines[-1] + piece, style, room):
            lines[-1] += piece
            continue
        lines.append("")
        for letter in piece:
            if lines[-1] and not _fits(lines[-1] + letter, style, room):
                lines.append("")
            lines[-1] += letter
    return [line for line in lines if line] or [""]


def _foreign(letter: str) -> float:
    return 0.0 if unicodedata.category(letter) in ("Mn", "Me", "Cf") else _UNKNOWN


@cache
def _advances(face: Face) -> dict[str, float]:
    """Width of each letter that the font has, in shares of its size."""
    with TTFont(face.file, lazy=True) as font:
        glyphs = font.getGlyphSet(location={"wght": face.weight})
        units = font["head"].unitsPerEm
        return {chr(code): glyphs[name].width / units for code, name in font.getBestCmap().items()}
