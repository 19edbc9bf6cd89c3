"""How a shape becomes a path, on shapes small enough to draw in one's head."""

import json
from itertools import pairwise
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, Polygon, box

from data.shapes import equal_earth, paths, picture
from data.shapes.points import Marker
from tests.shapes.svg_path import subpaths

thousandths = st.integers(-2_000_000, 2_000_000)


def coarse(_point):
    return 2


def most_decimals(polygons):
    numbers = [number for polygon in polygons for ring in polygon for point in ring for number in point]
    return max(len(repr(number).partition(".")[2]) for number in numbers)


@given(st.lists(st.tuples(thousandths, thousandths), min_size=3, max_size=30))
def test_a_path_says_exactly_where_the_points_are(corners):
    ring = [(x / 1000, y / 1000) for x, y in [*corners, corners[0]]]
    assert subpaths(paths.path([[ring]])) == [ring]


def test_a_path_is_short():
    ring = [(10.0, 0.5), (10.25, 0.5), (9.0, -1.0), (10.0, 0.5)]
    assert paths.path([[ring]]) == "M10 .5l.25 0-1.25-1.5z"


def test_every_ring_is_a_subpath_of_its_own():
    outer, hole = [[*box(0, 0, size, size).exterior.coords] for size in (4, 1)]
    assert len(subpaths(paths.path([[outer, hole], [outer]]))) == 3


@given(st.floats(-160, 180), st.floats(-80, 70), st.floats(1, 10), st.floats(1, 10))
def test_a_border_has_the_same_points_for_both_neighbours(west, south, width, height):
    (border,) = paths.projected(box(west, south, west + width, south + height))
    (other,) = paths.projected(Polygon([*box(west, south, west + width, south + height).exterior.coords][::-1]))
    assert sorted(set(border)) == sorted(set(other))


def test_a_meridian_is_as_round_as_the_eye_can_see():
    (ring,) = paths.projected(box(100, -80, 150, 80))
    drawn = LineString(ring)
    for latitude in range(-79, 80):
        for longitude in (100, 150):
            assert drawn.distance(Point(equal_earth.project(longitude, latitude))) < 0.01


def test_a_long_parallel_stays_straight_and_in_short_pieces():
    (ring,) = paths.projected(box(-123, 49, -95, 50))
    parallel = sorted(point for point in ring if point[1] == pytest.approx(equal_earth.project(0, 49)[1]))
    assert len(parallel) > 3
    assert max(dist(*pair) for pair in pairwise(parallel)) <= 15


def test_islets_and_holes_that_round_to_nothing_go():
    large, islet = ([*box(0, 0, size, size).exterior.coords] for size in (5, 0.001))
    assert paths.rounded([[large, islet], [islet]], coarse) == [[[(5, 0), (5, 5), (0, 5), (0, 0), (5, 0)]]]


def test_tiny_shapes_and_the_south_caucasus_keep_three_decimals():
    def square(west, south, size):
        return [[(west, south), (west, south + size), (west + size, south + size), (west + size, south), (west, south)]]

    shapes = {"AZE": [square(46, 40, 3)], "NGA": [square(5, 5, 9)], "NRU": [square(166.9, -0.55, 0.05)]}
    drawn = picture.draw(shapes | {"DOT": [[(3.0, 3.0), (3.0, 3.0)]]})
    assert set(drawn) == set(shapes)
    assert {code: most_decimals(shape.polygons) for code, shape in drawn.items()} == {"AZE": 3, "NGA": 2, "NRU": 3}


def test_a_point_beside_its_shape_stops_the_build():
    parts = {row["code"]: picture.Drawn(1.0, [[[*box(0, 0, 1, 1).exterior.coords]]]) for row in picture.disputed()}
    x, y = equal_earth.project(20, 30)
    shape = picture.Drawn(16.0, [[[*box(x - 2, y - 2, x + 2, y + 2).exterior.coords]]])
    drawn = picture.picture({"EGY": shape}, parts, [Marker("EGY", 20, 30, "shape", 1, "")])
    assert drawn["shapes"][0]["area"] == 16
    assert drawn["shapes"][0]["point"] == (round(x, 3), round(y, 3))
    assert json.loads(picture.text(drawn))["views"] == drawn["views"]
    with pytest.raises(ValueError, match="EGY"):
        picture.picture({"EGY": shape}, parts, [Marker("EGY", 25, 30, "shape", 1, "")])
