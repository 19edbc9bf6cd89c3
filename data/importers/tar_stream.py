"""How is a packed archive read once, from front to back, without trusting what it says about itself?

Python's tarfile takes any length that a header claims, also for long names, which it keeps in memory, and takes a
broken header in the middle for the end. Here no more is unpacked between two members than the first announced, and
nothing but zeros may follow the last.
"""

import gzip
import io
import tarfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tqdm import tqdm

from data.importers.report import ImportRefused, visible

# Headers, long names and padding between two members, and what tarfile reads ahead.
BETWEEN_MEMBERS = 1_000_000
BLOCK = 65_536


class Member(NamedTuple):
    """What an archive says of a file, and how to read it, which is possible only before the next is asked for."""

    info: tarfile.TarInfo
    read: Callable[[], bytes]


def members(path: Path, most: int) -> Iterator[Member]:
    """Go through a .tar.gz, showing a progress bar.

    Args:
        path: The archive.
        most: Bytes to which it may unpack.

    Yields:
        Its members, in the order in which they are packed.

    Raises:
        ImportRefused: it unpacks to more, or is not what it says.
    """
    with (
        path.open("rb") as packed,
        tqdm(total=path.stat().st_size, desc="reading", unit="B", unit_scale=True) as bar,
        gzip.GzipFile(fileobj=packed, mode="rb") as unpacked,
    ):
        blocks = _Announced(unpacked)
        with tarfile.open(fileobj=blocks, mode="r|") as archive:
            for info in archive:
                if archive.offset > most:
                    raise ImportRefused(f"unpacks to {archive.offset:,} bytes where {most:,} is the most")
                blocks.announce(info.size)
                yield Member(info, partial(_content, archive, info))
                bar.update(packed.tell() - bar.n)
            blocks.announce(0)
            _read_to_the_end(archive)


class _Announced(io.BufferedIOBase):
    """What tarfile reads from: no more than was announced."""

    def __init__(self, unpacked: gzip.GzipFile) -> None:
        self._unpacked, self._left = unpacked, BETWEEN_MEMBERS

    def announce(self, size: int) -> None:
        self._left = size + BETWEEN_MEMBERS

    def read(self, size: int | None = -1, /) -> bytes:
        block = self._unpacked.read(size)
        self._left -= len(block)
        if self._left < 0:
            raise ImportRefused("unpacks to more than it announces; look what it is")
        return block


def _content(archive: tarfile.TarFile, info: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(info)
    content = file.read() if file else b""
    if len(content) != info.size:
        raise ImportRefused(f"ends in the middle of {visible(info.name)}; fetch it again")
    return content


def _read_to_the_end(archive: tarfile.TarFile) -> None:
    """Tell a whole archive from one that breaks off: the checksum of gzip stands at its very end."""
    while archive.fileobj and (block := archive.fileobj.read(BLOCK)):
        if block.strip(b"\0"):
            raise ImportRefused("goes on after a broken header; fetch it again")
