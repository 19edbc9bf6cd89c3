"""What do the colours and marks mean, and how many are there of each? As many columns as fit."""

from collections.abc import Callable, Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

from charts.picture import marks
from charts.picture.paint import COLOURS, PAPER
from charts.picture.sheet import position
from charts.picture.svg import Attributes, add
from charts.picture.type import BOLD, SANS, SLACK, Style, clean, width, wrap

WORDS = Style(SANS, 23, 29, COLOURS["strong"])
SWATCH = (34.0, 23.0)
_GAP, _BETWEEN_COLUMNS, _BETWEEN_ENTRIES = 12.0, 36.0, 9.0
_MOST_COLUMNS = 4
_BROKEN = 14.0

_RING: Attributes = {"stroke": COLOURS["outline"], "stroke-width": 1.2}
_EMPTY: Attributes = {"fill": PAPER, "stroke": COLOURS["strong"]}

Drawer = Callable[[ET.Element, float, float], None]
"""Draws a swatch into an element, given its left and upper edge."""


class Entry(NamedTuple):
    """One line of the legend; the count stands right behind the words."""

    words: str
    number: str
    draw: Drawer


def swatch(parent: ET.Element, left: float, top: float, fill: str, dashes: str = "none") -> None:
    """A box of a class, or of an area with a dashed outline."""
    box: Attributes = {"x": left, "y": top, "width": SWATCH[0], "height": SWATCH[1]}
    add(parent, "rect", {**box, **_RING, "fill": fill, "stroke-dasharray": dashes})


def circle(parent: ET.Element, left: float, top: float) -> None:
    """The sign of a state too small to see."""
    add(parent, "circle", {"cx": left + SWATCH[0] / 2, "cy": top + SWATCH[1] / 2, "r": 7, **_RING, **_EMPTY})


def diamond(parent: ET.Element, left: float, top: float) -> None:
    """The sign of an authority at its seat."""
    middle = (left + SWATCH[0] / 2, top + SWATCH[1] / 2)
    add(parent, "path", {"d": marks.diamond(middle, 9.5), **_RING, **_EMPTY})


class _Set(NamedTuple):
    entry: Entry
    lines: list[str]

    @property
    def height(self) -> float:
        return len(self.lines) * WORDS.leading + _BETWEEN_ENTRIES


def draw(parent: ET.Element, entries: Sequence[Entry], left: float, top: float, across: float) -> float:
    """Draw all entries, column by column, and say how many pixels high they are."""
    columns = min((_columns(entries, across, count) for count in range(1, _MOST_COLUMNS + 1)), key=_cost)
    step = (across + _BETWEEN_COLUMNS) / len(columns)
    for at, column in enumerate(columns):
        y = top
        for item in column:
            _draw(parent, item, left + at * step, y)
            y += item.height
    return _height(columns)


def _columns(entries: Sequence[Entry], across: float, count: int) -> list[list[_Set]]:
    room = (across + _BETWEEN_COLUMNS) / count - _BETWEEN_COLUMNS - SWATCH[0] - _GAP
    items = [_Set(entry, _lines(entry, room)) for entry in entries]
    rows = max(1, -(-len(items) // count))
    return [items[start : start + rows] for start in range(0, len(items), rows)] or [[]]


def _height(columns: list[list[_Set]]) -> float:
    return max(sum(item.height for item in column) for column in columns)


def _cost(columns: list[list[_Set]]) -> float:
    """Low is better: a broken entry is harder to read than a legend that is a little higher."""
    return _height(columns) + _BROKEN * sum(len(item.lines) - 1 for column in columns for item in column)


def _lines(entry: Entry, room: float) -> list[str]:
    """The words in lines, the last of which has room for the count."""
    lines = wrap(entry.words, WORDS, room)
    if (width(lines[-1], *WORDS[:2]) + width(_tail(entry), BOLD, WORDS.size)) * SLACK <= room:
        return lines
    rest, _, last = lines[-1].rpartition(" ")
    return [*lines[:-1], rest, last] if rest else [*lines, ""]


def _tail(entry: Entry) -> str:
    return f"\u2002{clean(entry.number)}" if entry.number else ""


def _draw(parent: ET.Element, item: _Set, left: float, top: float) -> None:
    item.entry.draw(parent, left, top + (WORDS.leading - SWATCH[1]) / 2)
    for at, line in enumerate(item.lines):
        text = add(parent, "text", position(left + SWATCH[0] + _GAP, top + at * WORDS.leading, WORDS), line)
    if item.entry.number:
        add(text, "tspan", {"font-weight": BOLD.weight}, _tail(item.entry))
