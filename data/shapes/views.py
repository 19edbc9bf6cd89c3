"""Which parts of the map are offered? Named frames in map units, all of one form."""

from math import inf

from data.shapes.equal_earth import project

Box = tuple[float, float, float, float]

RATIO = 0.47
"""Height by width of every view: the map keeps its height when the reader goes from one to another."""

# West, south, east and north of what has to be seen, in degrees; east may run past 180.
_EXTENTS = {
    # A little beyond the cut on the right, so that markers in the Pacific stand clear of the edge.
    "world": (-165.4, -56.0, 194.6, 85.5),
    "europe": (-24.5, 34.2, 45.0, 71.5),
    "south-caucasus": (36.5, 36.6, 53.5, 44.8),
    "middle-east": (26.0, 11.8, 60.0, 42.3),
    "caribbean": (-92.0, 9.6, -58.0, 27.6),
    "pacific": (110.0, -23.0, 193.5, 16.5),
}
_STEPS = 32


def views() -> dict[str, list[float]]:
    """x, y, width and height by name of the view."""
    return {name: frame(extent) for name, extent in _EXTENTS.items()}


def frame(extent: tuple[float, float, float, float]) -> list[float]:
    """The smallest box of the common form round an extent in degrees, in map units."""
    left, top, right, bottom = _bounds(extent)
    width = max(right - left, (bottom - top) / RATIO)
    height = width * RATIO
    return [round(n, 2) for n in ((left + right - width) / 2, (top + bottom - height) / 2, width, height)]


def _bounds(extent: tuple[float, float, float, float]) -> Box:
    """What the extent covers on the map; its sides are curves, so they are followed."""
    west, south, east, north = extent
    left, top, right, bottom = inf, inf, -inf, -inf
    for step in range(_STEPS + 1):
        share = step / _STEPS
        for longitude in (west, east):
            x, y = project(longitude, south + (north - south) * share)
            left, right, top, bottom = min(left, x), max(right, x), min(top, y), max(bottom, y)
    return left, top, right, bottom
