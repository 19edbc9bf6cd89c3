"""The committed map.json, read as a browser reads it: complete, nothing across the map, nothing between neighbours."""

import gzip
from collections import Counter
from itertools import pairwise
from math import dist

import pytest
import shapely
from shapely.geometry import Point, Polygon

from data.shapes import equal_earth, sphere
from tests.shapes.conftest import FOLDER, filled, rows
from tests.shapes.svg_path import subpaths

UNITS = equal_earth.square_units(1.0)


def largest(rings):
    return max((Polygon(ring) for ring in rings), key=lambda polygon: polygon.area)


def edges(ring):
    return {frozenset(edge) for edge in pairwise(ring)}


def test_it_holds_every_shape_of_the_atlas_and_every_actor(drawn, areas, states, places):
    shapes, dots = [shape["id"] for shape in drawn["shapes"]], [dot["id"] for dot in drawn["dots"]]
    assert len(shapes) == len(set(shapes)) == 238
    assert set(shapes) == set(areas)
    assert states - set(shapes) == {"VAT"}
    assert "VAT" in dots
    assert set(places) - states == {seat["id"] for seat in drawn["seats"]}
    assert set(shapes) & {seat["id"] for seat in drawn["seats"]} == {"ESH"}
    assert not set(dots) & set(shapes)


def test_nothing_crosses_the_map(rings):
    """A polygon that was not cut would draw a line from edge to edge."""
    longest = max((dist(*edge), code) for code in rings for ring in rings[code] for edge in pairwise(ring))
    assert longest < (15.1, "")


def test_everything_lies_on_the_globe(drawn, rings):
    assert (drawn["width"], drawn["height"]) == (960, pytest.approx(equal_earth.HEIGHT, abs=0.01))
    for ring in (ring for code in rings for ring in rings[code]):
        for x, y in ring:
            assert -0.005 <= x <= 960.005
            assert 0 <= y <= equal_earth.HEIGHT + 0.005
    # The map's edge is a curve: nothing may stand in its corners.
    (_, top), (right_at_top, _) = equal_earth.project(191, 75), equal_earth.project(191, 75)
    assert all(x < right_at_top + 0.01 for code in rings for ring in rings[code] for x, y in ring if y < top)


def test_russia_is_one_mainland_and_america_is_cut(rings):
    russia = sorted((Polygon(ring).area for ring in rings["RUS"]), reverse=True)
    assert russia[0] > 0.95 * sum(russia)
    chukotka = Point(equal_earth.project(188, 66.3))
    assert largest(rings["RUS"]).contains(chukotka)
    assert min(x for ring in rings["RUS"] for x, _ in ring) > 480
    assert {x > 480 for ring in rings["USA"] for x, _ in ring} == {True, False}
    assert len(rings["ATA"]) > 10


def test_antarctica_has_no_seam_at_180_degrees(rings):
    seam = [equal_earth.project(180, latitude) for latitude in range(-89, -84)]
    mainland = largest(rings["ATA"])
    assert all(mainland.contains(Point(point)) for point in seam)


def test_areas_are_those_on_the_globe(drawn, areas, painted):
    for shape in drawn["shapes"]:
        on_globe = -sphere.area(areas[shape["id"]]) * UNITS
        # A thousandth of a degree is a hundredth of an island that is ten kilometres wide.
        within = 0.01 if on_globe > 0.1 else 0.05
        assert shape["area"] == pytest.approx(on_globe, rel=within), shape["id"]
        assert painted[shape["id"]].area == pytest.approx(shape["area"], rel=within), shape["id"]


def test_boxes_hold_their_shapes_and_points_lie_in_them(drawn, rings, painted):
    for shape in drawn["shapes"]:
        assert tuple(shape["box"]) == pytest.approx(painted[shape["id"]].bounds, abs=0.011), shape["id"]
        point = Point(shape["point"])
        assert painted[shape["id"]].contains(point), shape["id"]
        # Kiribati's largest island lies beyond the cut; see data/shapes/points.py.
        if shape["id"] != "KIR":
            assert largest(rings[shape["id"]]).contains(point), shape["id"]


def test_no_point_lies_under_another_shape(drawn, painted):
    tree = shapely.STRtree(list(painted.values()))
    for shape in drawn["shapes"]:
        (held,) = tree.query(Point(shape["point"]), predicate="within")
        assert list(painted)[held] == shape["id"]


def test_a_border_is_drawn_by_both_neighbours_through_the_same_points(rings):
    edges_of = {code: set().union(*map(edges, rings[code])) for code in rings}
    for one, other in map(str.split, ["ARM AZE", "GEO RUS", "AZE IRN", "FRA DEU", "USA CAN", "SOM ETH", "ZAF LSO"]):
        assert len(edges_of[one] & edges_of[other]) > 10, (one, other)
    assert max(Counter(edge for code in rings for edge in edges_of[code]).values()) == 2


def test_there_is_neither_gap_nor_overlap_on_land(painted):
    """The Caspian Sea is the only hole in the land; lakes are not drawn."""
    land = shapely.union_all(list(painted.values()))
    holes = [Polygon(ring) for part in land.geoms for ring in part.interiors]
    assert [hole.contains(Point(equal_earth.project(50.5, 42))) for hole in holes] == [True]
    assert land.area == pytest.approx(sum(area.area for area in painted.values()), rel=1e-9)


def test_disputed_outlines_lie_on_what_they_are_part_of(drawn, painted):
    wholes = {"northern-cyprus": "CYP", "somaliland": "SOM", "western-sahara": "ESH", "siachen": "KAS"}
    wholes |= {"falklands": "FLK", "south-georgia": "SGS", "chagos": "IOT"}
    notes = {row["id"]: row["note"] for row in rows("data/shapes/disputed.csv")}
    assert {outline["id"] for outline in drawn["disputed"]} == set(wholes)
    for outline in drawn["disputed"]:
        hatched = filled(subpaths(outline["d"]))
        whole = painted[wholes[outline["id"]]]
        assert hatched.area > 0
        # Where the atlas's coast has no point of its own, the merged outline may round another way.
        assert hatched.difference(whole.buffer(0.02)).is_empty, outline["id"]
        assert outline["note"] == notes[outline["id"]]


def test_seats_and_dots_stand_where_they_are(drawn):
    spots = {spot["id"]: Point(spot["point"]) for spot in [*drawn["dots"], *drawn["seats"]]}
    for code, longitude, latitude in [("NKR", 46.752, 39.815), ("VAT", 12.439, 41.898), ("ESH", -10.567, 26.158)]:
        assert spots[code].distance(Point(equal_earth.project(longitude, latitude))) < 0.01


def test_it_is_small_enough_to_send():
    content = (FOLDER / "map.json").read_bytes()
    assert len(content) <= 850_000
    assert len(gzip.compress(content, compresslevel=9)) <= 270_000
