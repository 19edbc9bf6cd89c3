"""Rows as lines of JSON text, made by DuckDB.

It is ten times as fast as Python's `json`, and other threads go on meanwhile.
"""

from bisect import bisect_left
from collections.abc import Iterator
from contextlib import closing
from functools import cache

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from exports.errors import CannotHold
from exports.pieces import SLICE

PLAIN = (
    pa.types.is_null,
    pa.types.is_boolean,
    pa.types.is_integer,
    pa.types.is_float32,
    pa.types.is_float64,
    pa.types.is_date32,
    pa.types.is_string,
    pa.types.is_large_string,
    pa.types.is_string_view,
)
# Days since 1970 of the first and the last day that ISO 8601 writes with four digits: 0001-01-01 and 9999-12-31.
FIRST_DAY, LAST_DAY = -719_162, 2_932_896


def check(schema: pa.Schema) -> None:
    """Refuse a column for which JSON has no value, before any row is there."""
    for field in schema:
        if not _has_value(field.type) or "\x00" in field.name:
            raise CannotHold(f"JSON cannot hold column {field.name} (a value of type {field.type}); take Parquet.")


def lines(table: pa.Table, rows_before: int) -> Iterator[pa.Array]:
    """Write each row as an object.

    Args:
        table: A piece, of types that `check` let pass.
        rows_before: How many rows of the file come before these, for a refusal to name the right one.

    Yields:
        Texts of some 5,000 rows, without line ends: days are ISO 8601, lists are arrays, what is unknown is null. The
        first come only when all rows of the table can be written.

    Raises:
        CannotHold: a number is none, or a day is not within the years 1 to 9999.
    """
    if not _is_sayable(table):
        # As many rows from the top as can be said: the next one cannot.
        row = bisect_left(range(table.num_rows), True, key=lambda row: not _is_sayable(table.slice(0, row + 1)))
        raise CannotHold(
            f"JSON cannot hold row {rows_before + row + 1} (a number without end, or a day out of the calendar); "
            "take Parquet."
        )
    # As one column of structs: the names of columns then mean nothing to SQL.
    rows = pa.table({"row": table.to_struct_array()})
    with closing(_duckdb().cursor()) as cursor:
        made = cursor.from_arrow(rows).project('to_json("row")::varchar as line')
        for batch in made.to_arrow_reader(SLICE):
            yield batch.column("line")


def joined(texts: pa.Array, separator: str) -> bytes:
    """Put one text after the other, with a separator between them."""
    whole = pa.ListArray.from_arrays(pa.array([0, len(texts)], pa.int32()), texts)
    return bytes(pc.binary_join(whole, separator)[0].as_buffer())


@cache
def _duckdb() -> duckdb.DuckDBPyConnection:
    """Hold an empty database; one thread, since each file is made in one."""
    return duckdb.connect(config={"threads": 1})


def _has_value(kind: pa.DataType) -> bool:
    if pa.types.is_list(kind) or pa.types.is_large_list(kind) or pa.types.is_dictionary(kind):
        return _has_value(kind.value_type)
    if pa.types.is_struct(kind):
        return all(_has_value(field.type) for field in kind)
    return any(is_kind(kind) for is_kind in PLAIN)


def _is_sayable(table: pa.Table) -> bool:
    return all(_has_sayable_leaves(column) for column in table.columns)


def _has_sayable_leaves(column: pa.Array | pa.ChunkedArray) -> bool:
    return all(pc.all(leaf, min_count=0).as_py() for leaf in _judged(column))


def _judged(column: pa.Array | pa.ChunkedArray) -> Iterator[pa.Array]:
    """Go down to the numbers and days in a column, and say of each whether JSON can say it."""
    kind = column.type
    if pa.types.is_floating(kind):
        yield pc.is_finite(column)
    elif pa.types.is_date32(kind):
        days = column.cast(pa.int32())
        yield pc.and_(pc.greater_equal(days, FIRST_DAY), pc.less_equal(days, LAST_DAY))
    elif pa.types.is_list(kind) or pa.types.is_large_list(kind):
        yield from _judged(pc.list_flatten(column))
    elif pa.types.is_dictionary(kind):
        yield from _judged(column.cast(kind.value_type))
    elif pa.types.is_struct(kind):
        for field in range(kind.num_fields):
            yield from _judged(pc.struct_field(column, field))
