"""The script's steps on shapes small enough to draw in one's head."""

import hashlib
import json
from math import dist, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.shapes import outlines, points, sphere, topology
from data.shapes.__main__ import keep_old
from tests.shapes.squares import LEFT, RIGHT, across, square

# Two unit squares side by side, the middle line walked up by the left one and down by the right one.
TOPOLOGY = {
    "transform": {"scale": [0.5, 0.5], "translate": [10, 20]},
    "arcs": [
        [[2, 0], [0, 2]],
        [[2, 2], [-2, 0], [0, -2], [2, 0]],
        [[2, 2], [2, 0], [0, -2], [-2, 0]],
    ],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "arcs": [[~1, ~0]], "properties": {"a3": "CYP"}},
                {"type": "MultiPolygon", "arcs": [[[2, 0]]], "properties": {"a3": "CYN"}},
            ]
        }
    },
}
OCTANT = [(0.0, 0.0), (0.0, 90.0), (90.0, 0.0), (0.0, 0.0)]

longitudes = st.floats(-180, 180)


def test_arcs_are_steps_on_a_grid_and_may_run_backwards():
    assert topology.decode(TOPOLOGY) == {"CYP": [[LEFT]], "CYN": [[RIGHT]]}


def test_a_code_that_is_there_twice_is_refused():
    twice = json.loads(json.dumps(TOPOLOGY).replace("CYN", "CYP"))
    with pytest.raises(ValueError, match="repeated"):
        topology.decode(twice)


def test_a_geometry_that_is_no_polygon_is_refused():
    line = json.loads(json.dumps(TOPOLOGY).replace("MultiPolygon", "LineString"))
    with pytest.raises(ValueError, match="LineString"):
        topology.decode(line)


def test_another_package_is_refused(tmp_path):
    package = tmp_path / "atlas.tgz"
    package.write_bytes(b"something else")
    with pytest.raises(ValueError, match=hashlib.sha256(b"something else").hexdigest()):
        topology.read(package)


def test_merging_leaves_one_clockwise_ring_without_the_line_between():
    shapes = topology.decode(TOPOLOGY) | {"SOM": [[square(40, 0, 1)]], "SOL": [[square(41, 0, 1)]]}
    merged = outlines.merge(shapes)
    assert set(merged) == {"CYP", "SOM"}
    ((ring,),) = merged["CYP"]
    assert sphere.signed_area(ring) > 0
    assert sphere.signed_area(ring) == pytest.approx(sphere.area([[LEFT], [RIGHT]]))


def test_decimals_depend_on_the_place():
    fine, coarse = square(45.12345, 40.12345, 5.12345), square(5.12345, 5.12345, 5.12345)
    simplified = outlines.simplify({"AZE": [[fine]], "NGA": [[coarse]]})
    assert simplified["AZE"][0][0][0] == (45.123, 40.123)
    assert simplified["NGA"][0][0][0] == (5.12, 5.12)


def test_tiny_shapes_keep_three_decimals_and_islets_go():
    islet = square(30, 30, 0.001)
    simplified = outlines.simplify({"NRU": [[square(166.9166, -0.5464, 0.05)]], "LBY": [[square(20, 25, 5)], [islet]]})
    assert simplified["NRU"][0][0][0] == (166.917, -0.546)
    assert len(simplified["LBY"]) == 1


def test_a_shape_without_area_goes_but_one_that_would_vanish_stops_the_build():
    dot = [(12.439, 41.898), (12.439, 41.898)]
    assert outlines.simplify({"VAT": [[dot]]}) == {}
    with pytest.raises(ValueError, match="MCO"):
        outlines.simplify({"MCO": [[square(7.4, 43.7, 0.0001)]]})


def test_a_map_that_was_published_is_kept_under_the_name_that_pages_ask_for(tmp_path):
    (tmp_path / "map.json").write_text("old")
    keep_old(tmp_path, "old")
    assert [path.name for path in tmp_path.iterdir()] == ["map.json"]
    keep_old(tmp_path, "new")
    digest = hashlib.sha256(b"old").hexdigest()[:12]
    assert (tmp_path / "versions" / f"map-{digest}.json").read_text() == "old"
    assert not (tmp_path / "map.json").exists()


def test_an_octant_is_an_eighth_of_the_globe():
    assert sphere.signed_area(OCTANT) == pytest.approx(pi / 2)
    assert sphere.signed_area(OCTANT[::-1]) == pytest.approx(-pi / 2)
    assert sphere.square_kilometres(4 * pi) == pytest.approx(510.1e6, rel=1e-3)


@given(longitudes, st.floats(-60, 60), st.floats(0.5, 20))
def test_area_does_not_change_when_the_globe_turns(turn, south, size):
    ring, turned = square(0, south, size), across(turn, south, size)
    assert sphere.signed_area(turned) == pytest.approx(sphere.signed_area(ring), rel=1e-6)
    assert sphere.signed_area(ring) > 0


@given(longitudes, st.floats(-60, 60), st.floats(0.5, 20))
def test_a_marker_stands_in_its_shape_on_either_side_of_the_antimeridian(turn, south, size):
    (marker,) = points.of_shapes({"FJI": [[across(turn, south, size)]]})
    assert 0 < (marker.longitude - turn) % 360 < size
    assert south < marker.latitude < south + size
    assert -180 <= marker.longitude <= 180


def test_a_marker_stands_in_the_largest_part():
    (marker,) = points.of_shapes({"X": [[square(0, 0, 1)], [square(50, 0, 3)]]})
    assert 50 < marker.longitude < 53


def test_a_marker_stands_clear_of_a_seat():
    """Cyprus has to be hit beside the diamond north of Nicosia, which is near the island's middle."""
    seat = next(seat for seat in points.of_seats() if seat.id == "NCY")
    (marker,) = points.of_shapes({"CYP": [[square(seat.longitude - 1, seat.latitude - 1, 2)]]})
    assert dist((marker.longitude, marker.latitude), (seat.longitude, seat.latitude)) > 0.6


def test_sixteen_square_pixels_divide_small_from_visible():
    # 16 px² of a map 960 px wide are about 20,650 km²: a square of 1.29° at the equator.
    kinds = {m.id: m.kind for m in points.of_shapes({"S": [[square(0, 0, 1.27)]], "L": [[square(0, 0, 1.31)]]})}
    assert kinds == {"S": "small", "L": "shape"}
