"""How does a globe's ring become polygons on a plane that ends at one meridian?"""

from collections.abc import Iterator
from math import ceil, floor

import shapely
from shapely.affinity import translate
from shapely.geometry import Polygon as PlanePolygon
from shapely.geometry import box

from data.shapes.topology import Polygon, Ring

_ANTIMERIDIAN = 180.0


def unwrapped(ring: Ring, near: float | None = None) -> Ring:
    """The ring on a plane: longitudes run on past 180, and a ring round a pole is closed along it.

    Args:
        ring: Closed, in degrees.
        near: Longitude within half a turn of which the ring starts; without it, where it says.
    """
    plane: Ring = []
    for longitude, latitude in ring:
        last = plane[-1][0] if plane else longitude if near is None else near
        plane.append((longitude + 360 * round((last - longitude) / 360), latitude))
    if abs(plane[-1][0] - plane[0][0]) > 180:
        pole = 90.0 if plane[0][1] > 0 else -90.0
        plane += [(plane[-1][0], pole), (plane[0][0], pole), plane[0]]
    return plane


def on_plane(polygon: Polygon) -> PlanePolygon:
    """The polygon with longitudes that run on, its holes within it; rings that are mere points go."""
    outer = unwrapped(polygon[0])
    return PlanePolygon(outer, [unwrapped(hole, near=outer[0][0]) for hole in polygon[1:] if len(hole) > 3])


def cut(polygons: list[Polygon], west: float) -> list[PlanePolygon]:
    """The polygons between `west` and the same meridian one turn later, in degrees.

    What the atlas had cut at 180 degrees is one piece again, unless `west` is that meridian.
    """
    solid = [polygon for polygon in polygons if len(polygon[0]) > 3]
    pieces = [piece for polygon in solid for piece in _strips(on_plane(polygon), west)]
    seamed = [piece for piece in pieces if west < _ANTIMERIDIAN < west + 360 and _touches_antimeridian(piece)]
    whole = [piece for piece in pieces if not any(piece is other for other in seamed)]
    return [*whole, *parts(shapely.union_all(seamed))]


def parts(geometry: shapely.Geometry) -> list[PlanePolygon]:
    """The polygons in what an operation left; points and lines that it may leave besides have no area."""
    pieces = getattr(geometry, "geoms", [geometry])
    return [piece for piece in pieces if isinstance(piece, PlanePolygon) and not piece.is_empty]


def largest(polygons: list[PlanePolygon]) -> PlanePolygon:
    """The polygon with the largest area on its plane."""
    return max(polygons, key=lambda polygon: polygon.area)


def _strips(plane: PlanePolygon, west: float) -> Iterator[PlanePolygon]:
    first, last = (floor((plane.bounds[0] - west) / 360), ceil((plane.bounds[2] - west) / 360))
    for turn in range(first, max(last, first + 1)):
        # Only what is cut passes through an operation: all else keeps its points to the last bit.
        strip = box(west + 360 * turn, -90, west + 360 * (turn + 1), 90)
        inside = plane.intersection(strip) if last > first + 1 else plane
        yield from (translate(piece, xoff=-360 * turn) if turn else piece for piece in parts(inside))


def _touches_antimeridian(piece: PlanePolygon) -> bool:
    return any(x in (-_ANTIMERIDIAN, _ANTIMERIDIAN) for x, _ in piece.exterior.coords)


def as_rings(plane: PlanePolygon) -> Polygon:
    """Outer ring and holes as lists of points."""
    return [[(x, y) for x, y in ring.coords] for ring in [plane.exterior, *plane.interiors]]
