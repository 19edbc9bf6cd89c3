"""GeoJSON as RFC 7946 has it: every row a feature, every place where it is drawn."""

import csv
import json
from functools import cache
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pytest
from shapely.geometry import shape

import queries
from charts import shapes
from exports import FORMS, PLACE_FORMS, CannotHold, RowsDiffer, file_name, pieces, places, write
from tests.exports.tables import about, statements

FORM_NAMES = pytest.mark.parametrize("form", PLACE_FORMS)
POINTS = Path(__file__).parents[2] / "data" / "shapes" / "points.csv"
KINDS_WITH_A_PLACE = {"state", "observer_state", "partially_recognised_state", "de_facto_authority"}


def positions(*actor_ids):
    """Rows about these actors, with every type that such tables have."""
    count = len(actor_ids)
    return pa.table(
        {
            "actor_id": list(actor_ids),
            "stance": [None if at % 2 else "oppose" for at in range(count)],
            "is_vote": [True] * count,
            "counts_on": pa.array([18_000] * count, pa.date32()),
            "through": [["EU", "UN"]] * count,
        }
    )


def read(table, form, **more):
    return json.loads(write(table, about(table, table="positions", **more), form))


@cache
def located():
    with POINTS.open(newline="") as file:
        return list(csv.DictReader(file))


@cache
def of_every_place(form):
    return read(positions(*sorted({row["id"] for row in located()})), form)["features"]


def of(form, actor_id):
    [feature] = [feature for feature in of_every_place(form) if feature["id"] == actor_id]
    return feature["geometry"]


def rings_of(geometry):
    if geometry["type"] == "Point":
        return
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for polygon in polygons:
        yield from ((at == 0, ring) for at, ring in enumerate(polygon))


def signed_area(ring):
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise(ring)) / 2


@FORM_NAMES
def test_the_file_has_the_members_that_the_standard_asks_for_and_none_that_it_forbids(form):
    said = read(positions("FRA", "EU"), form)
    assert said["type"] == "FeatureCollection"
    assert [*said] == ["type", "about", "features", "end"]
    for feature in said["features"]:
        assert feature["type"] == "Feature"
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert isinstance(feature["id"], str)


@FORM_NAMES
def test_every_place_lies_on_the_globe_and_is_a_valid_geometry(form):
    assert len(of_every_place(form)) > 240
    for feature in of_every_place(form):
        geometry = feature["geometry"]
        assert set(geometry) == {"type", "coordinates"}
        assert geometry["type"] in {"Point", "Polygon", "MultiPolygon"}
        assert shape(geometry).is_valid, feature["id"]
        west, south, east, north = shape(geometry).bounds
        assert min(west + 180, 180 - east, south + 90, 90 - north) >= 0, feature["id"]


def test_rings_are_closed_and_wind_as_the_standard_says():
    for feature in of_every_place("geojson"):
        for is_outer, ring in rings_of(feature["geometry"]):
            assert len(ring) >= 4
            assert ring[0] == ring[-1]
            assert all(len(position) == 2 for position in ring)
            assert (signed_area(ring) > 0) == is_outer, feature["id"]


def test_no_outline_crosses_the_antimeridian():
    for feature in of_every_place("geojson"):
        if feature["id"] == "ATA":  # runs along the pole from edge to edge
            continue
        for _, ring in rings_of(feature["geometry"]):
            steps = pairwise(ring)
            assert max(abs(east - west) for (west, _), (east, _) in steps) < 180, feature["id"]
    for actor_id in ("RUS", "FJI"):
        west, _, east, _ = shape(of("geojson", actor_id)).bounds
        assert (west, east) == (-180, 180)


def test_each_label_point_lies_in_its_outline():
    for feature in of_every_place("geojson"):
        point = shape(of("points.geojson", feature["id"]))
        assert shape(feature["geometry"]).covers(point), feature["id"]


@FORM_NAMES
def test_who_has_no_outline_stands_at_a_point_and_who_has_a_seat_at_the_seat(form):
    alone = {row["id"]: row for row in located() if row["kind"] in ("dot", "seat")}
    assert {"VAT", "ESH", "NKR"} <= set(alone)
    for actor_id, row in alone.items():
        coordinates = [float(row["longitude"]), float(row["latitude"])]
        assert of(form, actor_id) == {"type": "Point", "coordinates": coordinates}


@FORM_NAMES
def test_an_actor_without_a_place_keeps_its_row(form):
    features = read(positions("FRA", "EU", "FRA-SENATE"), form)["features"]
    assert [feature["id"] for feature in features] == ["FRA", "EU", "FRA-SENATE"]
    assert [feature["geometry"] is None for feature in features] == [False, True, True]


@FORM_NAMES
def test_rows_and_header_are_those_of_the_json_form(form):
    table = positions("FRA", "EU", "NKR")
    as_json, said = read(table, "json"), read(table, form)
    assert [feature["properties"] for feature in said["features"]] == as_json["rows"]
    assert said["features"][0]["properties"]["counts_on"] == "2019-04-14"
    origin = {"boundaries": places.BOUNDARIES, "shapes": shapes.SOURCE}
    assert said["about"] == as_json["about"] | origin
    assert said["end"] == as_json["end"]


@FORM_NAMES
def test_actors_with_several_rows_keep_all_of_them_without_an_id(form):
    features = read(positions("FRA", "DEU", "FRA"), form)["features"]
    assert [feature["properties"]["actor_id"] for feature in features] == ["FRA", "DEU", "FRA"]
    assert not [feature for feature in features if "id" in feature]
    assert features[0]["geometry"] == features[2]["geometry"]


@FORM_NAMES
def test_rows_with_coordinates_are_points_there_and_keep_their_rows_without_them(form):
    table = pa.table(
        {
            "event_id": ["baku", "nowhere", "half"],
            "latitude": [40.4, None, 40.4],
            "longitude": [49.9, None, None],
        }
    )
    said = read(table, form)
    assert [feature["id"] for feature in said["features"]] == ["baku", "nowhere", "half"]
    assert [feature["geometry"] for feature in said["features"]] == [
        {"type": "Point", "coordinates": [49.9, 40.4]},
        None,
        None,
    ]
    assert not {"boundaries", "shapes"} & set(said["about"])


@FORM_NAMES
def test_a_table_of_more_than_one_piece_has_no_ids_since_nobody_knows_yet_whether_they_are_unique(form, monkeypatch):
    monkeypatch.setattr(pieces, "PIECE", 2)
    features = read(positions("FRA", "DEU", "ITA"), form)["features"]
    assert [feature["properties"]["actor_id"] for feature in features] == ["FRA", "DEU", "ITA"]
    assert not [feature for feature in features if "id" in feature]


@FORM_NAMES
def test_a_table_without_a_place_is_refused(form):
    table = statements()
    with pytest.raises(CannotHold, match="these are statements; take CSV"):
        write(table, about(table), form)
    coded = statements().append_column("longitude", pa.array(["49.9"] * 3))
    with pytest.raises(CannotHold, match="a latitude and a longitude"):
        write(coded, about(coded), form)
    turned = positions("FRA").select(["stance", "actor_id"])
    with pytest.raises(CannotHold, match="about one actor each"):
        write(turned, about(turned), form)


@FORM_NAMES
def test_a_file_is_complete_or_it_is_not_written(form):
    table = positions("FRA", "DEU")
    with pytest.raises(RowsDiffer):
        write(table, about(table, rows=3), form)
    holed = table.append_column("share", pa.array([0.5, float("nan")]))
    with pytest.raises(CannotHold, match="row 2"):
        write(holed, about(holed), form)


@FORM_NAMES
def test_no_rows_are_no_features(form):
    assert read(positions("FRA").slice(0, 0), form)["features"] == []


@FORM_NAMES
def test_the_same_rows_give_the_same_bytes(form):
    table = positions("RUS", "EU")
    assert write(table, about(table), form) == write(table, about(table), form)


def test_forms_for_places_have_names_of_their_own_and_end_as_geojson():
    assert not FORMS.keys() & PLACE_FORMS.keys()
    table = positions("FRA")
    names = [file_name(about(table, table="positions"), form) for form in PLACE_FORMS]
    stem = "demarche-positions-nk-votes-valid-2020-03-01-2020-04-30-a1b2c3d4e5f6"
    assert names == [f"{stem}.geojson", f"{stem}.points.geojson"]
    assert {form.mime for form in PLACE_FORMS.values()} == {"application/geo+json"}


def test_every_state_and_authority_of_the_collection_has_a_place_and_nobody_else():
    actors = queries.run("actors").to_pylist()
    drawn = {actor["actor_id"] for actor in actors if places.areas().get(actor["actor_id"])}
    assert drawn == {actor["actor_id"] for actor in actors if actor["kind"] in KINDS_WITH_A_PLACE}
    assert places.areas().keys() == places.points().keys()
