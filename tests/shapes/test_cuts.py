"""How rings are cut, mended and handed out, on squares."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon

from data.shapes import areas, cuts, sphere
from tests.shapes.squares import LEFT, RIGHT, across, square

longitudes = st.floats(-180, 180)


def test_areas_run_the_way_that_the_standard_asks_and_carry_their_code():
    holed = [square(0, 0, 5), square(2, 2, 1)[::-1]]
    text = areas.geojson(areas.areas({"B": [holed], "A": [[LEFT], [RIGHT]]}))
    one, other = json.loads(text)["features"]
    assert (one["id"], one["geometry"]["type"]) == ("A", "MultiPolygon")
    assert (other["id"], other["geometry"]["type"]) == ("B", "Polygon")
    outer, hole = other["geometry"]["coordinates"]
    assert sphere.signed_area(outer) < 0 < sphere.signed_area(hole)


def test_areas_are_cut_at_180_degrees():
    (wrapped,) = areas.areas({"FJI": [[across(178, -20, 4)]]}).values()
    assert sorted((min(x for x, _ in ring), max(x for x, _ in ring)) for (ring,) in wrapped) == [
        (-180, -178),
        (178, 180),
    ]


def test_a_neck_that_rounding_folds_over_itself_is_mended():
    bow = [(0.0, 0.0), (2.0, 2.0), (2.0, 0.0), (0.0, 2.0), (0.0, 0.0)]
    (mended,) = areas.areas({"X": [[bow]]}).values()
    assert sum(Polygon(ring).area for (ring,) in mended) == pytest.approx(2)


@given(longitudes, st.floats(-60, 60), st.floats(0.5, 20))
def test_a_cut_loses_nothing_and_adds_nothing(turn, south, size):
    ring = across(turn, south, size)
    pieces = cuts.cut([[ring]], -169.0)
    assert sum(piece.area for piece in pieces) == pytest.approx(size * size, rel=1e-6)
    assert all(piece.bounds[0] >= -169 and piece.bounds[2] <= 191 for piece in pieces)


def test_what_the_atlas_cut_at_180_degrees_is_one_piece_again_on_the_map():
    halves = [[square(178, 10, 2)], [square(-180, 10, 2)]]
    (whole,) = cuts.cut(halves, -169.0)
    assert whole.bounds == (178, 10, 182, 12)
    assert len(cuts.cut(halves, -180.0)) == 2


def test_a_hole_stays_in_its_polygon_beyond_180_degrees():
    (piece,) = cuts.cut([[across(175, 0, 12), across(182, 2, 3)[::-1]]], -169.0)
    assert piece.area == pytest.approx(144 - 9)


def test_a_ring_round_a_pole_is_closed_along_it():
    ring = [(-180.0, -70.0), (-60.0, -70.0), (60.0, -70.0), (180.0, -70.0)]
    assert cuts.unwrapped(ring)[-3:] == [(180.0, -90.0), (-180.0, -90.0), (-180.0, -70.0)]
