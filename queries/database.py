"""Which file holds a large collection as tables of DuckDB's own, and does it belong to what the collection holds now?

Small collections are read from their Parquet files into memory whenever a server starts. For a large one that takes
seconds and as much memory as the collection has, so `data.database` writes the same tables once, and servers open them
at once and read what they need. The file's name is a hash of what it was made from: the row of the collection with its
data version, the metadata of every Parquet file, and the code that makes tables of them.
"""

import hashlib
import logging
import os
import tempfile
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from queries import coded, fetched, layout
from queries.object_store.sums import sha256_of

log = logging.getLogger("demarche")
VIEWS = Path(__file__).parent / "views"
FOLDER = "database"
"""In the folder of the collection."""
LEAST_STATEMENTS = 100_000
"""A smaller collection is read into memory within a second."""
SPILLING: dict[str, str | bool | int | float | list[str]] = {
    "temp_directory": str(Path(tempfile.gettempdir()) / f"demarche-{os.getuid()}"),
    "max_temp_directory_size": "4GB",
}
"""What does not fit into memory goes there, and a question that needs more than that fails, not the machine."""
# What makes tables, besides the views and the copies.
_MAKERS = (coded.__file__, fetched.__file__, layout.__file__)


def file(folder: Path) -> Path:
    """Name the file of a collection as it is now, which need not exist.

    Args:
        folder: Of its Parquet files.
    """
    made_from = hashlib.sha256(duckdb.__version__.encode())
    for code in (*map(Path, _MAKERS), *sorted(VIEWS.glob("*.sql")), *sorted(layout.FOLDER.glob("*.sql"))):
        made_from.update(code.read_bytes())
    for table in sorted(folder.glob("*.parquet")):
        made_from.update(f"{table.name} {table.stat().st_size} ".encode())
        # The row of this one names the version of all.
        made_from.update(table.read_bytes() if table.stem == "collection" else _end(table))
    return folder / FOLDER / f"{made_from.hexdigest()[:12]}.duckdb"


def opened(folder: Path) -> duckdb.DuckDBPyConnection | None:
    """Open the file of a collection, to read only; None where there is none that can be read.

    Args:
        folder: Of its Parquet files.
    """
    held = file(folder)
    if not held.is_file():
        return None
    if _told(held)[:1] != [str(held.stat().st_size)]:
        log.warning("%s is not as long as it was written; the collection is read into memory", held)
        return None
    try:
        return duckdb.connect(str(held), read_only=True, config=SPILLING)
    except duckdb.Error:
        # It is damaged, or was replaced just now. The Parquet files have it all; `data.database` writes it anew.
        log.warning("%s cannot be opened; the collection is read into memory", held, exc_info=True)
        return None


def is_whole(folder: Path) -> bool:
    """Tell whether the file of a collection is there, just as it was written; all of it is read."""
    held = file(folder)
    if not held.is_file() or _told(held)[1:] != [sha256_of(held)]:
        return False
    connection = opened(folder)
    if connection is None:
        return False
    try:
        return len(connection.table("statements")) == _count_statements(folder)
    except duckdb.Error:
        return False
    finally:
        connection.close()


def seal(held: Path) -> None:
    """Say beside a file that was just written how long it is, and what is in it."""
    _seal(held).write_text(f"{held.stat().st_size} {sha256_of(held)}\n", encoding="utf-8")


def _seal(held: Path) -> Path:
    return held.with_suffix(".seal")


def _told(held: Path) -> list[str]:
    """Give the size and the hash that a file should have; nothing where nobody said it."""
    return _seal(held).read_text(encoding="utf-8").split() if _seal(held).is_file() else []


def is_worth_it(folder: Path) -> bool:
    """Tell whether a collection is so large that reading it into memory is a burden."""
    return _count_statements(folder) >= LEAST_STATEMENTS


def _count_statements(folder: Path) -> int:
    rows: int = pq.read_metadata(folder / "statements.parquet").num_rows
    return rows


def _end(table: Path) -> bytes:
    """Read the metadata of a Parquet file: place, size, least and greatest value of every part of every column."""
    with table.open("rb") as opened:
        opened.seek(-8, 2)
        length = int.from_bytes(opened.read(4), "little")
        opened.seek(-8 - length, 2)
        return opened.read(length)
