"""A drawing with its legend, in HTML; what is drawn for somebody to point at leads to what it shows."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from api.handout.markup import el
from charts.bare import Bare, Key

Door = Callable[[str], Mapping[str, str]]
"""The attributes of a link to the thing of an id; nothing where it leads nowhere."""


class Hint(NamedTuple):
    """What a reader can do with a drawing, and, at what is pointed at, what a click opens."""

    words: str
    click: str


def figure(bare: Bare, doors: Mapping[str, Door], hint: Hint) -> ET.Element:
    """Put a drawing together.

    Args:
        bare: The drawing.
        doors: By what things are marked with: data-actor, data-days, data-events.
        hint: What a reader is told.
    """
    for drawing in bare.drawings:
        open_doors(drawing, doors)
    told = el(
        "figcaption", el("p", hint.words, class_="hint"), legend(bare.keys), *(el("p", note) for note in bare.notes)
    )
    tap = hint.click.replace("Click", "Tap again", 1)
    return el("figure", bare.hatches, *bare.drawings, told, class_="drawn", data_open=hint.click, data_tap=tap)


def legend(keys: Iterable[Key]) -> ET.Element:
    """Write the legend."""
    return el("ul", *(_key(key) for key in keys), class_="legend", aria_label="Legend")


def open_doors(drawing: ET.Element, doors: Mapping[str, Door]) -> None:
    """Turn what is marked into links, in place. They are no stops of the Tab key: there are hundreds of them.

    The arrow keys reach them all (handout.js), and so do the links of the table below.
    """
    for parent in [*drawing.iter()]:
        for at, child in enumerate([*parent]):
            marks = [mark for mark in doors if child.get(mark)]
            target = doors[marks[0]](child.get(marks[0], "")) if marks else {}
            if target:
                parent[at] = _link(child, target)


def _link(shape: ET.Element, target: Mapping[str, str]) -> ET.Element:
    """A link round a shape; the title goes first, where it is the link's own name."""
    link = ET.Element("a", {**target, "tabindex": "-1"})
    for title in shape.findall("title"):
        shape.remove(title)
        link.append(title)
    link.append(shape)
    return link


def _key(key: Key) -> ET.Element:
    number = el("b", key.number) if key.number else None
    return el("li", key.swatch, el("span", key.words, " " if key.number else None, number))
