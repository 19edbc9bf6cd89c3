"""What can a file hold of an answer to a reader's own question, and what does it say of itself?"""

from datetime import datetime

import pyarrow as pa
import pyarrow.compute as pc

from exports import cells
from exports.about import About, Column
from exports.errors import CannotHold
from exports.names import names_of

LONGEST_TITLE = 120
BEYOND = "out of the calendar"
MOST_SAID = 30_000
"""Characters of the question; a cell of a spreadsheet holds 32,767."""


def plain(table: pa.Table) -> pa.Table:
    """Bring an answer into columns that every form can hold, each with a name of its own.

    Times, intervals, structures and whatever else has no cell become text; so do whole numbers of more than 64 bits,
    and a column that holds a number which is none, or has no end.
    """
    names: dict[str, None] = {}
    for name in table.column_names:
        told, again = name, 1
        while told in names:
            again += 1
            told = f"{name} ({again})"
        names[told] = None
    columns = [_plain(table.column(at)) for at in range(table.num_columns)]
    return pa.table(columns, names=[*names])


def about(edition: str, sql: str, table: pa.Table, url: str, created_at: datetime) -> About:
    """Say where the rows come from: the question is the filter.

    Args:
        edition: That was asked.
        sql: The question.
        table: From `plain`.
        url: Address of the page with the question in it.
        created_at: UTC, whole seconds.
    """
    known = names_of(edition).collection
    version = str(known["data_version"])
    cited = f"Démarche: {known['title']}, data version {version}; a question of the reader's own."
    return About(
        title="An answer to a question of the reader's own",
        collection_id=str(known["collection_id"]),
        collection=str(known["title"]),
        filters=(("Question in SQL", sql[:MOST_SAID]),),
        rows=table.num_rows,
        data_version=version,
        created_at=created_at,
        licence=str(known["licence"]),
        licence_url=str(known["licence_url"]),
        citation=cited,
        columns=tuple(Column(field.name, str(field.type), "", "") for field in table.schema),
        url=url,
        table="answer",
    )


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    kind = column.type
    if pa.types.is_dictionary(kind):
        return _plain(column.cast(kind.value_type))
    if pa.types.is_floating(kind) and not pc.all(pc.is_finite(column), min_count=0).as_py():
        return _text(column)
    if pa.types.is_decimal(kind) and kind.scale == 0:
        return _whole(column)
    if pa.types.is_unsigned_integer(kind):
        return _whole(column)
    if pa.types.is_decimal(kind):
        return column.cast(pa.float64())
    try:
        cells.flatten(pa.table([column], names=["column"]))
    except (CannotHold, pa.ArrowException):
        return _text(column)
    return column


def _whole(column: pa.ChunkedArray) -> pa.ChunkedArray:
    try:
        return column.cast(pa.int64())
    except pa.ArrowInvalid:
        return _text(column)


def _text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    try:
        return pc.cast(column, pa.string())
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        return pa.chunked_array([pa.array([_said(value) for value in column], pa.string())])


def _said(value: pa.Scalar) -> str | None:
    try:
        read = value.as_py()
    except (OverflowError, ValueError):
        # An engine's days have no end; Python's do.
        return BEYOND
    return None if read is None else str(read)
