"""The committed outlines: complete, wound as d3 wants them, and drawing the places that the README names."""

import csv
from pathlib import Path

import pytest
from shapely.geometry import Point, Polygon

from data.shapes import points, sphere
from data.shapes.__main__ import check_winding
from data.shapes.outlines import MERGED
from data.shapes.points import unwrapped

ROOT = Path(__file__).parents[2]


def rows(path):
    with (ROOT / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


POINTS = rows("data/shapes/points.csv")
STATES = {
    actor["actor_id"]
    for actor in rows("data/records/actors.csv")
    if actor["kind"] in ("state", "observer_state", "partially_recognised_state")
} - {"ESH"}
AUTHORITIES = {actor["actor_id"] for actor in rows("data/records/actors.csv") if actor["kind"] == "de_facto_authority"}


def planes(polygons):
    """The polygons on a plane on which longitudes run past 180; self-touching rings are mended."""
    return [Polygon(unwrapped(outer), [unwrapped(hole) for hole in holes]).buffer(0) for outer, *holes in polygons]


@pytest.fixture(scope="module")
def flat(world):
    """The planes of every outline."""
    return {code: planes(polygons) for code, polygons in world.items()}


def holders(flat, longitude, latitude):
    """Ids of the outlines in which a place lies."""
    places = [Point(longitude + turn, latitude) for turn in (-360, 0, 360)]
    return {code for code, pieces in flat.items() for piece in pieces if any(map(piece.contains, places))}


def test_each_of_the_197_states_has_an_outline_or_a_dot(world):
    dots = {row["id"] for row in POINTS if row["kind"] == "dot"}
    assert len(STATES) == 197
    assert STATES - set(world) == {"VAT"}
    assert "VAT" in dots


def test_each_de_facto_authority_has_a_seat():
    seats = {row["id"] for row in POINTS if row["kind"] == "seat"}
    assert seats >= AUTHORITIES
    assert seats - AUTHORITIES == {"ESH"}


def test_land_without_an_actor_stays(world):
    assert {"GRL", "ATA", "ESH", "PRI", "HKG"} <= set(world)


def test_merged_parts_are_gone_and_their_wholes_are_one_piece(world):
    assert not set(MERGED) & set(world)
    assert [len(world[whole]) for whole in sorted(MERGED.values())] == [1, 1]


def test_outer_rings_run_clockwise_and_holes_the_other_way(world):
    check_winding(world)
    assert sum(len(polygon) > 1 for polygons in world.values() for polygon in polygons) > 2, "no hole was checked"


def test_reversed_rings_are_refused(world):
    with pytest.raises(ValueError, match="ARM"):
        check_winding({"ARM": [[ring[::-1] for ring in polygon] for polygon in world["ARM"]]})


def test_rings_are_closed_and_on_the_globe(world):
    for polygons in world.values():
        for ring in (ring for polygon in polygons for ring in polygon):
            assert ring[0] == ring[-1]
            assert len(ring) > 3
            assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)


def test_land_covers_what_it_covers(world):
    land = sphere.square_kilometres(sum(sphere.area(polygons) for polygons in world.values()))
    assert land == pytest.approx(148.9e6, rel=0.02)


@pytest.mark.parametrize(
    ("code", "square_kilometres"),
    [("ARM", 29_743), ("AZE", 86_600), ("GEO", 69_700), ("CYP", 9_251), ("SOM", 637_657), ("RUS", 17_098_246)],
)
def test_areas_are_about_right(world, code, square_kilometres):
    assert sphere.square_kilometres(sphere.area(world[code])) == pytest.approx(square_kilometres, rel=0.03)


def test_neighbours_share_their_border(world):
    points_of = {code: {point for polygon in world[code] for ring in polygon for point in ring} for code in world}
    for one, other in [("ARM", "AZE"), ("GEO", "RUS"), ("AZE", "IRN"), ("TUR", "GRC"), ("FRA", "DEU")]:
        assert len(points_of[one] & points_of[other]) > 10, (one, other)
    assert planes(world["ARM"])[0].intersection(planes(world["AZE"])[0]).area < 1e-4


@pytest.mark.parametrize(
    ("place", "longitude", "latitude", "code"),
    [
        ("Khankendi / Stepanakert", 46.752, 39.815, "AZE"),
        ("Sukhumi", 41.1, 43.05, "GEO"),
        ("Tskhinvali", 43.97, 42.226, "GEO"),
        ("Tiraspol", 29.643, 46.84, "MDA"),
        ("Kyrenia", 33.36, 35.27, "CYP"),
        ("Hargeisa", 44.065, 9.56, "SOM"),
        ("Laayoune", -13.0, 27.0, "ESH"),
        ("Tifariti", -10.567, 26.158, "ESH"),
        ("Pristina", 21.16, 42.66, "XKX"),
        ("central Crimea", 34.1, 45.2, "UKR"),
        ("Gaza", 34.4, 31.43, "PSE"),
        ("East Jerusalem", 35.24, 31.78, "PSE"),
        ("Golan Heights", 35.75, 33.0, "ISR"),
        ("Siachen Glacier", 77.1, 35.4, "KAS"),
        ("Cayenne", -53.0, 4.0, "FRA"),
        ("Chukotka, east of 180°", -175.0, 66.5, "RUS"),
        ("Iturup", 147.9, 45.1, "RUS"),
        ("Viti Levu", 177.957, -17.83, "FJI"),
    ],
)
def test_a_disputed_or_awkward_place_lies_where_the_readme_says(flat, place, longitude, latitude, code):
    assert holders(flat, longitude, latitude) == {code}, place


def test_points_of_shapes_lie_in_their_shapes(flat):
    shaped = [row for row in POINTS if row["kind"] in ("shape", "small")]
    assert {row["id"] for row in shaped} == set(flat)
    for row in shaped:
        assert holders(flat, float(row["longitude"]), float(row["latitude"])) == {row["id"]}


def test_points_are_those_that_the_outlines_give(world):
    built = {marker.id: marker for marker in points.of_shapes(world)}
    for row in POINTS:
        if row["kind"] in ("shape", "small"):
            marker = built[row["id"]]
            assert (row["kind"], row["longitude"], row["latitude"], row["area_km2"]) == (
                marker.kind,
                str(marker.longitude),
                str(marker.latitude),
                str(marker.area_km2),
            )


def test_seats_are_those_kept_by_hand():
    kept = rows("data/shapes/seats.csv")
    built = [{key: row[key] for key in kept[0]} for row in POINTS if row["kind"] == "seat"]
    assert built == kept


def test_48_states_are_too_small_for_a_world_map(world):
    """The count was made once with d3 on a drawn map; ours comes from the areas alone."""
    without_area = {row["id"] for row in POINTS if row["kind"] == "dot"}
    small = {row["id"] for row in POINTS if row["kind"] == "small"} | without_area
    assert len(small & STATES) == 48
    assert {"LUX", "MLT", "CYP", "LBN", "XKX", "VAT"} <= small
    assert not {"ARM", "AZE", "GEO", "BEL"} & small


def test_the_file_stays_small_enough_to_send():
    assert (ROOT / "data/shapes/world.geojson").stat().st_size < 1_200_000
