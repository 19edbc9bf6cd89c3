"""Every file says which rows it holds, of which data version and under which licence."""

import io
import json
import re
import zipfile
from dataclasses import FrozenInstanceError
from datetime import UTC, datetime
from hashlib import sha256

import pyarrow.parquet as pq
import pytest
from python_calamine import load_workbook

from exports import file_name, write
from tests.exports.tables import about, statements


def about_sheet(said):
    book = load_workbook(io.BytesIO(write(statements(), said, "xlsx")))
    assert book.sheet_names == ["Statements", "About"]
    return [tuple(row) for row in book.get_sheet_by_name("About").to_python()]


def test_the_workbook_has_a_sheet_about_itself():
    said = about(statements())
    lines = about_sheet(said)
    assert lines[0] == (said.title, "", "", "")
    told = {name: value for name, value, *_ in lines}
    assert (told["Collection"], told["Collection id"]) == ("Nagorno-Karabakh", "nagorno-karabakh")
    assert told["Rows"] == 3
    assert dict(said.filters).items() <= told.items()
    assert told["Data version"] == "a1b2c3d4e5f6"
    assert told["Created at"] == "2026-11-24T09:30:15Z"
    assert told["Licence"] == "CC BY 4.0"
    assert told["Licence text"] == said.licence_url
    assert told["Cite as"] == said.citation
    assert told["How it was made"] == said.method
    assert [value for name, value, *_ in lines if name == "Made from"] == [*said.made_from]
    assert told["This view"] == said.url
    assert told["These rows"] == said.api_url
    assert (told["Table"], told["Subject"]) == ("statements", "nk-votes-valid")
    assert (told["First day"], told["Last day"]) == ("2020-03-01", "2020-04-30")
    assert told["SHA-256 of the CSV"] == sha256(write(statements(), said, "csv")).hexdigest()


def test_the_workbook_leaves_out_what_it_has_nothing_to_say_of():
    said = about(statements(), url="", api_url="", subject="", since=None, until=None)
    names = {name for name, *_ in about_sheet(said)}
    assert not names & {"This view", "These rows", "Subject", "First day", "Last day"}


def test_the_workbook_explains_every_column():
    said = about(statements())
    lines = about_sheet(said)
    heading = lines.index(("Column", "Type", "Unit", "Description"))
    assert lines[heading + 1 :] == [tuple(column) for column in said.columns]


def test_a_workbook_of_the_whole_collection_says_so():
    assert ("Filters", "none: every row of the collection", "", "") in about_sheet(
        about(statements(), filters=(), url="")
    )


def test_the_workbook_is_dated_by_its_about_and_not_by_the_clock():
    with zipfile.ZipFile(io.BytesIO(write(statements(), about(statements()), "xlsx"))) as book:
        properties = book.read("docProps/core.xml").decode()
        assert {member.date_time for member in book.infolist()} == {(2026, 11, 24, 9, 30, 14)}
    assert "2026-11-24T09:30:15Z" in properties
    assert about(statements()).title in properties


def test_the_header_of_the_workbook_is_bold_frozen_and_filterable_and_dates_are_iso():
    with zipfile.ZipFile(io.BytesIO(write(statements(), about(statements()), "xlsx"))) as book:
        sheet, styles = book.read("xl/worksheets/sheet1.xml").decode(), book.read("xl/styles.xml").decode()
    assert '<autoFilter ref="A1:H4"/>' in sheet
    assert '<pane ySplit="1" topLeftCell="A2"' in sheet
    assert 'formatCode="yyyy-mm-dd"' in styles
    fonts, formats = styles.split("<font>")[1:], styles.split("<cellXfs")[1].split("<xf ")[1:]
    [header] = re.findall(r'<c r="A1" s="(\d+)"', sheet)
    [font] = re.findall(r'fontId="(\d+)"', formats[int(header)])
    assert "<b/>" in fonts[int(font)]


def test_json_says_everything():
    said = about(statements(), since=None)
    told = json.loads(write(statements(), said, "json"))
    assert told["end"] == {"rows": 3, "sha256_of_csv": sha256(write(statements(), said, "csv")).hexdigest()}
    assert [*told] == ["about", "rows", "end"]
    assert told["about"] == {
        "title": said.title,
        "collection_id": "nagorno-karabakh",
        "collection": "Nagorno-Karabakh",
        "filters": [{"name": name, "value": value} for name, value in said.filters],
        "rows": 3,
        "data_version": "a1b2c3d4e5f6",
        "created_at": "2026-11-24T09:30:15Z",
        "licence": "CC BY 4.0",
        "licence_url": said.licence_url,
        "citation": said.citation,
        "method": said.method,
        "made_from": [*said.made_from],
        "columns": [column._asdict() for column in said.columns],
        "table": "statements",
        "subject": "nk-votes-valid",
        "since": None,
        "until": "2020-04-30",
        "url": said.url,
        "api_url": said.api_url,
    }


def test_parquet_says_the_same_in_its_metadata_and_keeps_what_the_table_said():
    table = statements().replace_schema_metadata({"origin": "test"})
    metadata = pq.read_metadata(io.BytesIO(write(table, about(table), "parquet"))).metadata
    said = json.loads(write(table, about(table), "json"))
    assert json.loads(metadata[b"demarche"]) == said["about"] | {"sha256_of_csv": said["end"]["sha256_of_csv"]}
    assert metadata[b"origin"] == b"test"


def test_the_name_of_a_csv_says_subject_range_and_data_version():
    name = file_name(about(statements()), "csv")
    assert name == "demarche-statements-nk-votes-valid-2020-03-01-2020-04-30-a1b2c3d4e5f6.csv"


@pytest.mark.parametrize("at", [datetime(2026, 11, 24), datetime(2026, 11, 24, 0, 0, 0, 1, tzinfo=UTC)])
def test_a_file_is_dated_in_utc_and_in_whole_seconds(at):
    with pytest.raises(ValueError, match="UTC time of whole seconds"):
        about(statements(), created_at=at)


def test_an_about_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        about(statements()).rows = 4
