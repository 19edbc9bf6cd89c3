"""The rows of a file on their way into it, and its bytes on their way out: cut into pieces, counted, let go of."""

from collections.abc import Generator, Iterable, Iterator
from itertools import chain, islice

import pyarrow as pa

from exports.errors import RowsDiffer

Chunk = bytes | memoryview

PIECE = 20_000
"""Rows of a piece: what a form holds in memory, about 7 MB of statements."""
SLICE = 5_000
"""Rows that become text in one go: the XML of a piece of statements would be 70 MB on the way."""
MOST_BYTES = 2**20
"""Bytes of a piece of the file. Each goes through server and threads: four times smaller, it takes a fifth longer."""


def cut(tables: Iterable[pa.Table], schema: pa.Schema, rows: int) -> Iterator[pa.Table]:
    """Cut rows into pieces of 20,000, so that the same rows give the same file whatever they came in.

    The last piece comes only when the rows are known to be as many as they should be: the file of a table that fits
    into one piece is not even begun when they are not.

    Args:
        tables: The rows; closed at the end, also when it comes early.
        schema: Of each of the tables.
        rows: How many they should be.

    Yields:
        Tables of 20,000 rows, one chunk a column; the last is shorter, and there is none where there is no row.

    Raises:
        RowsDiffer: they are more, or fewer.
    """
    count, waiting = 0, schema.empty_table()
    try:
        for table in tables:
            count += table.num_rows
            if count > rows:
                raise RowsDiffer(f"The file would say {rows:,} rows and hold more.")
            waiting = pa.concat_tables([waiting, table]) if waiting.num_rows else table
            # Neither what was handed on nor its next one is held here: a client that stops reading costs their memory.
            del table
            while waiting.num_rows > PIECE or (waiting.num_rows == PIECE and count < rows):
                yield waiting.slice(0, PIECE).combine_chunks()
                waiting = waiting.slice(PIECE) if waiting.num_rows > PIECE else schema.empty_table()
        if count < rows:
            raise RowsDiffer(f"The file would say {rows:,} rows and hold {count:,}.")
        if count:
            yield waiting.combine_chunks()
    finally:
        close(tables)


def slices(table: pa.Table) -> Iterator[pa.Table]:
    """Cut a piece into what becomes text in one go."""
    for start in range(0, table.num_rows, SLICE):
        yield table.slice(start, SLICE)


def handed_out(chunks: Iterator[Chunk], rows: Iterator[pa.Table]) -> Generator[bytes, None, None]:
    """Cut what a form writes into pieces of a megabyte, the first only when the second is known.

    Forms begin with what stands before the rows: kept back until the first rows are written, it never goes out when
    these are refused.

    Args:
        chunks: What the form writes, of any length; closed at the end, also when it comes early.
        rows: What it reads, closed likewise.
    """
    try:
        written: Iterator[Chunk] = filter(None, chunks)
        first = [*islice(written, 2)]
        for chunk in chain(first, written):
            for start in range(0, len(chunk), MOST_BYTES):
                yield bytes(memoryview(chunk)[start : start + MOST_BYTES])
    finally:
        close(chunks)
        close(rows)


def close(iterable: object) -> None:
    """Close a generator, so that it lets go of what it opened; anything else needs none of that."""
    closing = getattr(iterable, "close", None)
    if closing is not None:
        closing()
