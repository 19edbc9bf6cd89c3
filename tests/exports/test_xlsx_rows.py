"""The sheet of rows is the XML that Excel asks for: each cell at its place, each day at its number."""

import io
import zipfile
from datetime import date
from xml.etree import ElementTree

import pyarrow as pa
import pytest
from hypothesis import given
from python_calamine import load_workbook

from exports import CannotHold, pieces, write
from exports.xlsx_rows import xml
from exports.xlsx_text import escaped, is_plain
from tests.exports.tables import about, patient, texts

# Excel counts 1 January 1900 as day 1, and a 29 February 1900 that was not as day 60.
DAYS = {
    date(1900, 1, 1): 1,
    date(1900, 2, 28): 59,
    date(1900, 3, 1): 61,
    date(1970, 1, 1): 25_569,
    date(2020, 4, 15): 43_936,
    date(9999, 12, 31): 2_958_465,
}


def cells(table, first_row=2):
    """Each cell of some rows: where it is, its type and what is in it."""
    sheet = ElementTree.fromstring(b"<rows>" + bytes(xml(table, first_row, ["1"] * table.num_columns)) + b"</rows>")
    return [(cell.get("r"), cell.get("t"), "".join(cell.itertext())) for cell in sheet.iter("c")]


def test_every_cell_says_where_it_is_and_what_is_unknown_has_none():
    table = pa.table({"a": ["x", None], "b": [None, 2], "c": [True, False]})
    assert cells(table, 20_001) == [
        ("A20001", "inlineStr", "x"),
        ("C20001", "b", "1"),
        ("B20002", None, "2"),
        ("C20002", "b", "0"),
    ]


def test_columns_have_letters_beyond_the_alphabet():
    table = pa.table({f"c{at}": [at] for at in range(30)})
    assert [place for place, _, _ in cells(table)][25:28] == ["Z2", "AA2", "AB2"]


@pytest.mark.parametrize("day", DAYS)
def test_a_day_has_the_number_that_excel_gives_it(day):
    assert cells(pa.table({"day": [day]})) == [("A2", None, str(DAYS[day]))]


def test_a_day_before_excels_calendar_is_text_beside_days_that_are_not():
    table = pa.table({"day": [date(1899, 12, 31), None, date(1900, 1, 1)]})
    assert cells(table) == [("A2", "inlineStr", "1899-12-31"), ("A4", None, "1")]


def test_a_day_after_excels_calendar_is_refused():
    days = pa.array([2_932_897], pa.int32()).cast(pa.date32())
    with pytest.raises(CannotHold, match="cell A2"):
        cells(pa.table({"day": days}))


@pytest.mark.parametrize("number", [1 / 3, 0.1 + 0.2, -0.0, 1e300, 123_456_789_012_345.6])
def test_a_number_is_written_to_its_last_digit(number):
    [(_, _, said)] = cells(pa.table({"number": [number]}))
    assert repr(float(said)) == repr(number)


@given(text=texts())
@patient
def test_what_needs_no_escape_is_left_as_it_is(text):
    column = pa.array([text, None])
    if is_plain(column):
        assert escaped(column) == column
        assert ElementTree.fromstring(f"<t>{text}</t>").text in (text, None)
        assert text == text.strip("\t\n\r ")


def test_every_row_of_several_pieces_is_in_the_sheet_once_and_in_order(monkeypatch):
    monkeypatch.setattr(pieces, "PIECE", 7)
    monkeypatch.setattr(pieces, "SLICE", 3)
    table = pa.table({"id": [f"id-{at}" for at in range(20)], "n": [*range(20)]})
    file = write(table, about(table), "xlsx")
    header, *rows = load_workbook(io.BytesIO(file)).get_sheet_by_name("Statements").to_python()
    assert (header, rows) == (["id", "n"], [[f"id-{at}", at] for at in range(20)])
    with zipfile.ZipFile(io.BytesIO(file)) as book:
        assert book.namelist()[0] == "[Content_Types].xml"
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert '<dimension ref="A1:B21"/>' in sheet
    assert '<autoFilter ref="A1:B21"/>' in sheet


def test_columns_are_as_wide_as_what_the_first_rows_hold():
    table = pa.table({"n": [1], "summary": ["x" * 40], "long": ["x" * 400]})
    with zipfile.ZipFile(io.BytesIO(write(table, about(table), "xlsx"))) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    widths = [float(column.attrib["width"]) for column in sheet.iter() if column.tag.endswith("}col")]
    assert [int(width) for width in widths] == [5, 41, 60]
