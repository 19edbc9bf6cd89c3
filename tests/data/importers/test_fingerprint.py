"""A version changes with whatever a reader could see, and with nothing else."""

from datetime import date

import pyarrow as pa
import pytest

from data.importers.fingerprint import fingerprint
from data.importers.tables import is_counting

ROWS = pa.table(
    {
        "name": ["a", None, "é"],
        "many": pa.array([["p"], None, ["q", None]], pa.list_(pa.string())),
        "day": pa.array([date(2000, 1, 1), None, date(1946, 1, 1)]),
        "count": pa.array([1, None, 3], pa.int32()),
        "share": pa.array([0.5, None, 2.0]),
        "is_full": pa.array([True, None, False]),
    }
)


def version(table, name="rows"):
    return fingerprint({name: table})


def test_a_version_is_the_same_however_the_columns_are_cut():
    pieces = pa.concat_tables([ROWS.slice(0, 1), ROWS.slice(1, 1), ROWS.slice(2)])
    assert version(pieces) == version(ROWS) == version(pa.concat_tables([ROWS, ROWS]).slice(3))


def test_it_changes_with_names_order_and_number_of_rows():
    changed = [ROWS.slice(1), ROWS.take([1, 0, 2]), ROWS.rename_columns(["x", *ROWS.column_names[1:]])]
    versions = [version(ROWS), version(ROWS, "others"), *map(version, changed)]
    assert len(set(versions)) == len(versions)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *(("name", value) for value in ("b", "", None)),
        *(("many", value) for value in (["q"], [], None, [None], [""])),
        *(("day", value) for value in (date(2000, 1, 2), date(1970, 1, 1), None)),
        *(("count", value) for value in (2, 0, None)),
        *(("share", value) for value in (0.25, 0.0, None)),
        *(("is_full", value) for value in (False, None)),
    ],
)
def test_it_changes_with_each_value_and_unknown_is_no_value(column, value):
    rows = ROWS.to_pylist()
    assert version(pa.Table.from_pylist([rows[0] | {column: value}, *rows[1:]], ROWS.schema)) != version(ROWS)


def test_text_that_moves_to_the_next_row_makes_another_version():
    assert version(pa.table({"x": ["ab", "c"]})) != version(pa.table({"x": ["a", "bc"]}))


@pytest.mark.parametrize(
    ("places", "is_so"), [([], True), ([0, 1, 2], True), ([0, 2, 1], False), ([1, 2], False), ([0, 0], False)]
)
def test_rows_in_order_are_known_as_such(places, is_so):
    assert is_counting(pa.array(places, pa.uint64())) is is_so
