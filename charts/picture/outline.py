"""The outline of a shape in pixels: rings out of path data, cut at the window, and path data out of rings."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from charts.picture.frame import Frame, Point

Ring = list[Point]
# So far beyond the window the cut edges, and the lines along them, are out of sight.
BLEED = 20.0
_NUMBERS = re.compile(r"-?[\d.]+")


def rings(d: str, frame: Frame, bleed: float = BLEED) -> list[Ring]:
    """The rings of a path within the window and a little beyond, in pixels from its corner.

    Args:
        d: Subpaths as data/shapes/map.json has them: M, where it starts, l, every step, z.
        frame: The window.
        bleed: How far beyond it, in pixels.
    """
    placed = ([frame.place(point) for point in subpath] for subpath in _subpaths(d))
    return [kept for kept in (_within(ring, frame, bleed) for ring in placed) if kept]


@lru_cache(maxsize=8_192)
def outline(d: str, frame: Frame) -> str:
    """Path data of a shape within the window; empty where none of it is.

    Kept, because there are few windows and one map: the world takes half a second to cut.
    """
    return path(rings(d, frame), frame.grain) if rings(d, frame, bleed=0) else ""


def path(found: Iterable[Ring], grain: int = 10) -> str:
    """Path data in steps from point to point; a ring that is no more than a point or line goes.

    Args:
        found: The rings, in pixels.
        grain: To how many parts of a pixel a point is moved, 1, 2, 5 or 10: with fewer, points fall together. What two
            shapes share stays shared.
    """
    tenths = 10 // grain
    return "".join(_closed([(round(x * grain) * tenths, round(y * grain) * tenths) for x, y in ring]) for ring in found)


@cache
def _subpaths(d: str) -> list[list[Point]]:
    """The corners of each subpath in map units; kept, because there is only one map."""
    parts = ([float(number) for number in _NUMBERS.findall(part)] for part in d.split("M")[1:])
    return [[*zip(accumulate(part[::2]), accumulate(part[1::2]), strict=True)] for part in parts]


def _closed(ring: list[tuple[int, int]]) -> str:
    steps = [(x - before_x, y - before_y) for (before_x, before_y), (x, y) in pairwise(ring)]
    moves = [_pair(x, y) for x, y in steps if x or y]
    return f"M{_pair(*ring[0])}l{' '.join(moves)}z" if len(moves) > 1 else ""


def _pair(x: int, y: int) -> str:
    return f"{_tenths(x)} {_tenths(y)}"


def _tenths(number: int) -> str:
    whole, tenth = divmod(abs(number), 10)
    digits = f"{whole or ''}.{tenth}" if tenth else f"{whole}"
    return f"-{digits}" if number < 0 else digits


def _within(ring: Ring, frame: Frame, bleed: float) -> Ring:
    """Cut a ring at each side in turn (Sutherland and Hodgman 1974).

    Without this, drawing all of Russia for the sake of one corner takes seconds.
    """
    for axis, far in enumerate((frame.width, frame.height)):
        ring = _beyond(_beyond(ring, axis, -bleed, 1), axis, far + bleed, -1)
    return ring


def _beyond(ring: Ring, axis: int, limit: float, side: int) -> Ring:
    """The part of a ring on one side of a line: above the limit of x or y, or below it when `side` is -1."""
    depths = [side * (point[axis] - limit) for point in ring]
    if all(depth >= 0 for depth in depths):
        return ring
    kept: Ring = []
    for here, there, depth, next_depth in zip(ring, ring[1:] + ring[:1], depths, depths[1:] + depths[:1], strict=True):
        if depth >= 0:
            kept.append(here)
        if (depth < 0) != (next_depth < 0):
            share = depth / (depth - next_depth)
            kept.append((here[0] + share * (there[0] - here[0]), here[1] + share * (there[1] - here[1])))
    return kept
