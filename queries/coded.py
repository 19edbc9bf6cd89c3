"""Which texts repeat so much that they are kept as numbers?

Ids, names and words that stand in many rows become DuckDB's ENUMs, one type for all columns that are compared with each
other. Questions are written as over texts, and get the same answers: the values of a type are sorted, so that rows are.
"""

from collections.abc import Mapping, Sequence
from functools import reduce

import duckdb
import pyarrow as pa

Tables = Mapping[str, duckdb.DuckDBPyRelation]
Column = tuple[str, str]

CODES: Mapping[str, Sequence[Column]] = {
    "actor_code": (
        ("actors", "actor_id"),
        ("memberships", "actor_id"),
        ("memberships", "organisation_id"),
        ("statements", "actor_id"),
    ),
    "actor_name": (("actors", "short_name"),),
    "attribution": (("evidence", "attribution"), ("statements", "attribution")),
    "date_precision": (("statements", "date_precision"),),
    "event_code": (("events", "event_id"), ("statements", "event_id")),
    "event_name": (("events", "title"),),
    "issue_code": (("issues", "issue_id"), ("statements", "issue_id")),
    "issue_name": (("issues", "title"),),
    "source_code": (("evidence", "source_id"), ("sources", "source_id")),
    "speaker": (("statements", "speaker"),),
    "stance": (("statements", "stance"),),
    "stance_label": (("issues", "support_label"), ("issues", "oppose_label"), ("issues", "neutral_label")),
    "statement_kind": (("statements", "kind"),),
}
"""The columns of each type, as table and column."""
MOST_VALUES = 2**16
"""Of one type: every piece of an answer carries them all, so columns with more stay texts."""


def create(connection: duckdb.DuckDBPyConnection, tables: Tables) -> None:
    """Create tables in which the columns of `CODES` are numbers.

    Args:
        connection: To create them in.
        tables: The rows of each, in texts.
    """
    kinds = {
        column: connection.sqltype(kind)
        for kind, columns in CODES.items()
        if _create_type(connection, tables, kind)
        for column in columns
    }
    for name, rows in tables.items():
        columns = (
            duckdb.ColumnExpression(column).cast(kinds.get((name, column), kind)).alias(column)
            for column, kind in zip(rows.columns, rows.types, strict=True)
        )
        rows.select(*columns).create(name)


def _create_type(connection: duckdb.DuckDBPyConnection, tables: Tables, kind: str) -> bool:
    """Create a type of what stands in its columns; not where that is nothing or too much, or a column is not there."""
    columns = CODES[kind]
    if not all(table in tables and column in tables[table].columns for table, column in columns):
        return False
    each = [tables[table].select(duckdb.ColumnExpression(column).alias("value")) for table, column in columns]
    every = reduce(duckdb.DuckDBPyRelation.union, each).filter("value is not null").distinct()
    values = every.limit(MOST_VALUES + 1).to_arrow_table()
    if not 0 < values.num_rows <= MOST_VALUES or not pa.types.is_string(values["value"].type):
        return False
    # The name is a key of `CODES`, and no parameter can stand there.
    connection.execute(f"create type {kind} as enum (select value from values order by value)")  # noqa: S608
    return True


def decoded(answer: pa.Table) -> pa.Table:
    """Give every column of an answer that came as numbers as texts again."""
    columns = [_decoded(column) for column in answer.columns]
    fields = [field.with_type(column.type) for field, column in zip(answer.schema, columns, strict=True)]
    return pa.table(columns, schema=pa.schema(fields, answer.schema.metadata))


def _decoded(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_dictionary(column.type):
        return column.cast(column.type.value_type)
    if pa.types.is_list(column.type) and pa.types.is_dictionary(column.type.value_type):
        return pa.chunked_array([_decoded_lists(chunk) for chunk in column.chunks], pa.list_(pa.string()))
    return column


def _decoded_lists(lists: pa.ListArray) -> pa.ListArray:
    # A slice has the values of the whole, and no mask of its own can be laid over it.
    lists = lists.take(pa.arange(0, len(lists))) if lists.offset else lists
    values = lists.values.cast(lists.type.value_type.value_type)
    return pa.ListArray.from_arrays(lists.offsets, values, mask=lists.is_null())
