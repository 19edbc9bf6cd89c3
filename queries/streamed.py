"""How does an answer leave that is larger than memory should hold? Piece by piece, in the same order every time.

A question that takes `$first_row` and `$past_row` is asked once for each stretch of the table of statements, so nothing
is held open or sorted as a whole while somebody reads slowly; one is asked for ahead, by a thread that gives way.
Every other question is one stream.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

import queries
from queries.coded import decoded
from queries.contracts import contract, statement
from queries.priority import give_way

PIECE = 20_000
"""Rows of a piece: about 7 MB of statements."""
STRETCH = 60_000
"""Rows that are asked for at a time beyond the first 60,000: half the work of pieces in three times the memory, which a
client that stops reading at once never costs."""
ROW = "row_number"
_STRETCH = ("first_row", "past_row")
# One thread for all who read, in turns: DuckDB has every core work by itself, and each thread keeps memory of its own.
_asking = ThreadPoolExecutor(1, "stretch", give_way)


class Part(NamedTuple):
    """A part of an answer: at most so many rows, after so many, in an order given as constant SQL or the question's."""

    limit: int
    offset: int = 0
    order: str = ""


def stream_on(edition: str, name: str, /, **parameters: Any) -> Iterator[pa.Table]:
    """Answer one question in pieces of up to 20,000 rows, or 60,000 in a long answer.

    Args:
        edition: A collection, or a version of one.
        name: The question. Where it takes `$first_row` and `$past_row`, these are filled in here.
        parameters: All others that its header names; None stands for "any".

    Yields:
        Tables without the column row_number; none where there is no row. Texts that repeat are dictionaries (see
        `queries.coded`), the same in each table.
    """
    if set(_STRETCH) <= set(contract(name).parameters):
        yield from _stretches(edition, name, parameters)
    else:
        yield from _stream(edition, name, parameters)


def schema_on(edition: str, name: str, /, **parameters: Any) -> pa.Schema:
    """Name the columns and types of what `stream_on` yields."""
    return _part(edition, name, Part(0), parameters).schema


def count_on(edition: str, name: str, /, **parameters: Any) -> int:
    """Count the rows of an answer without making them."""
    cursor = queries.opened(edition).cursor()
    try:
        counted: int = _asked(cursor, name, parameters).aggregate("count(*)").fetchall()[0][0]
        return counted
    finally:
        cursor.close()


def page_on(edition: str, name: str, /, part: Part, **parameters: Any) -> pa.Table:
    """Answer a part of one question, without the column row_number.

    Args:
        edition: A collection, or a version of one.
        name: The question.
        part: Of its rows.
        parameters: As for `stream_on`.
    """
    return decoded(_part(edition, name, part, parameters))


def _part(edition: str, name: str, part: Part, parameters: dict[str, Any]) -> pa.Table:
    cursor = queries.opened(edition).cursor()
    try:
        asked = _asked(cursor, name, parameters)
        order = part.order or (ROW if ROW in asked.columns else "")
        ordered = asked.order(order) if order else asked
        found = ordered.limit(part.limit, part.offset).to_arrow_table()
    finally:
        cursor.close()
    return found.drop_columns(ROW) if ROW in found.column_names else found


def _asked(cursor: duckdb.DuckDBPyConnection, name: str, parameters: dict[str, Any]) -> duckdb.DuckDBPyRelation:
    if set(_STRETCH) <= set(contract(name).parameters):
        parameters = parameters | {"first_row": 0, "past_row": 2**62}
    return cursor.sql(statement(name), params=parameters or None)


def _stretches(edition: str, name: str, parameters: dict[str, Any]) -> Iterator[pa.Table]:
    connection = queries.opened(edition)
    count = queries.answer(connection, "count_statements", {})["count_statements"][0].as_py()

    def stretch(first: int) -> pa.Table:
        past = first + STRETCH if first >= STRETCH else min(first + PIECE, STRETCH)
        asked = parameters | {"first_row": first, "past_row": past}
        return _in_order(queries.answer_in_codes(connection, name, asked))

    firsts = [*range(0, min(count, STRETCH), PIECE), *range(STRETCH, count, STRETCH)]
    yield from filter(len, _ahead(stretch, firsts))


def _ahead(ask: Callable[[int], pa.Table], firsts: Iterable[int]) -> Iterator[pa.Table]:
    """Ask for the next stretch while whoever reads is busy with the one before; nothing here holds on to that.

    The first is handed on before another is asked for: most who stop reading do so there, and then hold one alone.
    """
    asked: deque[Future[pa.Table]] = deque()
    try:
        for number, first in enumerate(firsts):
            asked.append(_asking.submit(ask, first))
            if number != 1:
                yield asked.popleft().result()
        while asked:
            yield asked.popleft().result()
    finally:
        for future in asked:
            future.cancel()


def _in_order(piece: pa.Table) -> pa.Table:
    """Sort by row, which mostly is so already: DuckDB's threads only now and then overtake each other."""
    rows = piece[ROW].combine_chunks()
    is_sorted = pc.all(pc.greater(rows[1:], rows[:-1]), min_count=0).as_py()
    ordered = piece if is_sorted else piece.take(pc.array_sort_indices(rows))
    return ordered.drop_columns(ROW)


def _stream(edition: str, name: str, parameters: dict[str, Any]) -> Iterator[pa.Table]:
    cursor = queries.opened(edition).cursor()
    try:
        # `execute(...).to_arrow_reader()` would copy the whole answer first.
        for batch in cursor.sql(statement(name), params=parameters or None).to_arrow_reader(PIECE):
            yield pa.Table.from_batches([batch])
    finally:
        cursor.close()
