"""A bucket of the store on this machine, as whoever fills it sees it."""

import hashlib
import io
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from moto.backends import get_backend
from moto.s3.models import get_canned_acl

from queries.object_store.sums import SUMS

BUCKET = "quotes"
URL = f"s3://{BUCKET}/data/parquet"
PREFIX = "data/parquet/"


class Store:
    """One bucket, empty at first."""

    def __init__(self):
        self.backend = get_backend("s3")["123456789012"]["aws"]
        self.backend.create_bucket(BUCKET, "us-east-1")

    def put(self, key: str, content: bytes):
        self.backend.put_object(BUCKET, key, content)

    def put_folder(self, folder: Path, prefix: str = PREFIX):
        for file in folder.rglob("*"):
            if file.is_file():
                self.put(f"{prefix}{file.relative_to(folder).as_posix()}", file.read_bytes())

    def open_to_all(self):
        """Let anybody list and read what is there."""
        everybody = get_canned_acl("public-read")
        there = self.backend.get_bucket(BUCKET)
        there.set_acl(everybody)
        for key in there.keys.values():
            key.set_acl(everybody)

    def remove(self, key: str):
        self.backend.delete_object(BUCKET, key)


def tables(version: str, count: int = 2, collection_id: str = "small") -> dict[str, bytes]:
    """The files of a collection of a few tables whose every row says the version."""
    said = {"collection_id": [collection_id], "data_version": [version]}
    found = {"collection.parquet": _parquet(said)}
    return found | {f"table_{'abcdefg'[number]}.parquet": _parquet({"said": [version]}) for number in range(count)}


def sums(files: dict[str, bytes]) -> bytes:
    """What sha256sum says of files."""
    lines = [f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items()]
    return "".join(lines).encode()


def with_sums(files: dict[str, bytes]) -> dict[str, bytes]:
    return files | {SUMS: sums(files)}


def said_by(folder: Path) -> set[str]:
    """Every version that a file of a folder says."""
    columns = {"collection.parquet": "data_version"}
    return {pq.read_table(file)[columns.get(file.name, "said")][0].as_py() for file in folder.glob("*.parquet")}


def _parquet(columns: dict[str, list[str]]) -> bytes:
    written = io.BytesIO()
    pq.write_table(pa.table(columns), written)
    return written.getvalue()
