"""The rows on the screen are the rows in every file, for any view: 300 of them, against the plain oracle.

A page reads the address by `ui`, a file by `exports`, the oracle by itself; all three have to agree.
"""

import io
import json
import zipfile
from collections import Counter
from datetime import UTC, datetime
from hashlib import sha256
from random import Random
from urllib.parse import urlencode

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from python_calamine import load_workbook
from starlette.applications import Starlette
from starlette.testclient import TestClient

import exports
import queries
from api import tables
from tests.api.views import SEED, drawn, ids, rule
from tests.exports.readers import plain, read, texts
from tests.queries.dates import touches
from tests.queries.oracle import Oracle
from tests.queries.positions_oracle import positions
from ui import address, rows
from ui.parameters import defaults, parameters
from ui.view import View

VIEWS = drawn(300)
# A workbook takes ten times as long to write and to read as all the others together.
WITH_EXCEL, WITH_POSITIONS = 40, 60
KEY = "statement_id"
NOW = datetime(2026, 11, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def client():
    with TestClient(Starlette(routes=tables.ROUTES)) as client:
        yield client


@pytest.fixture(scope="module")
def oracle():
    connection = queries.opened(next(iter(queries.served())))
    names = ("actors", "memberships", "issues", "events", "sources", "statements", "evidence", "coverage")
    return Oracle({name: connection.cursor().sql(f"from {name}").to_arrow_table().to_pylist() for name in names})


def got(client, path, view):
    answer = client.get(f"/api/{path}?{urlencode(view, doseq=True)}")
    assert answer.status_code == 200, answer.text
    return answer.content


def made(table, view, forms):
    """Every form of the rows of a view, and what the manifest says, from one reading of the rows."""
    asked = exports.asked_of(table, view)
    rows = asked.rows()
    pieces = [*rows.tables]
    about = asked.about("http://testserver/", NOW, rows.total)
    files = {form: b"".join(exports.stream(iter(pieces), rows.schema, about, form)) for form in forms}
    return files, exports.manifest(iter(pieces), rows.schema, about)


def seen(view):
    """What the page shows of an address."""
    values, complaints = address.read(view, parameters())
    assert not complaints
    state = defaults() | values
    every = state["issue"] == "every-issue"
    return View(
        since=state["from"],
        until=state["to"],
        issue="" if every else state["issue"],
        actors=state["actor"],
        members_of=state["org"],
        stances=state["stance"],
        kinds=state["kind"],
        attributions=state["attribution"],
        source=state["source"] or "",
    )


def put(view):
    """An address as the oracle takes it."""
    days = {"from": "1988-01-01", "to": "2026-12-31"} | {name: view[name][0] for name in ("from", "to") if name in view}
    issue = view["issue"][0]
    return {
        "since": pd.Timestamp(days["from"]).date(),
        "until": pd.Timestamp(days["to"]).date(),
        "issue_id": None if issue == "every-issue" else issue,
        "actors": view.get("actor"),
        "members_of": view.get("org"),
        "stances": view.get("stance"),
        "kinds": view.get("kind"),
        "attributions": view.get("attribution"),
        "source_id": view.get("source", [None])[0],
    }


@pytest.mark.parametrize("number", range(len(VIEWS)))
def test_statements_on_the_screen_are_those_of_every_file_and_of_the_rule(client, oracle, number):
    view = VIEWS[number]
    expected = sorted((plain(oracle.as_read(row)) for row in oracle.in_view(put(view))), key=lambda row: row[KEY])
    shown = seen(view)
    on_screen = rows.records("statements_in_view", **shown.parameters(), sort="newest", limit=None, offset=0)
    assert sorted(map(plain, on_screen), key=lambda row: row[KEY]) == expected
    assert shown.size()["count_statements"] == len(expected)
    forms = ("csv", "csv.zip", "json", "jsonl", "parquet", *(["xlsx"] if number < WITH_EXCEL else []))
    files, told = made("statements", view, forms)
    assert read(files["json"], "json") == read(files["jsonl"], "jsonl") == read(files["parquet"], "parquet") == expected
    for form in [form for form in ("csv", "csv.zip", "xlsx") if form in files]:
        assert [*map(texts, read(files[form], form))] == [*map(texts, expected)]
    assert_manifests_are_true(told, files, len(expected))
    if number % 10 == 0:
        assert got(client, "statements.csv", view) == files["csv"]
        assert json.loads(got(client, "statements.manifest.json", view))["file"] == told["file"]


def assert_manifests_are_true(told, files, count):
    """Each names the number of rows and the hash of the CSV, wherever it stands."""
    digest = sha256(files["csv"]).hexdigest()
    assert (told["rows"], told["file"]["sha256"], told["file"]["bytes"]) == (count, digest, len(files["csv"]))
    packed = json.loads(zipfile.ZipFile(io.BytesIO(files["csv.zip"])).read("manifest.json"))
    assert (packed["rows"], packed["file"]["sha256"]) == (count, digest)
    whole = json.loads(files["json"])
    assert (whole["about"]["rows"], whole["end"]) == (count, {"rows": count, "sha256_of_csv": digest})
    footer = json.loads(pq.read_metadata(pa.BufferReader(files["parquet"])).metadata[b"demarche"])
    assert (footer["rows"], footer["sha256_of_csv"]) == (count, digest)
    if "xlsx" in files:
        about = load_workbook(io.BytesIO(files["xlsx"])).get_sheet_by_name("About").to_python()
        assert {line[0]: line[1] for line in about}["Rows"] == count
        assert digest in {line[1] for line in about}


@pytest.mark.parametrize("number", range(WITH_POSITIONS))
def test_positions_on_the_screen_are_those_of_every_file_and_of_the_rule(client, oracle, number):
    draw = Random(SEED + number)
    view = VIEWS[number] | {"issue": [draw.choice(ids()["issue"][:-1])]} | rule(draw, ids())
    counted = {
        "voices": view["voice"] or None,
        "un_members_only": view["count"] == ["un"],
        "through": sorted(view["through"]) or None,
    }
    expected = [plain(row) for row in positions(oracle, put(view) | counted)]
    on_screen = rows.records("positions_as_of", **seen(view).parameters(), **counted)
    assert [plain(row) for row in on_screen] == expected
    files, _ = made("positions", view, ("csv", "json", "geojson", "points.geojson", "parquet"))
    for form, content in files.items():
        found = read(content, form)
        if form == "csv":
            assert found == [texts(row) for row in expected]
        else:
            assert found == expected


@pytest.mark.parametrize("number", range(0, len(VIEWS), 6))
def test_what_the_statements_rest_on_is_in_every_file_and_nothing_else(client, oracle, number):
    view = VIEWS[number]
    asked = put(view)
    said = {row[KEY]: row for row in oracle.in_view(asked)}
    grounds = [row for each in said.values() for row in oracle.passing_evidence(each, asked)]
    columns = (KEY, "source_id", "attribution", "exact")
    found = read(got(client, "evidence.json", view), "json")
    assert sorted([str(row[name]) for name in columns] for row in found) == sorted(
        [str(row[name]) for name in columns] for row in grounds
    )
    assert [row["actor_id"] for row in found] == [said[row[KEY]]["actor_id"] for row in found]
    carried = Counter(source for source, _ in {(row["source_id"], row[KEY]) for row in grounds})
    assert counted(client, "sources", "source_id", view) == carried
    assert counted(client, "actors", "actor_id", view) == Counter(row["actor_id"] for row in said.values())
    events = {row["event_id"]: row for row in read(got(client, "events.geojson", view), "geojson")}
    assert set(events) == {
        key for key, event in oracle.events.items() if touches(event, asked["since"], asked["until"])
    }
    reactions = Counter(row["event_id"] for row in said.values())
    assert {key: row["count_statements"] for key, row in events.items()} == {key: reactions[key] for key in events}


def counted(client, table, key, view):
    """How many statements in view each row of a table has, but for those with none; CSV and Parquet agree on it."""
    rows_of = read(got(client, f"{table}.parquet", view), "parquet")
    in_csv = read(got(client, f"{table}.csv", view), "csv")
    assert [(row[key], str(row["count_statements"])) for row in rows_of] == [
        (row[key], row["count_statements"]) for row in in_csv
    ]
    return Counter({row[key]: row["count_statements"] for row in rows_of if row["count_statements"]})
