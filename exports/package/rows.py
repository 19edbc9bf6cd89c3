"""Which rows does a package hold? Those of the Parquet files of the edition, all of them or those of a view.

The files and not the open collection are read: there a reader's own texts may lie over the sources (see
`queries.fetched`), and those are nobody's to hand on. Those that are kept never change; others are all opened before
the first row is read, so that a collection which is built anew meanwhile does not get in between.
"""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow.parquet import ParquetFile

import queries
from exports.asked import Asked
from exports.package.chosen import chosen
from exports.package.keys import KEYS
from queries import editions

# So many rows are read at once, or fewer where they hold long texts: about so many bytes.
PIECE, BYTES = 20_000, 8_000_000
COPIED = 256 * 1024
# No row of a table without texts has 4 kB; with texts, the CSV is hardly larger than they are.
LARGE_ROWS, LARGE_BYTES = 500_000, 1_000_000_000


class Rows:
    """The rows of a view, or of the whole edition; to be closed. Reading them raises as `chosen` does.

    Attributes:
        asked: The statements in view; where nothing narrows them, every row of every table belongs to it.
        is_whole: Whether it does.
        tables: Those that the edition has, in the order of a package.
        counts: How many rows each table that was read to its end has given.
    """

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.is_whole = asked.is_whole
        self.counts: dict[str, int] = {}
        self._bytes = {name: pa.OSFile(str(path)) for name, path in _files(asked).items()}
        self._files = {name: ParquetFile(opened) for name, opened in self._bytes.items()}
        self.tables = [name for name in KEYS if name in self._files]

    def close(self) -> None:
        """Let go of the files."""
        for opened in self._bytes.values():
            opened.close()

    def dictionary(self, name: str) -> list[dict[str, Any]]:
        """Give the rows of a table that describes the edition: collection, tables or fields."""
        found: list[dict[str, Any]] = self._files[name].read().to_pylist()
        return found

    def schema(self, name: str) -> pa.Schema:
        """Name the columns of a table, and their types."""
        return self._files[name].schema_arrow

    def is_large(self, name: str) -> bool:
        """Tell whether a table may have 2 GB or more as CSV, in the whole edition."""
        return self._files[name].metadata.num_rows > LARGE_ROWS or _size(self._files[name]) > LARGE_BYTES

    def of(self, name: str) -> Iterator[pa.RecordBatch]:
        """Give the rows of a table piece by piece, in the order of its file."""
        wanted = self._chosen.get(name)
        past = self.counts[name] = 0
        for piece in _pieces(self._files[name]):
            kept = piece if wanted is None else piece.filter(wanted[past : past + len(piece)])
            past += len(piece)
            self.counts[name] += len(kept)
            yield kept

    def is_complete(self, name: str) -> bool:
        """Tell whether a table has all its rows, so that its file can be handed on as it is."""
        return name not in self._chosen

    def copy(self, name: str) -> Iterator[bytes]:
        """Give the file of a table as it is."""
        self._bytes[name].seek(0)
        yield from iter(lambda: self._bytes[name].read(COPIED), b"")

    @cached_property
    def _chosen(self) -> dict[str, pa.Array]:
        return chosen(self.asked, self._files)


def _files(asked: Asked) -> dict[str, Path]:
    """Name the files of the edition by table."""
    collection_id, version = editions.split(asked.edition)
    try:
        return editions.tables_of(collection_id, version or "")
    except queries.UnknownVersion:
        if not queries.is_newest(asked.edition):
            raise
        return {file.stem: file for file in queries.served()[collection_id].glob("*.parquet")}


def _pieces(file: ParquetFile) -> Iterator[pa.RecordBatch]:
    count = BYTES * file.metadata.num_rows // max(_size(file), 1)
    yield from file.iter_batches(batch_size=min(PIECE, max(1, count)))


def _size(file: ParquetFile) -> int:
    """Bytes of the rows before they were compressed."""
    told = file.metadata
    return sum(told.row_group(group).total_byte_size for group in range(told.num_row_groups))
