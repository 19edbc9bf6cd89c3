"""Which file holds a large collection as tables of DuckDB's own, and does it belong to what the collection holds now?

Small collections are read from their Parquet files into memory whenever a server starts. For a large one that takes
seconds and as much memory as the collection has, so `data.database` writes the same tables once, and servers open them
at once and read what they need. The file's name is a hash of everything that it was made from.
"""

import hashlib
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from queries.coded import CODES, MOST_VALUES

VIEWS = Path(__file__).parent / "views"
FOLDER = "database"
"""In the folder of the collection."""
LEAST_STATEMENTS = 100_000
"""A smaller collection is read into memory within a second."""


def file(folder: Path) -> Path:
    """Name the file of a collection as it is now, which need not exist.

    Args:
        folder: Of its Parquet files.
    """
    made_from = hashlib.sha256(repr((duckdb.__version__, CODES, MOST_VALUES)).encode())
    for view in sorted(VIEWS.glob("*.sql")):
        made_from.update(view.read_bytes())
    for table in sorted(folder.glob("*.parquet")):
        made_from.update(f"{table.name} {table.stat().st_size} ".encode())
        # The row of this one names the version of all.
        made_from.update(table.read_bytes() if table.stem == "collection" else _end(table))
    return folder / FOLDER / f"{made_from.hexdigest()[:12]}.duckdb"


def is_worth_it(folder: Path) -> bool:
    """Tell whether a collection is so large that reading it into memory is a burden."""
    rows: int = pq.read_metadata(folder / "statements.parquet").num_rows
    return rows >= LEAST_STATEMENTS


def _end(table: Path) -> bytes:
    """Read the metadata of a Parquet file: place, size, least and greatest value of every part of every column."""
    with table.open("rb") as opened:
        opened.seek(-8, 2)
        length = int.from_bytes(opened.read(4), "little")
        opened.seek(-8 - length, 2)
        return opened.read(length)
