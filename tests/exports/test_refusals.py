"""A file is complete or it is not written, and the reader is told in one sentence why."""

import io

import pyarrow as pa
import pytest
from python_calamine import load_workbook

from exports import FORMS, CannotHold, ExportError, RowsDiffer, TooManyRows, UnknownForm, write, xlsx_file
from tests.exports.tables import about, statements


def write_column(values, form):
    table = pa.table({"id": pa.array(["x"] * len(values)), "value": values})
    return write(table, about(table), form)


def excel_cell(value):
    return load_workbook(io.BytesIO(write_column([value], "xlsx"))).get_sheet_by_name("Statements").to_python()[1][1]


def test_an_unknown_form_is_refused():
    with pytest.raises(UnknownForm):
        write(statements(), about(statements()), "docx")


@pytest.mark.parametrize("form", FORMS)
def test_a_file_never_says_another_number_of_rows_than_it_holds(form):
    with pytest.raises(RowsDiffer, match="would say 1,594 rows and hold 3"):
        write(statements(), about(statements(), rows=1594), form)


@pytest.mark.parametrize("form", FORMS)
def test_two_columns_of_one_name_are_refused(form):
    table = pa.table([pa.array([1]), pa.array([2])], names=["n", "n"])
    with pytest.raises(CannotHold, match="same name"):
        write(table, about(table), form)


def test_excel_refuses_more_rows_than_a_sheet_has(monkeypatch):
    monkeypatch.setattr(xlsx_file, "MAX_ROWS", 3)
    with pytest.raises(TooManyRows, match="holds 2 rows and this table has 3; take CSV or Parquet"):
        write(statements(), about(statements()), "xlsx")


def test_excel_takes_exactly_the_rows_that_a_sheet_has(monkeypatch):
    monkeypatch.setattr(xlsx_file, "MAX_ROWS", 4)
    assert write(statements(), about(statements()), "xlsx")


def test_the_row_limit_is_that_of_excel():
    assert xlsx_file.MAX_ROWS == 1_048_576


@pytest.mark.parametrize(
    "text",
    [
        "a" * 32_767,
        "😀" * 16_383,
        "_x0041_",
        "_x000D__x000D_",
        "_x005F_x0041_",
        "_x0041\x01",
        "_x0041_x0042\x01",
        "<r>open",
        "<r><t>markup</t></r>",
        "</t></is></c>",
        "&amp;",
        "\x00\x1f\r",
    ],
    ids=lambda text: ascii(text[:20]),
)
def test_excel_keeps_text_up_to_its_limit_and_text_that_looks_like_its_own_escapes(text):
    assert excel_cell(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "a" * 32_768,
        "😀" * 16_384,
        "a\ufffe",
        "\uffffb",
    ],
    ids=lambda text: ascii(text[:20]),
)
def test_excel_refuses_a_text_that_it_would_cut_or_change(text):
    with pytest.raises(CannotHold, match="cell B2 unchanged; take CSV, JSON or Parquet"):
        excel_cell(text)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -1.7e308, 5e-324, 2**53 + 1, -(2**53) - 1])
def test_excel_refuses_a_number_that_it_would_change(number):
    with pytest.raises(CannotHold, match="cell B2"):
        excel_cell(number)


@pytest.mark.parametrize("number", [2**53, -(2**53), 9e307, -3e-308, -74.006, 0.0])
def test_excel_keeps_other_numbers(number):
    assert excel_cell(number) == number


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_json_refuses_what_is_no_number_and_names_the_row(number):
    with pytest.raises(CannotHold, match=r"row 2 .*; take Parquet"):
        write_column([1.5, number], "json")


def test_json_refuses_a_type_that_it_lacks():
    with pytest.raises(CannotHold, match=r"column value \(a value of type binary\)"):
        write_column([b"x"], "json")


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("items", [["a|b"], ["a", None], [""]])
def test_a_list_that_could_not_be_split_again_is_refused(form, items):
    with pytest.raises(CannotHold, match="list in column value"):
        write_column([["fine"], items], form)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_type_without_a_cell_is_refused(form):
    with pytest.raises(CannotHold, match="Column value is of type struct"):
        write_column([{"a": 1}], form)


def test_csv_refuses_rows_that_its_readers_would_skip():
    table = pa.table({"doubt": ["x", None]})
    with pytest.raises(CannotHold, match="empty line"):
        write(table, about(table), "csv")


def test_every_refusal_is_an_export_error():
    assert {kind.__base__ for kind in (UnknownForm, RowsDiffer, TooManyRows, CannotHold)} == {ExportError}
