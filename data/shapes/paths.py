"""How is a shape drawn? Polygons in degrees become the `d` of an SVG path in map units."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import dist

from shapely.geometry import Polygon as PlanePolygon

from data.shapes.cuts import as_rings
from data.shapes.equal_earth import project
from data.shapes.topology import Point, Polygon, Ring

_SMOOTH_TO = 0.005
_LONGEST = 15.0
_PER_UNIT = 1000

Decimals = Callable[[Point], int]
"""How many decimals (2 or 3) a point in map units keeps. The answer must not depend on the shape: neighbours share
their border's points."""


def projected(plane: PlanePolygon) -> Polygon:
    """The rings in map units, with more points wherever a straight line of degrees is a curve on the map."""
    return [_curve(ring) for ring in as_rings(plane)]


def rounded(polygons: list[Polygon], decimals: Decimals) -> list[Polygon]:
    """The polygons on the map's grid; rings that round to nothing go."""
    drawn = [[_rounded(ring, decimals) for ring in polygon] for polygon in polygons]
    return [[ring for ring in polygon if len(ring) > 3] for polygon in drawn if len(polygon[0]) > 3]


def path(polygons: list[Polygon]) -> str:
    """One subpath a ring: where it starts, then every step, with as few characters as SVG allows."""
    return "".join(_subpath(ring) for polygon in polygons for ring in polygon)


def _curve(ring: Ring) -> Ring:
    return [*(point for start, end in pairwise(ring) for point in _points(start, end)), project(*ring[-1])]


def _points(start: Point, end: Point) -> Iterator[Point]:
    """The projected start and what is needed between it and the end; the same both ways along a border."""
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    here, between, there = project(*start), project(*middle), project(*end)
    straight = ((here[0] + there[0]) / 2, (here[1] + there[1]) / 2)
    if dist(between, straight) <= _SMOOTH_TO and dist(here, there) <= _LONGEST:
        yield here
    else:
        yield from _points(start, middle)
        yield from _points(middle, end)


def _rounded(ring: Ring, decimals: Decimals) -> Ring:
    drawn: Ring = []
    for point in ring:
        kept = decimals(point)
        on_grid = (round(point[0], kept), round(point[1], kept))
        if not drawn or on_grid != drawn[-1]:
            drawn.append(on_grid)
    return drawn


def _subpath(ring: Ring) -> str:
    # Steps are differences of whole thousandths, so that rounding never adds up along a coast.
    grid = [(round(x * _PER_UNIT), round(y * _PER_UNIT)) for x, y in ring[:-1]]
    steps = [number for here, there in pairwise(grid) for number in (there[0] - here[0], there[1] - here[1])]
    return f"M{_numbers(grid[0])}l{_numbers(steps)}z"


def _numbers(thousandths: tuple[int, ...] | list[int]) -> str:
    """The numbers as SVG reads them: a minus sign needs no separator, a nought before the point may go."""
    return " ".join(_number(number) for number in thousandths).replace(" -", "-")


def _number(thousandths: int) -> str:
    sign, (whole, rest) = "-" if thousandths < 0 else "", divmod(abs(thousandths), _PER_UNIT)
    decimals = f".{rest:03d}".rstrip("0") if rest else ""
    return f"{sign}{whole or ''}{decimals}" if whole or rest else "0"
