"""Where does a marker stand? One point for every shape, and the seats of authorities without a shape."""

import csv
from math import cos, radians
from pathlib import Path
from typing import NamedTuple

from shapely.geometry import Point as PlanePoint
from shapely.geometry import Polygon as PlanePolygon
from shapely.ops import polylabel

from data.shapes import sphere
from data.shapes.topology import Polygon, Ring

SMALL_BELOW_SQUARE_PIXELS = 16.0
SEATS = Path(__file__).with_name("seats.csv")


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
        small = sphere.square_pixels(covered) < SMALL_BELOW_SQUARE_PIXELS
        longitude, latitude = _inside(max(polygons, key=lambda polygon: sphere.area([polygon])))
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


def unwrapped(ring: Ring) -> Ring:
    """The ring on a plane: longitudes run on past 180, and a ring round a pole is closed along it."""
    plane = [ring[0]]
    for longitude, latitude in ring[1:]:
        turns = round((plane[-1][0] - longitude) / 360)
        plane.append((longitude + 360 * turns, latitude))
    if abs(plane[-1][0] - plane[0][0]) > 180:
        pole = 90.0 if plane[0][1] > 0 else -90.0
        plane += [(plane[-1][0], pole), (plane[0][0], pole), plane[0]]
    return plane


def _inside(polygon: Polygon) -> tuple[float, float]:
    """The point farthest from the outline, longitude and latitude to three decimals."""
    plane = PlanePolygon(unwrapped(polygon[0]), [unwrapped(hole) for hole in polygon[1:]])
    if not plane.is_valid:
        plane = max(getattr(plane.buffer(0), "geoms", [plane.buffer(0)]), key=lambda piece: piece.area)
    # Degrees of longitude shrink to the north; without this Norway's point would lie at its edge.
    squeeze = max(cos(radians(plane.centroid.y)), 0.05)
    squeezed = PlanePolygon(
        [(x * squeeze, y) for x, y in plane.exterior.coords],
        [[(x * squeeze, y) for x, y in hole.coords] for hole in plane.interiors],
    )
    label = polylabel(squeezed, tolerance=squeezed.area**0.5 / 200)
    longitude, latitude = round(label.x / squeeze, 3), round(label.y, 3)
    if not plane.covers(PlanePoint(longitude, latitude)):
        raise ValueError(f"{longitude}, {latitude} fell outside its shape")
    return round((longitude + 180) % 360 - 180, 3), latitude
