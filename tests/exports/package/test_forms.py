"""A table of a package is the same in both forms, to the letter."""

import csv
import io
from codecs import BOM_UTF8

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given

from exports.package import forms
from tests.exports.tables import SCHEMA, patient, statements, tables, texts


def batches(table, size=2):
    return table.to_batches(max_chunksize=size)


@patient
@given(tables())
def test_parquet_holds_the_rows_as_they_are(table):
    written = b"".join(forms.parquet(batches(table), table.schema))
    assert pq.read_table(io.BytesIO(written)).cast(table.schema).equals(table)


@patient
@given(texts())
def test_csv_changes_no_text(text):
    table = pa.table({"statement_id": ["a"], "summary": [text]})
    written = b"".join(forms.csv(batches(table), table.schema)).decode()
    assert [*csv.reader(io.StringIO(written, newline=""))] == [["statement_id", "summary"], ["a", text]]


def test_csv_is_for_programs():
    written = b"".join(forms.csv(batches(statements()), SCHEMA))
    assert not written.startswith(BOM_UTF8)
    assert b'"=HYPERLINK(0)"' in written
    assert b'"OIC|UN"' in written
    assert written.count(b"\r\n") == 4


def test_a_table_without_rows_has_its_columns_in_both_forms():
    assert b"".join(forms.csv([], SCHEMA)).decode().count(",") == len(SCHEMA) - 1
    assert pq.read_schema(io.BytesIO(b"".join(forms.parquet([], SCHEMA)))).names == SCHEMA.names


def test_many_small_batches_make_few_row_groups(monkeypatch):
    monkeypatch.setattr(forms, "GROUP_ROWS", 4)
    written = b"".join(forms.parquet(batches(pa.concat_tables([statements()] * 3), 1), SCHEMA))
    assert [pq.ParquetFile(io.BytesIO(written)).metadata.row_group(each).num_rows for each in range(3)] == [4, 4, 1]
