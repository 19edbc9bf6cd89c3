"""What happened: events in a lane, larger with more statements, a few of them in words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

from charts.picture.legend import SWATCH
from charts.picture.paint import COLOURS, PAPER
from charts.picture.sheet import position
from charts.picture.svg import Attributes, add, short
from charts.picture.type import BOLD, SANS, SLACK, Style, clean, width
from charts.timeline.labels import Label
from charts.timeline.placing import HALF, Event, Mark, Named, labels
from charts.timeline.scale import Scale
from charts.words import day_words

_WORDS = Style(SANS, 19, 24, COLOURS["strong"])
_NUMBER = Style(BOLD, 19, 24, PAPER)
_LINE, _ROW, _AIR = 25.0, 29.0, 4.0
_BESIDE, _SEEN = 6.0, 4.0
_INK = COLOURS["text"]

Drawer = Callable[[ET.Element, float, float], None]


def words(found: Sequence[Mark], drawing: Mapping[str, Any], scale: Scale) -> list[list[Named]]:
    """Which events of a lane are named, in lines from the top."""
    return labels(found, [band[0] for band in drawing["bands"]], scale, _room)


def lane(parent: ET.Element, found: Sequence[Mark], lines: Sequence[Sequence[Named]], top: float, least: int) -> float:
    """Draw the marks of one lane below their words, and say how many pixels high it is.

    Args:
        parent: Where to.
        found: The marks.
        lines: From `words`.
        top: Upper edge.
        least: For how many lines of words there is room even where there are fewer.
    """
    head = top + _LINE * max(len(lines), least) + _AIR
    heights = {mark.events: head + _ROW * (mark.row + 0.5) for mark in found}
    for at, line in enumerate(lines):
        for _, mark in line:
            way = f"M{short(mark.begin)} {short(top + at * _LINE + 4)}V{short(heights[mark.events])}"
            add(parent, "path", {"d": way, "stroke": _INK, "stroke-width": 1})
    for mark in found:
        _draw(parent, mark, heights[mark.events])
    for at, line in enumerate(lines):
        for label, _ in line:
            _write(parent, label, top + at * _LINE)
    return head - top + _ROW * (1 + max(mark.row for mark in found)) + _AIR


def event(parent: ET.Element, left: float, top: float, statements: int = 30) -> None:
    """The sign of an event in the legend."""
    middle = left + SWATCH[0] / 2
    _circle(parent, Event("", "", "", None, statements), middle, top + SWATCH[1] / 2)


def several(parent: ET.Element, left: float, top: float) -> None:
    """The sign of several events in the legend."""
    _pill(parent, (left + 2, left + SWATCH[0] - 2), top + SWATCH[1] / 2, "3")


def _write(parent: ET.Element, label: Label, top: float) -> None:
    """The words on the side of their line where they have room; a line of days may run beneath."""
    is_left = label.anchor == "left"
    x = label.left + _BESIDE if is_left else label.right - _BESIDE
    halo: Attributes = {"stroke": PAPER, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke"}
    side: Attributes = {} if is_left else {"text-anchor": "end"}
    add(parent, "text", {**position(x, top, _WORDS), **side, **halo}, clean(label.text))


def _draw(parent: ET.Element, mark: Mark, y: float) -> None:
    group = add(parent, "g", {"data-events": " ".join(clean(each.id) for each in mark.events)})
    add(group, "title", text="\n\n".join(_told(each) for each in mark.events))
    if len(mark.events) > 1:
        _pill(group, (mark.left, mark.right), y, f"{len(mark.events)}")
        return
    only = mark.events[0]
    if mark.finish - mark.begin > only.radius + _SEEN:
        long: Attributes = {"x": mark.begin, "y": y - 3.5, "width": mark.finish - mark.begin, "height": 7, "rx": 3.5}
        add(group, "rect", {**long, "fill": _INK, "stroke": PAPER})
    _circle(group, only, mark.begin, y)


def _circle(parent: ET.Element, only: Event, x: float, y: float) -> None:
    """Filled with statements, hollow without."""
    paint: Attributes = {"fill": _INK, "stroke": PAPER, "stroke-width": 1.5}
    if not only.statements:
        paint = {"fill": PAPER, "stroke": _INK, "stroke-width": 2}
    add(parent, "circle", {"cx": x, "cy": y, "r": only.radius, **paint})


def _pill(parent: ET.Element, edges: tuple[float, float], y: float, words: str) -> None:
    left, right = edges
    size: Attributes = {"x": left, "y": y - HALF, "width": right - left, "height": 2 * HALF, "rx": HALF}
    add(parent, "rect", {**size, "fill": _INK, "stroke": PAPER, "stroke-width": 1.5})
    middle = {**position((left + right) / 2, y - _NUMBER.leading / 2, _NUMBER), "text-anchor": "middle"}
    add(parent, "text", middle, words)


def _room(words: str) -> float:
    return width(clean(words), SANS, _WORDS.size) * SLACK + _BESIDE


def _told(only: Event) -> str:
    """What an event says when it is pointed at."""
    first = day_words(date.fromisoformat(only.starts))
    if only.ends is None:
        when = f"from {first}, end not recorded"
    else:
        when = first if only.ends == only.starts else f"{first} to {day_words(date.fromisoformat(only.ends))}"
    count = "1 statement" if only.statements == 1 else f"{only.statements:,} statements"
    return "\n".join((clean(only.title), when, count))
