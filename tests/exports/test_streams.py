"""A file is the same and as lean however its rows come, and what it opened is closed when nobody wants the rest."""

from datetime import date
from itertools import pairwise
from unittest.mock import patch

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import FORMS, PLACE_FORMS, CannotHold, RowsDiffer, TooManyRows, pieces, stream, write, xlsx_file
from tests.exports.tables import about, noise, patient, statements

EVERY_FORM = pytest.mark.parametrize("form", [*FORMS, *PLACE_FORMS])


def events(count):
    """Rows that every form takes, those for maps too."""
    return pa.table(
        {
            "event_id": [f"event-{at}" for at in range(count)],
            "title": ["=1+1", "War & peace", None, "x"] * (count // 4) + ["x"] * (count % 4),
            "start_date": pa.array([date(2020, 4, 15)] * count, pa.date32()),
            "latitude": [40.4] * count,
            "longitude": [49.9] * count,
        }
    )


class Source:
    """Tables of rows, with a note of how many were asked for and whether it was closed."""

    def __init__(self, table, times=1):
        self.given, self.is_closed = 0, False
        self.tables = self._tables(table, times)

    def _tables(self, table, times):
        try:
            for _ in range(times):
                self.given += 1
                yield table
        finally:
            self.is_closed = True


def parts_of(table, cuts):
    """The same rows in several tables, some of them empty."""
    return [table.slice(start, end - start) for start, end in pairwise([0, *sorted(cuts), table.num_rows])]


@given(count=st.integers(0, 9), cuts=st.lists(st.integers(0, 9), max_size=5))
@patient
def test_rows_are_cut_alike_whatever_they_came_in(count, cuts):
    table = events(count)
    with patch.object(pieces, "PIECE", 3):
        found = [*pieces.cut(parts_of(table, [min(cut, count) for cut in cuts]), table.schema, count)]
    assert [piece.num_rows for piece in found] == [3] * (count // 3) + [count % 3] * (count % 3 > 0)
    assert pa.concat_tables([table.schema.empty_table(), *found]).equals(table)
    assert {column.num_chunks for piece in found for column in piece.columns} <= {1}


@EVERY_FORM
def test_the_same_rows_give_the_same_bytes_whatever_they_came_in(form, monkeypatch):
    monkeypatch.setattr(pieces, "PIECE", 2)
    table = events(7)
    parts = parts_of(table, [0, 1, 4, 4])
    assert b"".join(stream(parts, table.schema, about(table), form)) == write(table, about(table), form)


@EVERY_FORM
def test_no_piece_of_a_file_is_larger_than_it_may_be_and_none_is_empty(form, monkeypatch):
    monkeypatch.setattr(pieces, "MOST_BYTES", 1_000)
    table = noise(2_000)
    sizes = [len(piece) for piece in stream([table], table.schema, about(table), form)]
    assert max(sizes) == 1_000
    assert 0 not in sizes


@EVERY_FORM
def test_a_file_that_nobody_wants_to_the_end_closes_what_gives_its_rows(form, monkeypatch):
    monkeypatch.setattr(pieces, "PIECE", 500)
    table = noise(500)
    source = Source(table, times=50)
    file = stream(source.tables, table.schema, about(table, rows=25_000), form)
    next(file)
    assert source.given < 25
    assert not source.is_closed
    file.close()
    assert source.is_closed


@EVERY_FORM
@pytest.mark.parametrize("rows", [3, 5])
def test_a_file_that_fails_closes_what_gives_its_rows(form, rows):
    table = events(4)
    source = Source(table)
    with pytest.raises(RowsDiffer):
        list(stream(source.tables, table.schema, about(table, rows=rows), form))
    assert source.is_closed


@EVERY_FORM
def test_rows_are_asked_for_only_as_the_file_goes_out(form, monkeypatch):
    monkeypatch.setattr(pieces, "PIECE", 500)
    table = noise(500)
    source = Source(table, times=20)
    asked_for = [source.given for _ in stream(source.tables, table.schema, about(table, rows=10_000), form)]
    assert len({*asked_for}) > 5
    assert asked_for[len(asked_for) // 2] < 15


@pytest.mark.parametrize("form", ["csv", "json", "jsonl", "parquet", "csv.zip"])
def test_memory_does_not_grow_with_the_rows(form):
    table = events(20_000)
    base, peaks = pa.total_allocated_bytes(), []
    for _ in stream(Source(table, times=15).tables, table.schema, about(table, rows=300_000), form):
        peaks.append(pa.total_allocated_bytes() - base)
    assert max(peaks) < 6 * table.nbytes
    third = len(peaks) // 3
    assert max(peaks[-third:]) <= 1.2 * max(peaks[:third])


@EVERY_FORM
@pytest.mark.parametrize("rows", [3, 5])
def test_a_file_of_one_piece_with_another_number_of_rows_is_not_begun(form, rows, monkeypatch):
    monkeypatch.setattr(pieces, "PIECE", 5)
    table = events(4)
    file = stream([table.slice(0, 1), table.slice(1)], table.schema, about(table, rows=rows), form)
    with pytest.raises(RowsDiffer):
        next(file)


@pytest.mark.parametrize(
    ("form", "last"),
    [
        ("csv", [["a|b"]]),
        ("csv.zip", [["a|b"]]),
        ("xlsx", ["a" * 40_000]),
        ("json", [float("nan")]),
        ("jsonl", [float("inf")]),
    ],
)
def test_a_file_of_one_piece_whose_last_row_does_not_fit_is_not_begun(form, last):
    table = pa.table({"id": ["x"] * 20_000, "value": [None] * 19_999 + last})
    with pytest.raises(CannotHold):
        next(stream([table], table.schema, about(table), form))


def test_what_needs_no_rows_to_be_refused_is_refused_without_them(monkeypatch):
    monkeypatch.setattr(xlsx_file, "MAX_ROWS", 3)
    source = Source(statements())
    odd = pa.schema([("value", pa.binary())])
    with pytest.raises(TooManyRows):
        stream(source.tables, statements().schema, about(statements()), "xlsx")
    for form in ("csv", "csv.zip", "xlsx", "json", "jsonl", "geojson"):
        with pytest.raises(CannotHold):
            stream(source.tables, odd, about(statements(), rows=1), form)
    assert source.given == 0


def test_a_sheet_that_excel_would_not_open_is_refused(monkeypatch):
    monkeypatch.setattr(xlsx_file, "MAX_BYTES", 1000)
    with pytest.raises(TooManyRows, match="more than 2 GB"):
        write(statements(), about(statements()), "xlsx")
