"""How large is a ring on the globe, and which way round does it run?"""

from itertools import pairwise
from math import atan2, cos, pi, radians, sin

from data.shapes.topology import Polygon, Ring

EARTH_RADIUS_KM = 6371.0088


def signed_area(ring: Ring) -> float:
    """Area in steradians; positive when the ring runs clockwise seen from above.

    Edges are great circles, so the antimeridian and the poles need no special care.
    """
    total = 0.0
    for (west, south), (east, north) in pairwise(ring):
        here, there = radians(south) / 2 + pi / 4, radians(north) / 2 + pi / 4
        turn = radians(east - west)
        product = sin(here) * sin(there)
        total += atan2(product * sin(turn), cos(here) * cos(there) + product * cos(turn))
    return 2 * total


def area(polygons: list[Polygon]) -> float:
    """Steradians covered; holes run the other way and take themselves off."""
    return sum(signed_area(ring) for polygon in polygons for ring in polygon)


def square_kilometres(steradians: float) -> float:
    """The same area on the Earth taken as a ball."""
    return steradians * EARTH_RADIUS_KM**2
