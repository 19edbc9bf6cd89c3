"""Where on the map does a place lie? The Equal Earth projection, scaled to map units.

Formulas and constants: Šavrič, Patterson and Jenny, "The Equal Earth map projection", International Journal of
Geographical Information Science 33 (3), 2019, https://doi.org/10.1080/13658816.2018.1504949 .
"""

from math import asin, cos, pi, radians, sin, sqrt

MERIDIAN = 11.0
"""The central meridian. The map is cut on the other side, in the Bering Strait, so that Chukotka stays with Russia."""
CUT = MERIDIAN - 180
WIDTH = 960.0

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
UNITS_PER_RADIUS = WIDTH / 2 * _M * _A1 / pi
"""Map units for the radius of the globe: the equator is 2π / (M · A1) radii long."""


def plane(longitude: float, latitude: float) -> tuple[float, float]:
    """The projection itself, on a globe of radius 1.

    Args:
        longitude: Degrees east of the central meridian.
        latitude: Degrees.

    Returns:
        x to the east and y to the north.
    """
    theta = asin(_M * sin(radians(latitude)))
    squared = theta * theta
    sixth = squared**3
    slope = _A1 + 3 * _A2 * squared + sixth * (7 * _A3 + 9 * _A4 * squared)
    x = radians(longitude) * cos(theta) / (_M * slope)
    return x, theta * (_A1 + _A2 * squared + sixth * (_A3 + _A4 * squared))


_TOP = plane(0, 90)[1]
HEIGHT = 2 * _TOP * UNITS_PER_RADIUS


def square_units(steradians: float) -> float:
    """What an area on the globe covers on the map: the projection keeps areas, so no drawing is needed."""
    return steradians * UNITS_PER_RADIUS**2


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Map units: x from the western edge, y down from the north pole.

    Longitudes run from `CUT` to `CUT` + 360; beyond them lies what is beyond the map's edge.
    """
    x, y = plane(longitude - MERIDIAN, latitude)
    return WIDTH / 2 + x * UNITS_PER_RADIUS, (_TOP - y) * UNITS_PER_RADIUS
