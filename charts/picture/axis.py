"""The axes of a timeline: days from left to right, numbers upwards."""

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from charts.picture.paint import COLOURS
from charts.picture.sheet import position
from charts.picture.svg import Attributes, add, short
from charts.picture.type import SANS, SLACK, Style, width
from charts.timeline.scale import Scale
from charts.timeline.ticks import Tick
from charts.words import Bin

SMALL = Style(SANS, 19, 24, COLOURS["text"])
ROOM: dict[Bin, float] = {"day": 96, "week": 96, "month": 52, "year": 58}
"""Pixels for the widest words of a tick, such as "Mar 2020", in a wide font."""
_BESIDE, _OVER = 6.0, 12.0


def days(parent: ET.Element, ticks: Sequence[Tick], scale: Scale, top: float) -> float:
    """Write the words of the ticks, each right of its mark, and say how many pixels high they are."""
    rows = [[(tick, tick.upper) for tick in ticks], [(tick, tick.lower) for tick in ticks]]
    filled = [row for row in rows if any(words for _, words in row)]
    for at, row in enumerate(filled):
        for tick, words in row:
            left = scale.start(tick.day) + _BESIDE
            if words and left + width(words, SANS, SMALL.size) * SLACK <= scale.right + _OVER:
                add(parent, "text", position(left, top + at * SMALL.leading, SMALL), words)
    return len(filled) * SMALL.leading


def uprights(parent: ET.Element, ticks: Iterable[Tick], scale: Scale, edges: tuple[float, float]) -> None:
    """Draw a thin line down at each tick, from an upper edge to a lower one."""
    way = "".join(f"M{short(scale.start(tick.day))} {short(edges[0])}V{short(edges[1])}" for tick in ticks)
    add(parent, "path", {"d": way, "stroke": COLOURS["land"], "stroke-width": 1})


def numbers(parent: ET.Element, ticks: Sequence[int], scale: Scale, top: float, bottom: float) -> None:
    """Draw the lines of the numbers, the lowest one strong, each with its number on the left."""
    for number in ticks:
        y = bottom - (bottom - top) * number / ticks[-1]
        line: Attributes = {"stroke": COLOURS["land" if number else "text"], "stroke-width": 1}
        add(parent, "path", {"d": f"M{short(scale.left)} {short(y)}H{short(scale.right)}", **line})
        words = {**position(scale.left - 10, y - SMALL.leading / 2, SMALL), "text-anchor": "end"}
        add(parent, "text", words, f"{number:,}")
