"""Rows whose texts came as numbers give the same files as rows of texts, in every form."""

import json
from datetime import UTC, datetime

import pytest

import exports
from queries.coded import decoded

NOW = datetime(2026, 11, 24, tzinfo=UTC)
VIEW = {"issue": ["nk-votes-valid"], "from": ["2020-03-01"], "to": ["2020-04-30"]}
FILES = [(table, form) for table in ("positions", "events", "statements") for form in exports.forms(table)]


@pytest.mark.parametrize(("table", "form"), FILES)
def test_rows_that_come_as_numbers_give_the_same_file_as_texts(table, form):
    asked = exports.asked_of(table, VIEW)
    rows = asked.rows()
    pieces = [*rows.tables]
    about = asked.about("http://localhost/", NOW)
    plain = [decoded(piece) for piece in pieces]
    written = b"".join(exports.stream(pieces, rows.schema, about, form))
    assert written == b"".join(exports.stream(plain, plain[0].schema, about, form))


def test_statements_do_come_as_numbers():
    schema = exports.asked_of("statements", VIEW).rows().schema
    assert schema != decoded(schema.empty_table()).schema


def test_every_area_of_the_map_has_the_id_of_its_actor():
    asked = exports.asked_of("positions", VIEW)
    rows = asked.rows()
    file = b"".join(exports.stream(rows.tables, rows.schema, asked.about("http://localhost/", NOW), "geojson"))
    features = json.loads(file)["features"]
    assert features
    assert [each["id"] for each in features] == [each["properties"]["actor_id"] for each in features]
