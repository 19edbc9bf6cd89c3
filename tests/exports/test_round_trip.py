"""What is read back from each form is what was put in, whatever the text."""

import io
import json
import re
import zipfile
from datetime import date

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from python_calamine import load_workbook

from exports import FORMS, file_name, write
from queries.coded import decoded
from tests.exports.tables import SCHEMA, about, patient, statements, tables

NOT_XML = re.compile("[\ufffe\uffff]")


@given(table=tables(NOT_XML))
@patient
def test_excel_gives_the_rows_back(table):
    book = load_workbook(io.BytesIO(write(table, about(table), "xlsx")))
    header, *rows = book.get_sheet_by_name("Statements").to_python()
    assert header == SCHEMA.names
    assert len(rows) == table.num_rows
    for row, expected in zip(rows, table.to_pylist(), strict=True):
        for cell, value in zip(row, expected.values(), strict=True):
            assert same_in_excel(cell, value)


def same_in_excel(cell, value):
    match value:
        case None | []:
            return cell == ""
        case bool() | str():
            return type(cell) is type(value) and cell == value
        case float():
            return cell == value
        case list():
            return cell == "|".join(value)
        case date() if value.year < 1900:
            return cell == value.isoformat()
    return cell == value


@given(table=tables())
@patient
def test_json_gives_the_rows_back(table):
    rows = json.loads(write(table, about(table), "json"), parse_constant=pytest.fail)["rows"]
    for row in rows:
        row["counts_on"] = row["counts_on"] and date.fromisoformat(row["counts_on"])
    assert rows == table.to_pylist()


@given(table=tables())
@patient
def test_json_lines_are_the_rows_of_the_json_form(table):
    lines = write(table, about(table), "jsonl").decode().split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == json.loads(write(table, about(table), "json"))["rows"]


@given(table=tables())
@patient
def test_the_csv_in_the_zip_is_the_csv(table):
    with zipfile.ZipFile(io.BytesIO(write(table, about(table), "csv.zip"))) as archive:
        assert archive.read(file_name(about(table), "csv")) == write(table, about(table), "csv")


@given(table=tables())
@patient
def test_parquet_gives_the_rows_and_types_back_but_dictionaries_as_texts(table):
    read = pq.read_table(io.BytesIO(write(table, about(table), "parquet")))
    plain = decoded(table)
    assert read.equals(plain)
    assert read.schema.equals(plain.schema)
    assert set(table.schema) - set(plain.schema) == {SCHEMA.field("stance")}


def test_parquet_is_compressed_with_zstd():
    file = pq.ParquetFile(io.BytesIO(write(statements(), about(statements()), "parquet")))
    assert file.metadata.row_group(0).column(0).compression == "ZSTD"


@pytest.mark.parametrize("form", FORMS)
def test_a_table_without_rows_is_a_file_with_its_columns(form):
    table = SCHEMA.empty_table()
    file = write(table, about(table), form)
    match form:
        case "csv":
            assert pd.read_csv(io.BytesIO(file)).columns.tolist() == SCHEMA.names
        case "xlsx":
            sheet = load_workbook(io.BytesIO(file)).get_sheet_by_name("Statements")
            assert sheet.to_python() == [SCHEMA.names]
        case "json":
            assert json.loads(file)["rows"] == []
        case "parquet":
            assert pq.read_table(io.BytesIO(file)).equals(decoded(table))
        case "jsonl":
            assert file == b""
        case "csv.zip":
            with zipfile.ZipFile(io.BytesIO(file)) as archive:
                csv = archive.read(file_name(about(table), "csv"))
            assert csv == write(table, about(table), "csv")
        case _:
            pytest.fail(f"{form} has no reader here")


@pytest.mark.parametrize("form", FORMS)
def test_the_same_rows_give_the_same_bytes(form):
    assert write(statements(), about(statements()), form) == write(statements(), about(statements()), form)
