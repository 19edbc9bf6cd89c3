"""Which names are written on the map, and where?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from charts.picture import names
from charts.picture.frame import Frame, Point
from charts.picture.outline import Ring
from charts.picture.room import Room, around, bounds


class Place(NamedTuple):
    """What may be named, in pixels from the window's corner; `half` is half of a mark's width, 0 for an outline."""

    actor_id: str
    name: str
    point: Point
    half: float
    rings: Sequence[Ring]


class Named(NamedTuple):
    """A name and its box; inside, it lies wholly on its own outline."""

    actor_id: str
    name: str
    room: Room
    is_inside: bool


def named(
    places: Sequence[Place], land: Mapping[str, Sequence[Ring]], frame: Frame, kept: Sequence[Room] = ()
) -> Iterator[Named]:
    """Find room for as many names as there is, the largest outlines first, marks in the order given.

    Args:
        places: Who may be named.
        land: The rings of everything in the window, by id; a name beside its place rather lies on the sea.
        frame: The window.
        kept: What no name may lie on, besides the marks.
    """
    taken = [*kept, *(around(place.point, place.half + 3) for place in places if place.half)]
    outlined = sorted((p for p in places if not p.half), key=lambda place: -max(map(names.extent, place.rings)))
    boxed = [(bounds(ring), ring) for found in land.values() for ring in found]
    unnamed = {place.actor_id: around(place.point, 6) for place in outlined}
    for place in [*outlined, *(place for place in places if place.half)]:
        others = [room for actor_id, room in unnamed.items() if actor_id != place.actor_id]
        within = None if place.half else names.inside(place.name, place.rings, taken, frame)
        room = within or _aside(place, [*taken, *others], boxed, frame)
        if room:
            unnamed.pop(place.actor_id, None)
            taken.append(room)
            yield Named(place.actor_id, place.name, room, bool(within))


def _aside(place: Place, taken: list[Room], land: Sequence[tuple[Room, Ring]], frame: Frame) -> Room | None:
    """Across an outline, on the sea beside what is small, or at worst on the land beside a mark."""
    if place.half:
        small, on_land = around(place.point, place.half), True
    else:
        small, on_land = bounds(max(place.rings, key=names.extent)), False
    rooms = [] if place.half else names.across(place.name, place.rings, frame)
    besides = names.beside(place.name, small)
    at_sea = (room for room in besides if not names.covers(room, [ring for box, ring in land if box.meets(room)]))
    candidates = (*rooms, *at_sea, *(besides if on_land else []))
    return next((room for room in candidates if room.is_free(taken, frame)), None)
