"""Circles for actors too small to see, diamonds for authorities at their seat."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from charts.picture.frame import Frame, Point
from charts.picture.paint import COLOURS, Paints, is_silent
from charts.picture.svg import Attributes, add, short

UNSEEN = 16
"""An outline under this many square pixels cannot be seen."""
_RADIUS = 6.5
_SILENT_RADIUS = 4.8


class Mark(NamedTuple):
    """One mark: whose, where in pixels from the window's corner, of which class."""

    actor_id: str
    point: Point
    look: Mapping[str, Any]
    is_seat: bool
    area: float
    size: float = 1.0

    @property
    def radius(self) -> float:
        """Half of its width; the many silent ones must not bury the few that spoke."""
        return self.size * (_SILENT_RADIUS if is_silent(self.look) else _RADIUS)


def marks(shapes: Mapping[str, Any], looks: Mapping[str, Mapping[str, Any]], frame: Frame) -> list[Mark]:
    """The marks in a window in the order of drawing: silent ones below, seats below states, large below small."""
    seats = {seat["id"]: seat for seat in shapes["seats"]}
    small = [shape for shape in shapes["shapes"] if shape["area"] * frame.scale**2 < UNSEEN]
    states = {place["id"]: place for place in [*small, *shapes["dots"]] if place["id"] not in seats}
    found = [
        Mark(key, frame.place(place["point"]), looks[key], key in seats, place.get("area", 0.0), frame.mark)
        for key, place in (seats | states).items()
        if key in looks and frame.holds(place["point"])
    ]
    return sorted(found, key=lambda mark: (not is_silent(mark.look), not mark.is_seat, -mark.area, mark.actor_id))


def draw(parent: ET.Element, mark: Mark, paints: Paints) -> ET.Element:
    """One mark, with a ring that is stronger when it has a position."""
    ring = COLOURS["outline" if is_silent(mark.look) else "strong"]
    line: Attributes = {"fill": paints.fill(mark.look), "stroke": ring, "stroke-width": 1.2}
    if mark.is_seat:
        return add(parent, "path", {"d": diamond(mark.point, mark.radius * 1.35), **line})
    x, y = mark.point
    return add(parent, "circle", {"cx": x, "cy": y, "r": mark.radius, **line})


def diamond(point: Point, half: float) -> str:
    """Path data of a square on its tip."""
    x, y = point
    side = short(half)
    return f"M{short(x)} {short(y - half)}l{side} {side}l-{side} {side}l-{side}-{side}z"
