"""What a page is handed to put together: one drawing for each width of screen, and their common key."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from charts.bare.inks import in_ink
from charts.picture.legend import SWATCH, Entry
from charts.picture.svg import Attributes, add
from charts.picture.type import clean

LAYOUTS: Mapping[str, float] = {"narrow": 520.0, "middle": 720.0, "wide": 1180.0, "roomy": 1000.0}
"""Widths of drawings, by their classes, in units. A letter is 19 or 20 units high; the page shows each class in such
widths that this makes 12 to 20 pixels: below 520 pixels, below 820, and above. What is roomy takes the place of both
the middle and the wide one, for a drawing without letters.
"""
_EDGE = 1.0


class Key(NamedTuple):
    """A line of the legend: what a colour or a sign means, how many there are (may be empty), and how it looks."""

    words: str
    number: str
    swatch: ET.Element


class Bare(NamedTuple):
    """A drawing in parts, all of them elements that go into one page.

    Attributes:
        label: The drawing's message in words.
        hatches: An SVG that takes no room; it must be in the page and not hidden, or nothing is hatched.
        drawings: The same for several of `LAYOUTS`, of its class. What can be pointed at has a title and, as
            `data-actor`, `data-days` or `data-events`, what it is about; a state also, as `data-at`, where it lies.
        keys: The legend.
        notes: What else is to be said.
    """

    label: str
    hatches: ET.Element
    drawings: tuple[ET.Element, ...]
    keys: tuple[Key, ...]
    notes: tuple[str, ...]

    def all(self) -> Iterator[ET.Element]:
        """Every element, for what is done to all of them."""
        yield from (self.hatches, *self.drawings, *(key.swatch for key in self.keys))


def hatches() -> tuple[ET.Element, ET.Element]:
    """An SVG that takes no room, and the place in it for what is used elsewhere."""
    root = ET.Element("svg", {"class": "hatches", "width": "0", "height": "0", "aria-hidden": "true"})
    return root, add(root, "defs")


def paper(name: str, label: str) -> ET.Element:
    """An SVG of one of `LAYOUTS`, without its height."""
    return ET.Element("svg", {"class": f"drawing {name}", "role": "group", "aria-label": clean(label)})


def cut(root: ET.Element, width: float, height: float) -> None:
    """Give an SVG its height; what reaches beyond is not seen."""
    root.set("viewBox", f"0 0 {width:g} {round(height):g}")


def keys(entries: Iterable[Entry]) -> tuple[Key, ...]:
    """The legend, each swatch in an SVG of its own."""
    return tuple(Key(clean(entry.words), entry.number, _swatch(entry)) for entry in entries)


def inked(bare: Bare) -> Bare:
    """The same, with the names of colours in place of colours."""
    for element in bare.all():
        in_ink(element)
    return bare


def _swatch(entry: Entry) -> ET.Element:
    wide, high = (f"{side + 2 * _EDGE:g}" for side in SWATCH)
    size: Attributes = {"width": wide, "height": high, "viewBox": f"{-_EDGE:g} {-_EDGE:g} {wide} {high}"}
    root = ET.Element("svg", {"class": "swatch", "aria-hidden": "true", **{key: str(size[key]) for key in size}})
    entry.draw(root, 0, 0)
    return root
