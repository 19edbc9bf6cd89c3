"""Are the Parquet files of a collection what was written? What a disk has spoilt must not reach a reader as a fact.

Of a changed byte some files say nothing and give other rows. So the build writes checksums into its tables, importers
write the hashes of theirs beside them (`queries.object_store.sums`), and files of older versions are called after
their content (`queries.versions`).
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from queries import spark
from queries.object_store.sums import SUMS, is_one_version, sha256_of

UNREADABLE = (pa.ArrowException, OSError)
"""What reading a file leads to that is not what was written."""
MOST_BYTES = 2**28
"""Of larger collections only the ends of files are looked at: to read all would delay a start by many seconds."""


class Damaged(ValueError):
    """A file of a collection is not what was written; the message says which, and what to do."""


def refuse_damaged(folder: Path) -> None:
    """Look whether all tables of a collection can be read, and hold what was written as far as anybody has said that.

    Args:
        folder: Of Parquet files.

    Raises:
        Damaged: they are not.
    """
    if spark.named():
        # It reads the tables where they lie, and one may be a folder of files.
        return
    files = sorted(folder.glob("*.parquet"))
    is_small = sum(file.stat().st_size for file in files) <= MOST_BYTES
    for file in files:
        try:
            _read(file) if is_small else pq.read_metadata(file)
        except UNREADABLE as error:
            raise _damaged(file) from error
    if is_small and is_one_version(folder) is False:
        what = f"the tables are not those that {SUMS} there names"
        raise Damaged(f"{folder}: {what}; restore the folder, or bring the collection in anew")


def are_what_they_are_called(files: Iterable[Path]) -> bool:
    """Tell whether files that are called after what is in them still hold that; one that has not changed is read once.

    Raises:
        OSError: one is not there.
    """
    return all(_is_what_it_is_called(file, file.stat().st_mtime_ns, file.stat().st_size) for file in files)


@lru_cache(maxsize=10_000)
def _is_what_it_is_called(file: Path, _changed: int, _size: int) -> bool:
    return sha256_of(file) == file.stem


def row_of_collection(folder: Path) -> dict[str, str]:
    """Read what a folder says of the collection in it.

    Raises:
        FileNotFoundError: nothing.
        Damaged: the file cannot be read.
    """
    file = folder / "collection.parquet"
    if not file.is_file():
        raise FileNotFoundError(f"{folder}: no collection.parquet there; run `make build` or name another folder")
    try:
        rows = _read(file).to_pylist()
    except UNREADABLE as error:
        raise _damaged(file) from error
    if len(rows) != 1 or "collection_id" not in rows[0]:
        raise _damaged(file)
    return {name: str(said) for name, said in rows[0].items()}


def _read(file: Path) -> pa.Table:
    """Read a table, opened once: `read_table` opens it twice, and a build may take its place in between."""
    with pq.ParquetFile(file, page_checksum_verification=True) as opened:
        return opened.read()


def _damaged(file: Path) -> Damaged:
    return Damaged(f"{file} is damaged or no table; restore it, or build the collection anew")
