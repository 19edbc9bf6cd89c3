"""A ZIP file that is made while it is sent: nothing but the piece at hand is held, and nothing is sought back to.

The sizes and sums of an entry stand behind it, and the list of all entries at the end: a file that was cut off does not
open. The time of every entry is the time at which the package was made, so that the same rows give the same bytes.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple
from zipfile import ZIP_STORED, ZipFile

from exports.pieces import MOST_BYTES
from exports.sink import Sink
from exports.zip_file import entry


class Member(NamedTuple):
    """One file within: its path, its size in bytes and its SHA-256 in hexadecimal digits."""

    name: str
    bytes: int
    sha256: str


class Archive:
    """One ZIP file.

    Attributes:
        members: What it holds so far.
    """

    def __init__(self, created_at: datetime) -> None:
        self.members: list[Member] = []
        self._created_at = created_at
        self._sink = Sink()
        self._zip = ZipFile(self._sink, "w")

    def add(self, name: str, content: Iterable[bytes], *, is_large: bool = False) -> Iterator[bytes]:
        """Write one file.

        Args:
            name: Its path within.
            content: Its bytes, in pieces.
            is_large: Whether it may have 2 GB or more: a few old programs cannot read the form that this needs.

        Yields:
            The bytes of the ZIP that are ready.
        """
        digest, size = hashlib.sha256(), 0
        member = entry(name, self._created_at)
        if name.endswith(".parquet"):
            member.compress_type = ZIP_STORED  # It is compressed already.
        with self._zip.open(member, "w", force_zip64=is_large) as file:
            for piece in content:
                digest.update(piece)
                size += len(piece)
                file.write(piece)
                yield from self._ready()
        self.members.append(Member(name, size, digest.hexdigest()))
        yield from self._ready()

    def end(self) -> Iterator[bytes]:
        """Write the list of entries, without which nothing of the file can be read."""
        self._zip.close()
        yield from self._ready()

    def _ready(self) -> Iterator[bytes]:
        written = self._sink.take()
        for start in range(0, len(written), MOST_BYTES):
            yield written[start : start + MOST_BYTES]
