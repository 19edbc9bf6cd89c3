"""Where is there room for a name? Inside an outline, across it, or beside something small."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from charts.picture.frame import Frame, Point
from charts.picture.outline import Ring
from charts.picture.room import EDGE, Room, bounds
from charts.picture.type import BOLD, SLACK, width

SIZE = 20.0
_HEIGHT = 23.0
_GAP = 4.0
_ROWS = [step / 20 for step in range(-8, 9)]
# An outline this many times as large as its name carries it, even where the name reaches over an edge.
_CARRIES = 1.15
_MOSTLY = 0.55
# What is wider or higher than this (in pixels) is no place to write beside.
_SMALL = 150.0


def extent(ring: Ring) -> float:
    """Area of a ring in square pixels, by the shoelace formula."""
    return 0.5 * abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise([*ring, ring[0]])))


def inside(name: str, found: Sequence[Ring], taken: list[Room], frame: Frame) -> Room | None:
    """The roomiest place for a name within an outline, near the middle of its height; None where it would not fit."""
    needed = room_for(name)
    best: tuple[float, Room] | None = None
    for row, y in _heights(found, frame):
        for left, right in _within(_spans(found, y), frame):
            room = centred(name, ((left + right) / 2, y))
            gain = min(right - left, 2 * needed) - abs(row) * needed
            if right - left >= needed and (best is None or gain > best[0]) and room.is_free(taken, frame):
                best = gain, room
    return best and best[1]


def across(name: str, found: Sequence[Ring], frame: Frame) -> list[Room]:
    """Places for a name that reaches over the edge of an outline large enough to carry it, the best covered first."""
    if max(map(extent, found)) < _CARRIES * room_for(name) * _HEIGHT:
        return []
    spans = ((span, y) for _, y in _heights(found, frame) for span in _within(_cut(found, y), frame))
    edge = room_for(name) / 2 + EDGE
    rooms = [centred(name, (min(max(sum(span) / 2, edge), frame.width - edge), y)) for span, y in spans]
    shares = {room: _share_on(room, found) for room in rooms}
    return sorted((room for room in shares if shares[room] >= _MOSTLY), key=lambda room: -shares[room])


def beside(name: str, small: Room) -> list[Room]:
    """The places right, left, below and above something small; none beside what is not."""
    if max(small.right - small.left, small.bottom - small.top) > _SMALL:
        return []
    (x, y), needed = small.middle, room_for(name)
    away = (small.right - small.left + needed) / 2 + _GAP, (small.bottom - small.top + _HEIGHT) / 2 + 1
    return [
        centred(name, (x + away[0], y)),
        centred(name, (x - away[0], y)),
        centred(name, (x, y + away[1])),
        centred(name, (x, y - away[1])),
    ]


def covers(room: Room, found: Iterable[Ring]) -> bool:
    """Whether a name would lie on an outline, at least in part."""
    lines = (room.top, room.middle[1], room.bottom)
    return any(start < room.right and end > room.left for y in lines for start, end in _cut(found, y))


def _share_on(room: Room, found: Sequence[Ring]) -> float:
    """How much of a name lies on an outline, as a share of it."""
    lines = (room.top + 3, room.middle[1], room.bottom - 3)
    covered = (min(end, room.right) - max(start, room.left) for y in lines for start, end in _cut(found, y))
    return sum(length for length in covered if length > 0) / (len(lines) * (room.right - room.left))


def centred(name: str, point: Point) -> Room:
    """The box of a name round a point."""
    (x, y), half = point, room_for(name) / 2
    return Room(x - half, y - _HEIGHT / 2, x + half, y + _HEIGHT / 2)


def room_for(name: str) -> float:
    """Pixels that a name takes, with room for wider letters."""
    return width(name, BOLD, SIZE) * SLACK + 4


def _heights(found: Sequence[Ring], frame: Frame) -> Iterator[tuple[float, float]]:
    """Rows of the largest ring from its middle, as shares of its height, and where they lie."""
    _, top, _, bottom = bounds(max(found, key=extent))
    top, bottom = max(top, 0.0), min(bottom, frame.height)
    yield from ((row, (top + bottom) / 2 + row * (bottom - top)) for row in _ROWS)


def _within(spans: Iterable[tuple[float, float]], frame: Frame) -> list[tuple[float, float]]:
    return [(max(left, 0.0), min(right, frame.width)) for left, right in spans if right > 0 and left < frame.width]


def _spans(found: Sequence[Ring], y: float) -> Iterator[tuple[float, float]]:
    """The stretches that lie inside an outline over the whole height of a name."""
    spans = _cut(found, y)
    for line in (y - _HEIGHT / 2, y - _HEIGHT / 4, y + _HEIGHT / 4, y + _HEIGHT / 2):
        other = _cut(found, line) if spans else []
        both = ((max(left, start), min(right, end)) for left, right in spans for start, end in other)
        spans = [(left, right) for left, right in both if left < right]
    yield from spans


def _cut(found: Iterable[Ring], y: float) -> list[tuple[float, float]]:
    """Where a horizontal line is inside an outline (even-odd rule)."""
    crossings = sorted(
        x + (y - at) * (next_x - x) / (next_at - at)
        for ring in found
        for (x, at), (next_x, next_at) in pairwise([*ring, ring[0]])
        if (at <= y) != (next_at <= y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=True))
