"""Where does a marker stand? One point for every shape, and the seats of authorities without a shape."""

import csv
from math import cos, radians
from pathlib import Path
from typing import NamedTuple

import shapely
from shapely.geometry import Point as PlanePoint
from shapely.geometry import Polygon as PlanePolygon
from shapely.ops import polylabel

from data.shapes import cuts, equal_earth, sphere
from data.shapes.topology import Polygon

SMALL_BELOW_SQUARE_UNITS = 16.0
SEATS = Path(__file__).with_name("seats.csv")

_CLEAR_OF_SEATS = 0.6
"""Degrees of latitude between a seat and the point of the shape that it lies in."""

# Kiribati's largest island lies across the map's edge from its capital and from its neighbours.
_MARKED_WITHIN = {"KIR": (172.0, 178.0)}


class Marker(NamedTuple):
    """One row of points.csv.

    kind: shape; small: a shape that a world map shows too small to see; dot: the atlas has a place but
    no area; seat: an authority without a shape.
    """

    id: str
    longitude: float
    latitude: float
    kind: str
    area_km2: int | None
    note: str


def of_shapes(shapes: dict[str, list[Polygon]]) -> list[Marker]:
    """A point well inside each shape's largest polygon, and whether the shape needs a marker to be seen."""
    markers = []
    for code, polygons in shapes.items():
        if not sphere.area(polygons):
            longitude, latitude = polygons[0][0][0]
            markers.append(Marker(code, round(longitude, 3), round(latitude, 3), "dot", None, ""))
            continue
        covered = sphere.area(polygons)
        small = equal_earth.square_units(covered) < SMALL_BELOW_SQUARE_UNITS
        longitude, latitude = _inside(_marked(code, polygons))
        kilometres = round(sphere.square_kilometres(covered))
        markers.append(Marker(code, longitude, latitude, "small" if small else "shape", kilometres, ""))
    return markers


def of_seats() -> list[Marker]:
    """The hand-kept points of seats.csv."""
    with SEATS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        Marker(row["id"], float(row["longitude"]), float(row["latitude"]), "seat", None, row["note"]) for row in rows
    ]


def _marked(code: str, polygons: list[Polygon]) -> Polygon:
    """The largest polygon of those that may carry the marker."""
    west, east = _MARKED_WITHIN.get(code, (-180.0, 180.0))
    candidates = [polygon for polygon in polygons if west <= polygon[0][0][0] <= east]
    return max(candidates, key=lambda polygon: sphere.area([polygon]))


def _inside(polygon: Polygon) -> tuple[float, float]:
    """The point farthest from the outline and from seats, longitude and latitude to three decimals."""
    plane = cuts.on_plane(polygon)
    if not plane.is_valid:
        plane = cuts.largest(cuts.parts(plane.buffer(0)))
    # Degrees of longitude shrink to the north; without this Norway's point would lie at its edge.
    squeeze = max(cos(radians(plane.centroid.y)), 0.05)
    squeezed = PlanePolygon(
        [(x * squeeze, y) for x, y in plane.exterior.coords],
        [[(x * squeeze, y) for x, y in hole.coords] for hole in plane.interiors],
    )
    free = cuts.largest(cuts.parts(squeezed.difference(_round_seats(squeeze))) or [squeezed])
    label = polylabel(free, tolerance=free.area**0.5 / 200)
    longitude, latitude = round(label.x / squeeze, 3), round(label.y, 3)
    if not plane.covers(PlanePoint(longitude, latitude)):
        raise ValueError(f"{longitude}, {latitude} fell outside its shape")
    return round((longitude + 180) % 360 - 180, 3), latitude


def _round_seats(squeeze: float) -> shapely.Geometry:
    """Where no point of a shape may stand: Cyprus has to be hit beside the marker north of Nicosia."""
    seats = [PlanePoint(seat.longitude * squeeze, seat.latitude) for seat in of_seats()]
    return shapely.union_all([seat.buffer(_CLEAR_OF_SEATS) for seat in seats])
