"""Where on the map of data/shapes/map.json does a place lie? The Equal Earth projection, in map units.

Formulas and constants: Šavrič, Patterson and Jenny, "The Equal Earth map projection", International Journal of
Geographical Information Science 33 (3), 2019, doi:10.1080/13658816.2018.1504949 . The map was projected
by data/shapes/equal_earth.py, which the app does not carry; tests/charts/test_place_map.py holds the two together.
"""

from math import asin, cos, pi, radians, sin, sqrt

MERIDIAN = 11.0
"""The central meridian of the map; it is cut on the other side of the globe."""
WIDTH = 960.0

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
_RADIUS = WIDTH / 2 * _M * _A1 / pi


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Map units, x from the western edge and y down from the north pole, for degrees."""
    east = (longitude - MERIDIAN + 180) % 360 - 180
    theta = asin(_M * sin(radians(latitude)))
    squared = theta * theta
    sixth = squared**3
    slope = _A1 + 3 * _A2 * squared + sixth * (7 * _A3 + 9 * _A4 * squared)
    x = radians(east) * cos(theta) / (_M * slope)
    return WIDTH / 2 + x * _RADIUS, (_north(pi / 3) - _north(theta)) * _RADIUS


def _north(theta: float) -> float:
    """How far north of the equator, in radii of the globe; theta is at most 60 degrees, which is the pole."""
    squared = theta * theta
    return theta * (_A1 + _A2 * squared + squared**3 * (_A3 + _A4 * squared))
