"""How many rows are there, of which columns, and which? All at once, so that a question is seldom put twice."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa

from exports.pieces import close
from exports.tables import TABLES

if TYPE_CHECKING:
    from exports.asked import Asked


class Rows(NamedTuple):
    """What `exports.stream` takes, and how many rows it is going to be."""

    total: int
    schema: pa.Schema
    tables: Iterator[pa.Table]


def rows(asked: "Asked") -> Rows:
    """Begin to read the rows: an answer of one piece, as most are, tells all by itself."""
    pieces = asked.tables()
    # Some rows are counted sooner than a second piece of them is made.
    ahead = 1 if TABLES[asked.table].counted_by else 2
    first = [*islice(pieces, ahead)]
    total = sum(piece.num_rows for piece in first) if len(first) < ahead else asked.count()
    schema = first[0].schema if first else asked.schema()
    return Rows(total, schema, _handed_on(first, pieces))


def _handed_on(first: list[pa.Table], rest: Iterator[pa.Table]) -> Iterator[pa.Table]:
    try:
        # Nothing that was handed on is held here.
        while first:
            yield first.pop(0)
        yield from rest
    finally:
        close(rest)
