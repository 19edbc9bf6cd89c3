"""What of a bucket is a collection: which files, of which version, and do they belong together?"""

import hashlib
import logging
import re
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from queries.fetched import store_in
from queries.object_store.address import beside
from queries.object_store.bucket import Bucket, BucketFailed, Entry
from queries.object_store.sums import SUMS, is_one_version, sha256_of
from queries.versions import CHANGES, TABLES, VERSIONS

log = logging.getLogger("demarche")
MOST_IN_MEMORY = 2**20
"""Bytes of collection.parquet and of the sums, which have a few thousand."""
_TABLE = re.compile(r"[a-z][a-z_]*\.parquet")
_KEPT = re.compile(rf"{re.escape(VERSIONS)}|{re.escape(CHANGES)}|{TABLES}/[0-9a-f]{{64}}\.parquet")


class Part(NamedTuple):
    """A folder in a bucket, its place in a copy of the collection, and the files of it that are to be copied."""

    folder: str
    place: str
    entries: tuple[Entry, ...]


class Inventory(NamedTuple):
    """The tables of a collection in a bucket, the versions of it that were kept, and the version of its data."""

    data_version: str
    parts: tuple[Part, ...]

    @property
    def sizes(self) -> dict[str, int]:
        """The bytes of every file by its place in a copy."""
        return {f"{part.place}/{entry.name}": entry.size for part in self.parts for entry in part.entries}

    @property
    def name(self) -> str:
        """The same for the same content: 16 hexadecimal digits."""
        content = [(part.place, *entry) for part in self.parts for entry in part.entries]
        return hashlib.sha256(repr(content).encode()).hexdigest()[:16]


def taken(bucket: Bucket, url: str) -> Inventory:
    """Look what is in a bucket now.

    Args:
        bucket: To ask.
        url: Folder of the tables; versions that were kept lie beside it, as in `data/`.

    Raises:
        BucketFailed: the store does not say it, or it is no collection.
        BucketChanged: it changes right now.
    """
    entries = bucket.entries(url)
    tables = tuple(entry for entry in entries if _TABLE.fullmatch(entry.name) or entry.name == SUMS)
    collection_id, data_version = _collection(bucket, url, tables)
    place = store_in(Path("versions"), collection_id).as_posix()
    folder = beside(url, place)
    kept = [entry for entry in bucket.entries(folder, is_deep=True) if _KEPT.fullmatch(entry.name)] if folder else []
    return Inventory(data_version, (Part(url, "parquet", tables), Part(folder or url, place, tuple(kept))))


def _collection(bucket: Bucket, url: str, tables: tuple[Entry, ...]) -> tuple[str, str]:
    """Read which collection lies there, and which version of it."""
    entry = next((entry for entry in tables if entry.name == "collection.parquet"), None)
    if entry is None:
        raise BucketFailed(f"{url}: no collection.parquet there; put all files of a collection's folder there")
    large = [
        entry.name for entry in tables if entry.name in ("collection.parquet", SUMS) and entry.size > MOST_IN_MEMORY
    ]
    if large:
        raise BucketFailed(f"{url}: {large[0]} there is larger than it can be; put the right one there")
    content = b"".join(bucket.read(url, entry))
    try:
        (row,) = pq.read_table(pa.BufferReader(content), columns=["collection_id", "data_version"]).to_pylist()
        store_in(Path(), str(row["collection_id"]))
    except (pa.ArrowException, KeyError, ValueError) as error:
        raise BucketFailed(f"{url}: collection.parquet there is not what the build or an importer writes") from error
    return str(row["collection_id"]), str(row["data_version"])


def check(url: str, copy: Path) -> None:
    """Compare a copy with what its files should be, as far as anybody has said that.

    Args:
        url: Of what was copied.
        copy: All of it.

    Raises:
        BucketFailed: a file is not the one that is named.
    """
    is_one = is_one_version(copy / "parquet")
    if is_one is None:
        log.info("%s: without %s, a version of which only a part is there yet is not noticed", url, SUMS)
    elif not is_one:
        what = f"the tables are not those that {SUMS} there names"
        raise BucketFailed(f"{url}: {what}; try again when all of a version is there, or write {SUMS} anew")
    for table in copy.glob(f"versions/*/{TABLES}/*.parquet"):
        if sha256_of(table) != table.stem:
            raise BucketFailed(f"{url}: {table.name}, a table of an older version, is damaged; put it there anew")
