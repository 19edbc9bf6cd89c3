"""Which shapes are there? The atlas's after our merges; in degrees with as many decimals as each place needs."""

from collections.abc import Iterator

import shapely
from shapely.geometry import Polygon as PlanePolygon
from shapely.geometry.polygon import orient

from data.shapes import cuts, equal_earth, sphere
from data.shapes.topology import Point, Polygon, Ring

MERGED = {"CYN": "CYP", "SOL": "SOM"}
"""Shapes without a UN member of their own that the atlas draws apart: part -> whole."""

# The South Caucasus and what is round it, where readers look closest; the same box for every shape,
# so that neighbours keep sharing their border's points.
_CLOSE_UP = (34.0, 34.0, 57.0, 48.0)
_COARSE_FROM_SQUARE_UNITS = 4.0


def merge(shapes: dict[str, list[Polygon]]) -> dict[str, list[Polygon]]:
    """The shapes with every part of `MERGED` dissolved into its whole."""
    merged = {code: polygons for code, polygons in shapes.items() if code not in MERGED}
    for part, whole in MERGED.items():
        joined = shapely.union_all([PlanePolygon(p[0], p[1:]) for p in [*merged[whole], *shapes[part]]])
        merged[whole] = [cuts.as_rings(orient(piece, sign=-1.0)) for piece in cuts.parts(joined)]
    return merged


def simplify(shapes: dict[str, list[Polygon]]) -> dict[str, list[Polygon]]:
    """Coordinates with three decimals in the close-up and on tiny shapes, two elsewhere.

    Islets that round to nothing go. A shape that has no area in the atlas itself goes whole.

    Raises:
        ValueError: rounding would take away a shape that has an area.
    """
    fine = set(_points_of_tiny(shapes))
    simplified = {}
    for code, polygons in shapes.items():
        if not sphere.area(polygons):
            continue
        rounded = [[_rounded(ring, fine) for ring in polygon] for polygon in polygons]
        kept = [[ring for ring in polygon if len(ring) > 3] for polygon in rounded if len(polygon[0]) > 3]
        if not kept:
            raise ValueError(f"{code}: nothing is left after rounding")
        simplified[code] = kept
    return simplified


def _points_of_tiny(shapes: dict[str, list[Polygon]]) -> Iterator[Point]:
    for polygons in shapes.values():
        if equal_earth.square_units(sphere.area(polygons)) < _COARSE_FROM_SQUARE_UNITS:
            yield from (point for polygon in polygons for ring in polygon for point in ring)


def _rounded(ring: Ring, fine: set[Point]) -> Ring:
    west, south, east, north = _CLOSE_UP
    rounded: Ring = []
    for longitude, latitude in ring:
        close = west <= longitude <= east and south <= latitude <= north
        decimals = 3 if close or (longitude, latitude) in fine else 2
        point = (round(longitude, decimals), round(latitude, decimals))
        if not rounded or point != rounded[-1]:
            rounded.append(point)
    return rounded
