"""How large is a ring on the globe, and which way round does it run?"""

from itertools import pairwise
from math import atan2, cos, pi, radians, sin, sqrt

from data.shapes.topology import Polygon, Ring

EARTH_RADIUS_KM = 6371.0088
# Half the width of an Equal Earth map of a globe with radius 1 (Šavrič, Patterson and Jenny 2018: A1).
_HALF_WIDTH = 2 * pi / (sqrt(3) * 1.340264)


def signed_area(ring: Ring) -> float:
    """Area in steradians; positive when the ring runs clockwise seen from above.

    Edges are great circles, so the antimeridian and the poles need no special care. d3 and plotly read a
    ring that gives a negative area here as "everything but this".
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


def square_pixels(steradians: float, width: float = 960) -> float:
    """What that area covers on an Equal Earth world map: the projection keeps areas, so no drawing is needed.

    Args:
        steradians: Area on the globe.
        width: Width of the whole map in pixels.
    """
    return steradians * (width / (2 * _HALF_WIDTH)) ** 2
