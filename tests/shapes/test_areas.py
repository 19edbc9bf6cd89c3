"""The committed areas and points: complete, as RFC 7946 asks, and holding the places that docs/borders.md names."""

import pytest
from shapely.geometry import Point, shape

from data.shapes import equal_earth, sphere
from data.shapes.outlines import MERGED
from tests.shapes.conftest import FOLDER, rows

POINTS = rows("data/shapes/points.csv")


@pytest.fixture(scope="module")
def valid(features):
    """Every geometry, as shapely reads it."""
    return {code: shape(geometry) for code, geometry in features.items()}


def steradians(polygons):
    """Area on the globe; outer rings run counter-clockwise here, and that counts as negative."""
    return -sphere.area(polygons)


def holders(valid, longitude, latitude):
    """Ids of the areas in which a place lies."""
    return {code for code, area in valid.items() if area.contains(Point(longitude, latitude))}


def test_each_of_the_197_states_has_an_outline_or_a_dot(features, states):
    assert len(states) == 197
    assert states - set(features) == {"VAT"}
    assert "VAT" in {row["id"] for row in POINTS if row["kind"] == "dot"}


def test_each_de_facto_authority_has_a_seat(places, states):
    seats = {row["id"] for row in POINTS if row["kind"] == "seat"}
    authorities = set(places) - states - {"ESH"}
    assert authorities
    assert seats == authorities | {"ESH"}


def test_land_without_an_actor_stays(features):
    assert {"GRL", "ATA", "ESH", "PRI", "HKG"} <= set(features)


def test_merged_parts_are_gone_and_their_wholes_are_one_piece(features):
    assert not set(MERGED) & set(features)
    assert [features[whole]["type"] for whole in sorted(MERGED.values())] == ["Polygon", "Polygon"]


def test_outer_rings_run_counter_clockwise_and_holes_the_other_way(areas):
    assert all(steradians([[outer]]) > 0 for polygons in areas.values() for outer, *_ in polygons)
    holes = [hole for polygons in areas.values() for _, *holes in polygons for hole in holes]
    assert len(holes) > 3
    assert all(steradians([[hole]]) < 0 for hole in holes)


def test_rings_are_closed_on_the_globe_and_cut_at_180_degrees(areas):
    for polygons in areas.values():
        for ring in (ring for polygon in polygons for ring in polygon):
            assert ring[0] == ring[-1]
            assert len(ring) > 3
            assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)
    assert any(x == -180 for outer, *_ in areas["RUS"] for x, _ in outer), "Chukotka ends at the cut"


def test_every_area_is_valid_and_none_lies_over_another(valid):
    assert [code for code, area in valid.items() if not area.is_valid] == []
    for one, other in [("ARM", "AZE"), ("GEO", "RUS"), ("ISR", "PSE"), ("SRB", "XKX"), ("CHE", "LIE"), ("ITA", "SMR")]:
        assert valid[one].touches(valid[other]), (one, other)


def test_land_covers_what_it_covers(areas):
    land = sphere.square_kilometres(sum(map(steradians, areas.values())))
    assert land == pytest.approx(148.9e6, rel=0.02)


@pytest.mark.parametrize(
    ("code", "square_kilometres"),
    [("ARM", 29_743), ("AZE", 86_600), ("GEO", 69_700), ("CYP", 9_251), ("SOM", 637_657), ("RUS", 17_098_246)],
)
def test_areas_are_about_right(areas, code, square_kilometres):
    assert sphere.square_kilometres(steradians(areas[code])) == pytest.approx(square_kilometres, rel=0.03)


def test_neighbours_share_the_points_of_their_border(areas):
    points_of = {code: {point for polygon in areas[code] for ring in polygon for point in ring} for code in areas}
    for one, other in [("ARM", "AZE"), ("GEO", "RUS"), ("AZE", "IRN"), ("TUR", "GRC"), ("FRA", "DEU")]:
        assert len(points_of[one] & points_of[other]) > 10, (one, other)


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
        ("Donetsk", 37.8, 48.0, "UKR"),
        ("Srinagar", 74.8, 34.1, "IND"),
        ("Gilgit", 74.3, 35.9, "PAK"),
        ("Aksai Chin", 79.5, 35.2, "CHN"),
        ("Tawang, Arunachal Pradesh", 92.0, 27.6, "IND"),
        ("Halaib", 35.9, 22.4, "EGY"),
        ("Bir Tawil", 33.7, 21.87, "SDN"),
        ("Abyei", 28.4, 9.6, "SDN"),
        ("Ilemi triangle", 35.4, 5.0, "KEN"),
        ("Stanley, Falkland Islands (Malvinas)", -58.2, -51.75, "FLK"),
        ("Taipei", 121.3, 24.9, "TWN"),
        ("Cayenne", -53.0, 4.0, "FRA"),
        ("Chukotka, east of 180°", -175.0, 66.5, "RUS"),
        ("Iturup", 147.9, 45.1, "RUS"),
        ("Viti Levu", 177.957, -17.83, "FJI"),
    ],
)
def test_a_disputed_or_awkward_place_lies_where_the_borders_page_says(valid, place, longitude, latitude, code):
    assert holders(valid, longitude, latitude) == {code}, place


def test_points_of_shapes_lie_in_their_shapes(valid):
    shaped = [row for row in POINTS if row["kind"] in ("shape", "small")]
    assert {row["id"] for row in shaped} == set(valid)
    for row in shaped:
        assert holders(valid, float(row["longitude"]), float(row["latitude"])) == {row["id"]}


def test_kinds_and_areas_of_points_are_those_of_the_outlines(areas):
    for row in (row for row in POINTS if row["kind"] in ("shape", "small")):
        covered = steradians(areas[row["id"]])
        assert int(row["area_km2"]) == pytest.approx(sphere.square_kilometres(covered), rel=1e-3, abs=1)
        assert (row["kind"] == "small") == (equal_earth.square_units(covered) < 16), row["id"]


def test_seats_are_those_kept_by_hand():
    kept = rows("data/shapes/seats.csv")
    built = [{key: row[key] for key in kept[0]} for row in POINTS if row["kind"] == "seat"]
    assert built == kept


def test_48_states_are_too_small_for_a_world_map(states):
    """The count was made once with d3 on a drawn map; ours comes from the areas alone."""
    small = {row["id"] for row in POINTS if row["kind"] in ("small", "dot")}
    assert len(small & states) == 48
    assert {"LUX", "MLT", "CYP", "LBN", "XKX", "VAT"} <= small
    assert not {"ARM", "AZE", "GEO", "BEL"} & small


def test_the_file_stays_small_enough_to_keep():
    assert (FOLDER / "areas.geojson").stat().st_size < 1_200_000
