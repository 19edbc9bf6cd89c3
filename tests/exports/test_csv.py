"""What each reader takes from a CSV is what was put in, whatever the text."""

import csv
import io
import tempfile
from datetime import date
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given

from exports import write
from tests.exports.tables import SCHEMA, about, patient, statements, table_of, tables


def cells_by_pandas(file):
    frame = pd.read_csv(io.BytesIO(file), dtype=str, keep_default_na=False)
    return list(frame.itertuples(index=False, name=None))


def cells_by_python(file):
    return [tuple(row) for row in csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""))][1:]


@cache
def duck():
    return duckdb.connect(config={"threads": 1})


def cells_by_duckdb(file):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rows.csv")
        path.write_bytes(file)
        rows = duck().read_csv(str(path), header=True, all_varchar=True, delimiter=",", quotechar='"', escapechar='"')
        return rows.fetchall()


def without_apostrophe(text):
    """Undo the escape of formulas: the plain twin of what the docstring of `exports.csv_file` says."""
    begins = text.lstrip("'").lstrip(" \f").startswith(tuple("=+-@＝＋－＠\t\r\n\x00"))
    return text.removeprefix("'") if begins else text


def value_of(cell, kind):
    if cell in (None, ""):
        return None
    if pa.types.is_date(kind):
        return date.fromisoformat(cell)
    if pa.types.is_boolean(kind):
        return {"true": True, "false": False}[cell]
    if pa.types.is_integer(kind):
        return int(cell)
    if pa.types.is_floating(kind):
        return float(cell)
    text = without_apostrophe(cell)
    return text.split("|") if pa.types.is_list(kind) else text


def values_of(rows):
    return [tuple(value_of(cell, kind) for cell, kind in zip(row, SCHEMA.types, strict=True)) for row in rows]


def without_blanks(rows):
    """Most readers of a CSV cannot tell an empty text, or an empty list, from an unknown one."""
    return [tuple(None if value in ("", []) else value for value in row) for row in rows]


@pytest.mark.parametrize("read", [cells_by_pandas, cells_by_python, cells_by_duckdb])
@given(table=tables())
@patient
def test_csv_gives_the_rows_back_to_every_reader(read, table):
    read_back = values_of(read(write(table, about(table), "csv")))
    assert without_blanks(read_back) == without_blanks(row.values() for row in table.to_pylist())


def test_csv_tells_an_empty_text_from_an_unknown_one():
    table = table_of([("a", "", None, None, 1, None, None, None)])
    assert write(table, about(table), "csv").endswith(b'\r\n"a","",,,1,,,\r\n')


def test_readers_guess_the_types_of_a_plain_csv(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_bytes(write(statements(), about(statements()), "csv"))
    read = duck().read_csv(str(path))
    assert read.columns == SCHEMA.names
    assert [str(kind) for kind in read.types[3:7]] == ["DATE", "BIGINT", "DOUBLE", "BOOLEAN"]
    frame = pd.read_csv(path, parse_dates=["counts_on"])
    assert list(frame["latitude"].dropna()) == [41.7, -74.006]
    assert frame["counts_on"].dt.date.tolist() == statements()["counts_on"].to_pylist()


def test_csv_has_a_byte_order_mark_and_the_line_ends_of_rfc_4180():
    file = write(statements(), about(statements()), "csv")
    assert file.startswith(b'\xef\xbb\xbf"statement_id",')
    assert file.count(b"\r\n") == file.count(b"\n") == 1 + statements().num_rows
