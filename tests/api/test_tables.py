"""Every table comes page by page and in every form, with the same rows; whatever cannot be answered says why."""

import csv
import io
import json
import re
import zipfile
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pyarrow as pa
import pyarrow.parquet
import pytest
import python_calamine
from starlette.applications import Starlette
from starlette.testclient import TestClient

import exports
from api import tables
from exports.csv_file import FORMULA

# Enough to need several pages, and little enough to be written eight times in a second.
ASKED = {
    "statements": "issue=nk-votes-valid",
    "positions": "issue=nk-votes-valid&as_of=2020-04-30",
    "events": "from=2020-01-01",
    "actors": "issue=nk-votes-valid",
    "sources": "issue=nk-votes-valid",
    "evidence": "issue=nk-votes-valid",
    "search": "q=peace",
    "reactions": "event=unga-62-243",
    "corrections": "",
}
# Nothing has been corrected yet; tests/exports/test_corrected.py takes a collection in which something was.
WITHOUT_ROWS = {"corrections"}
EVERY_FORM = [(table, form) for table in exports.TABLES for form in exports.forms(table)]

client = TestClient(Starlette(routes=tables.ROUTES), follow_redirects=False)


def path(address):
    """The part of an absolute address that the client asks for."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"


def rows_of(table):
    """The rows as they are asked for, made by nothing that is tested here."""
    asked = exports.asked_of(table, parse_qs(ASKED[table]))
    return pa.concat_tables([asked.schema().empty_table(), *asked.tables()])


def as_json(table):
    return json.loads(json.dumps(table.to_pylist(), default=date.isoformat))


def as_text(value):
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case float() if value.is_integer():
            return str(int(value))
        case list():
            return "|".join(value)
        case date():
            return value.isoformat()
    return str(value)


def read_csv(content):
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [
        [re.sub(FORMULA, lambda found: found[0][1:], cell) if cell[:1] == "'" else cell for cell in line]
        for line in lines
    ]


@pytest.mark.parametrize(("table", "form"), EVERY_FORM)
def test_every_table_reads_back_from_every_form_with_equal_rows(table, form):
    answer = client.get(f"/api/{table}.{form}?{ASKED[table]}")
    assert answer.status_code == 200
    expected = rows_of(table)
    assert expected.num_rows or table in WITHOUT_ROWS
    in_text = [expected.column_names, *([as_text(value) for value in row.values()] for row in expected.to_pylist())]
    match form:
        case "csv":
            assert read_csv(answer.content) == in_text
        case "csv.zip":
            archive = zipfile.ZipFile(io.BytesIO(answer.content))
            [name] = [name for name in archive.namelist() if name.endswith(".csv")]
            assert read_csv(archive.read(name)) == in_text
        case "json":
            assert answer.json()["rows"] == as_json(expected)
        case "jsonl":
            assert [json.loads(line) for line in answer.content.decode().split("\n")[:-1]] == as_json(expected)
        case "parquet":
            assert pyarrow.parquet.read_table(io.BytesIO(answer.content)).to_pylist() == expected.to_pylist()
        case "xlsx":
            sheet = python_calamine.load_workbook(io.BytesIO(answer.content)).get_sheet_by_index(0)
            lines = [as_text(row[0]) for row in sheet.to_python()]
            assert lines[len(lines) - expected.num_rows :] == [row[0] for row in in_text[1:]]
        case _:
            assert len(answer.json()["features"]) == answer.json()["about"]["rows"] == expected.num_rows


@pytest.mark.parametrize("table", exports.TABLES)
def test_all_pages_together_are_the_file_each_row_once(table):
    expected = as_json(rows_of(table))
    limit = max(1, len(expected) // 3)
    address, found, pages = f"/api/{table}?{ASKED[table]}&limit={limit}", [], []
    while address:
        answer = client.get(path(address)).json()
        assert len(answer["rows"]) <= limit
        found += answer["rows"]
        pages.append((answer["page"], answer["previous"] is not None, answer["pages"], answer["total"]))
        address = answer["next"]
    assert found == expected
    count = max(1, -(-len(expected) // limit))
    assert pages == [(number, number > 1, count, len(expected)) for number in range(1, count + 1)]


def test_the_way_back_leads_to_the_page_before():
    first = client.get(f"/api/statements?{ASKED['statements']}&limit=5").json()
    second = client.get(path(first["next"])).json()
    assert client.get(path(second["previous"])).json()["rows"] == first["rows"]


@pytest.mark.parametrize("table", exports.TABLES)
def test_the_manifest_says_what_the_csv_file_holds(table):
    manifest = client.get(f"/api/{table}.manifest.json?{ASKED[table]}").json()
    file = client.get(f"/api/{table}.csv?{ASKED[table]}")
    assert manifest["rows"] == rows_of(table).num_rows
    assert manifest["file"]["bytes"] == len(file.content)
    assert f'filename="{manifest["file"]["name"]}"' in file.headers["content-disposition"]
    assert [column["name"] for column in manifest["columns"]] == rows_of(table).column_names


def test_next_names_the_version_and_keeps_every_filter_and_the_order():
    answer = client.get("/api/statements?actor=TUR&actor=AZE&sort=oldest&limit=7&stance=support").json()
    asked = parse_qs(urlsplit(answer["next"]).query)
    version = answer["about"]["data_version"]
    assert asked["data"] == [version]
    assert (asked["actor"], asked["stance"], asked["sort"]) == (["AZE", "TUR"], ["support"], ["oldest"])
    assert (asked["limit"], asked["page"]) == (["7"], ["2"])


def test_statements_can_be_had_in_the_order_of_the_page():
    days = [row["counts_on"] for row in client.get("/api/statements?sort=newest&limit=1000").json()["rows"]]
    assert days == sorted(days, reverse=True)
    assert days != sorted(days)


def test_the_header_names_the_next_page_the_one_before_and_the_manifest():
    links = client.get(f"/api/statements?{ASKED['statements']}&limit=5&page=2").headers["link"]
    assert re.findall(r'rel="(\w+)"', links) == ["next", "prev", "describedby"]
    [described] = re.findall(r'<([^>]+)>; rel="describedby"', links)
    assert client.get(path(described)).json()["rows"] == rows_of("statements").num_rows


def test_where_nothing_is_found_there_is_one_empty_page_and_an_empty_file():
    nothing = "from=1990-01-01&to=1990-01-02&kind=vote"
    page = client.get(f"/api/statements?{nothing}").json()
    assert (page["rows"], page["total"], page["pages"], page["next"]) == ([], 0, 1, None)
    assert len(client.get(f"/api/statements.csv?{nothing}").text.splitlines()) == 1


def test_the_rule_and_the_day_have_short_names_of_the_same_meaning():
    long = client.get("/api/positions?issue=nk-votes-valid&to=2020-04-30&voice=vote&limit=1000").json()["rows"]
    short = client.get("/api/positions?issue=nk-votes-valid&as_of=2020-04-30&rule=votes&limit=1000").json()["rows"]
    assert short == long
    assert short != client.get("/api/positions?issue=nk-votes-valid&as_of=2020-04-30&limit=1000").json()["rows"]


def test_a_spreadsheet_that_cannot_hold_the_rows_is_refused_with_forms_that_can(monkeypatch):
    made = exports.stream

    def stream(tables, schema, about, form, **more):
        if form == "xlsx":
            raise exports.TooManyRows("The sheet is too small.")
        return made(tables, schema, about, form, **more)

    monkeypatch.setattr(exports, "stream", stream)
    answer = client.get(f"/api/statements.xlsx?{ASKED['statements']}")
    said = answer.json()
    assert (answer.status_code, said["type"], said["detail"]) == (422, "/api#too-many-rows", "The sheet is too small.")
    assert [each["form"] for each in said["alternatives"]] == ["csv", "parquet"]
    for each in said["alternatives"]:
        assert client.get(path(each["href"])).status_code == 200


def test_the_collections_and_their_issues_are_listed():
    [collection] = client.get("/api/collections").json()["collections"]
    assert {"title", "licence", "data_version", "versions"} <= set(collection)
    issues = client.get(path(collection["issues"])).json()["issues"]
    assert client.get(f"/api/statements?issue={issues[0]['issue_id']}&limit=1").json()["total"] > 0
    assert client.get("/api/collections?issue=x").status_code == 422
    assert client.get("/api/issues?collection=nowhere").status_code == 422


def test_positions_on_very_many_issues_are_refused_in_a_sentence(monkeypatch):
    monkeypatch.setattr(exports.parameters, "MOST_ISSUES", 3)
    for address in ("/api/positions", "/api/positions.csv", "/api/positions.manifest.json"):
        refused = client.get(address)
        assert refused.status_code == 422, address
        assert "positions are given on at most 3 at once" in refused.json()["detail"]
