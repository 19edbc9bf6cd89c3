"""How is a class painted on paper? Colours of the light ground, hatches as patterns."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from charts.picture.svg import add
from charts.theme import LIGHT

COLOURS = LIGHT.named()
PAPER = "#FFFFFF"


class Hatch(NamedTuple):
    """Strokes in a square tile, in pixels; `angle` in degrees."""

    tile: float
    angle: float
    strokes: str
    thick: float


_HATCHES = {
    "lines": Hatch(7, -45, "M0 3.5H7", 2),
    "cross": Hatch(10, -45, "M0 5H10M5 0V10", 2),
    "dots": Hatch(8, 0, "M2 2h.01M6 6h.01", 2.4),
    # The new colour takes two thirds, so that a change and its reverse can be told apart.
    "stripes": Hatch(15, -45, "M0 7.5H15", 5),
    "falling": Hatch(9, 45, "M0 4.5H9", 1.2),
    # Two thirds of colour, so that it is told from its neighbours in a band of a few pixels.
    "vague": Hatch(6, -45, "M0 3H6", 3.6),
}


class Paints:
    """Fills by class; a hatch is defined when it is first asked for.

    Attributes:
        mark: Goes before each id, because two pictures in one page must not share their hatches.
    """

    def __init__(self, defs: ET.Element, mark: str) -> None:
        self._defs = defs
        self.mark = mark
        self._known: dict[tuple[str, str, str], str] = {}

    def fill(self, look: Mapping[str, Any]) -> str:
        """The value of `fill` for a class of a drawing (fill, pattern, ink: names of colours)."""
        key = (look["fill"], look["pattern"], look["ink"])
        if key not in self._known:
            self._known[key] = self._hatch(*key) if look["pattern"] else COLOURS[look["fill"]]
        return self._known[key]

    def fading(self, colour: str, opacity: float) -> str:
        """The value of `fill` for a colour (#RRGGBB) that fades out to the right."""
        name = f"{self.mark}-fading"
        if not any(held.get("id") == name for held in self._defs):
            fade = add(self._defs, "linearGradient", {"id": name})
            for offset, seen in ((0, opacity), (1, 0)):
                add(fade, "stop", {"offset": offset, "stop-color": colour, "stop-opacity": seen})
        return f"url(#{name})"

    def _hatch(self, fill: str, pattern: str, ink: str) -> str:
        name, hatch = f"{self.mark}-{len(self._known)}", _HATCHES[pattern]
        tile = add(
            self._defs,
            "pattern",
            {
                "id": name,
                "width": hatch.tile,
                "height": hatch.tile,
                "patternUnits": "userSpaceOnUse",
                "patternTransform": f"rotate({hatch.angle:g})",
            },
        )
        if fill:
            add(tile, "rect", {"width": hatch.tile, "height": hatch.tile, "fill": COLOURS[fill]})
        add(
            tile,
            "path",
            {"d": hatch.strokes, "stroke": COLOURS[ink], "stroke-width": hatch.thick, "stroke-linecap": _cap(pattern)},
        )
        return f"url(#{name})"


def is_open(look: Mapping[str, Any]) -> bool:
    """Whether a class is too near to paper and sea to be seen without an outline."""
    return look["fill"] in ("not-searched", "sea")


def is_absent(look: Mapping[str, Any]) -> bool:
    """Whether a class is of those who did not exist on the day."""
    return bool(look["fill"] == "sea")


def is_silent(look: Mapping[str, Any]) -> bool:
    """Whether a class is of those without a position, or without what is counted."""
    return not look["fill"].endswith(("-own", "-listed", "-borrowed")) and not look["fill"].startswith("count-")


def _cap(pattern: str) -> str:
    return "round" if pattern == "dots" else "butt"
