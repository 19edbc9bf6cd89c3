"""Which files are events exports, and which bytes do they hold?

A file is read as a stream, a block of whole rows at a time; nothing is unpacked to disk, and what unpacks to more than
the limits is not read on.
"""

import errno
import lzma
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from data.importers.report import ImportRefused, Report, visible
from data.importers.walk import walked

MOST_FILES = 1_000_000
MOST_BYTES_UNPACKED = 4_000_000_000
MOST_BYTES_OF_ROW = 100_000
# GDELT's own files unpack to five to ten times their size.
MOST_TIMES_UNPACKED = 100
SMALL = 10_000_000
BLOCK = 8_000_000

# 20190121220000.export.CSV, 20190121221500.translation.export.CSV.zip, 20130401.export.CSV.zip; backfiles: 1979.zip
NAMED = re.compile(r"\d{8}(\d{6})?(\.translation)?\.export\.csv(\.zip)?|\d{4}(\d{2})?\.(csv|zip)", re.IGNORECASE)
DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError)


class Unreadable(Exception):
    """A file, or the rest of it, cannot be read; the message says why and what to do."""


def exports_of(path: Path, report: Report) -> list[Path]:
    """List the events exports that a path names: itself, or those in a folder, by name.

    Args:
        path: A file or a folder.
        report: Is told of everything else in the folder.

    Raises:
        ImportRefused: there is none.
    """
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise ImportRefused(f"{visible(path)}: no such file or folder; check the path")
    files = walked(path, MOST_FILES)
    if len(files) > MOST_FILES:
        raise ImportRefused(f"{visible(path)}: holds more than {MOST_FILES:,} files; look what it is")
    found = []
    for file in files:
        if not NAMED.fullmatch(file.name):
            report.skip("files that are not named as events exports, not read", file.relative_to(path))
        elif not stat.S_ISREG(file.lstat().st_mode):
            report.fail(file.relative_to(path), "is a link or a device and is not followed; put the file itself there")
        else:
            found.append(file)
    if not found:
        what = 'holds no events export, such as "20190121220000.export.CSV.zip"; name another'
        raise ImportRefused(f"{visible(path)}: {what}")
    return found


def blocks(path: Path) -> Iterator[bytes]:
    """Read a file, packed or not, as blocks of whole rows; each row ends with a line feed.

    Raises:
        Unreadable: it is damaged, or larger than the limits, from here on.
        OSError: the disk or a permission is in the way, which says nothing about the file.
    """
    try:
        with _unpacked(path) as file:
            yield from _whole_rows(file)
    except (*DAMAGED, OSError) as error:
        # A place before the file's begin, or packed bytes that are none, are a fault of what the file says itself.
        if isinstance(error, OSError) and error.errno not in {None, errno.EINVAL}:
            raise
        raise Unreadable(f"cannot be read ({visible(error)}); fetch it again") from error


def is_packed(path: Path) -> bool:
    """Whether a file is read as an archive, which its name decides."""
    return path.name.lower().endswith(".zip")


@contextmanager
def _unpacked(path: Path) -> Iterator[IO[bytes]]:
    if not is_packed(path):
        with path.open("rb") as file:
            yield file
        return
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        if len(members) != 1 or members[0].is_dir():
            raise Unreadable(f"holds {len(members)} files where one export is packed in each; unpack it into a folder")
        (member,) = members
        if member.file_size > max(SMALL, MOST_TIMES_UNPACKED * member.compress_size):
            what = f"unpacks to more than {MOST_TIMES_UNPACKED} times its size, which no export does; look what it is"
            raise Unreadable(what)
        if member.file_size > MOST_BYTES_UNPACKED:
            raise Unreadable(
                f"unpacks to more than {MOST_BYTES_UNPACKED:,} bytes, which no export does; look what it is"
            )
        with archive.open(member) as file:
            yield file


def _whole_rows(file: IO[bytes]) -> Iterator[bytes]:
    begun = b""
    while block := file.read(BLOCK):
        rows, feed, rest = block.rpartition(b"\n")
        if feed:
            yield begun + rows + feed
            begun = rest
        else:
            begun += block
        if len(begun) > MOST_BYTES_OF_ROW:
            raise Unreadable(
                f"has a row of more than {MOST_BYTES_OF_ROW:,} bytes, which no export has; look what it is"
            )
    if begun:
        raise Unreadable("ends in the middle of its last row; fetch it again")
