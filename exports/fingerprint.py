"""How to know a file again: the SHA-256 of its rows as CSV, which is one for a view, whatever the form."""

from hashlib import sha256
from typing import Any

import pyarrow as pa

from exports import csv_file
from exports.about import About, stem
from exports.errors import CannotHold
from exports.pieces import Chunk


class Fingerprint:
    """Length and SHA-256 of a CSV file whose bytes go by."""

    def __init__(self) -> None:
        self._bytes, self._hash = 0, sha256()

    def add(self, chunk: Chunk) -> None:
        """Take in the next bytes."""
        self._bytes += len(chunk)
        self._hash.update(chunk)

    def manifest(self, about: About) -> dict[str, Any]:
        """Say what a file says about itself, and how to know it again."""
        file = {"name": f"{stem(about)}.csv", "bytes": self._bytes, "sha256": self._hash.hexdigest()}
        return about.as_dict() | {"file": file}


class CsvFingerprint:
    """SHA-256 of the CSV form of rows that go into another form; none where CSV could not hold them."""

    def __init__(self, schema: pa.Schema, *, raw: bool) -> None:
        self._raw, self._rows = raw, 0
        self._hash: Any = sha256(csv_file.header(schema, raw=raw))
        self.add(schema.empty_table())

    def add(self, table: pa.Table) -> None:
        """Take in the next rows."""
        self._rows += table.num_rows
        if self._hash is None:
            return
        try:
            self._hash.update(csv_file.lines(table, raw=self._raw))
        except CannotHold:
            self._hash = None

    def end(self) -> dict[str, Any]:
        """Say how many rows there were, and what their CSV form is known by."""
        return {"rows": self._rows, "sha256_of_csv": self._hash and self._hash.hexdigest()}
