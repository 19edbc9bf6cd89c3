"""The projection against published values, and against what its name promises."""

from math import asin, atanh, cos, degrees, pi, radians, sin, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.shapes import equal_earth
from data.shapes.equal_earth import plane, project, square_units

AUTHALIC_RADIUS = 6371007.1809
"""Metres: the radius of the ball that has the surface of the WGS 84 ellipsoid."""


def authalic(latitude):
    """The latitude on that ball of a latitude on the ellipsoid (Snyder 1987, formulas 3-11 and 3-12)."""
    flattening = 1 / 298.257223563
    e = sqrt(2 * flattening - flattening**2)

    def q(sine):
        return (1 - e * e) * (sine / (1 - (e * sine) ** 2) + atanh(e * sine) / e)

    return degrees(asin(q(sin(radians(latitude))) / q(1.0)))


@pytest.mark.parametrize(
    ("longitude", "latitude", "east", "north"),
    [
        (0, 0, 0.0, 0.0),
        (180, 0, 17_243_959.06, 0.0),
        (-180, 90, -10_216_474.79, 8_392_927.60),
        (180, 45, 14_792_474.75, 5_466_867.76),
        (-70, -31.2, -6_241_081.64, -3_907_019.16),
    ],
)
def test_it_gives_the_metres_that_proj_publishes(longitude, latitude, east, north):
    """EPSG:8857 is Equal Earth on WGS 84; these are the values that PROJ tests itself with."""
    x, y = plane(longitude, authalic(latitude))
    assert (x * AUTHALIC_RADIUS, y * AUTHALIC_RADIUS) == pytest.approx((east, north), abs=0.01)


@given(st.floats(-179, 179), st.floats(-88, 88))
def test_areas_stay_true_everywhere(longitude, latitude):
    """The determinant of the derivatives is that of the globe, the cosine of the latitude."""
    step = 1e-4
    (west, _), (east, _) = plane(longitude - step, latitude), plane(longitude + step, latitude)
    (_, south), (_, north) = plane(longitude, latitude - step), plane(longitude, latitude + step)
    # Along a parallel y does not change, so the determinant is the product of two derivatives.
    determinant = (east - west) * (north - south) / radians(2 * step) ** 2
    assert determinant == pytest.approx(cos(radians(latitude)), rel=1e-5, abs=1e-7)


def test_the_map_is_960_units_wide_from_cut_to_cut():
    assert project(equal_earth.CUT, 0)[0] == pytest.approx(0)
    assert project(equal_earth.CUT + 360, 0) == pytest.approx((960, equal_earth.HEIGHT / 2))
    assert project(equal_earth.MERIDIAN, 90) == pytest.approx((480, 0))
    assert project(equal_earth.MERIDIAN, -90) == pytest.approx((480, equal_earth.HEIGHT))


def test_the_globe_covers_what_lies_between_the_cut_meridians():
    """Sum of thin strips from pole to pole."""
    steps = 2000
    area = 0.0
    for step in range(steps):
        latitude = -90 + 180 * (step + 0.5) / steps
        (left, _), (right, _) = project(-169, latitude), project(191, latitude)
        height = project(11, latitude - 90 / steps)[1] - project(11, latitude + 90 / steps)[1]
        area += (right - left) * height
    assert area == pytest.approx(square_units(4 * pi), rel=1e-4)
