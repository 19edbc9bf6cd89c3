"""Which files lie in a folder or an archive that somebody else packed?

Nothing is unpacked to disk: a file is its name, which leads nowhere, and its bytes. No link is followed, and an archive
that unpacks to more than the limits is refused before it fills the memory.
"""

import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from tqdm import tqdm

from data.importers.report import ImportRefused, Report, visible
from data.importers.tar_stream import members
from data.importers.walk import walked

MOST_FILES = 100_000
MOST_BYTES = 1_000_000_000
MOST_BYTES_OF_ONE = 5_000_000
DAMAGED = (tarfile.TarError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)

Wanted = Callable[[PurePosixPath], bool]


class File(NamedTuple):
    """One file that was wanted: where it lies and what it holds."""

    path: PurePosixPath
    content: bytes


class Unread(NamedTuple):
    """One file that was not read; without a fault it was not wanted."""

    path: PurePosixPath
    fault: str | None = None


Found = Iterator[File | Unread]


def files(path: Path, is_wanted: Wanted, report: Report) -> Iterator[File]:
    """Read the files that are wanted, showing a progress bar.

    Args:
        path: A folder, a .zip, a .tgz or a .tar.gz.
        is_wanted: Asked once for each file; what it declines is not read.
        report: Is told of every link, and of every wanted file that cannot be read.

    Yields:
        The files, in the order in which they are packed or, of a folder, by name.

    Raises:
        ImportRefused: it is none of these, damaged, or larger than the limits.
    """
    count = total = 0
    try:
        for file in _reader(path)(path, is_wanted):
            count += 1
            total += len(file.content) if isinstance(file, File) else 0
            if count > MOST_FILES or total > MOST_BYTES:
                limits = f"{MOST_FILES:,} files or {MOST_BYTES:,} bytes"
                raise ImportRefused(f"holds more than {limits}, which is no corpus of speeches; look what it is")
            if isinstance(file, File):
                yield file
            elif file.fault:
                report.fail(file.path, file.fault)
    except ImportRefused as error:
        raise ImportRefused(f"{visible(path)}: {error}") from error
    except DAMAGED as error:
        raise ImportRefused(f"{visible(path)}: cannot be read ({visible(error)}); fetch it again") from error


def _reader(path: Path) -> Callable[[Path, Wanted], Found]:
    if path.is_dir():
        return _of_folder
    if not path.is_file():
        raise ImportRefused("no such file or folder; check the path")
    if path.name.lower().endswith((".tgz", ".tar.gz")):
        return _of_tar
    if path.name.lower().endswith(".zip"):
        return _of_zip
    raise ImportRefused("is no folder, .tgz, .tar.gz or .zip; name one of these")


def _of_folder(folder: Path, is_wanted: Wanted) -> Found:
    for path in tqdm(walked(folder, MOST_FILES), desc="reading", unit=" files"):
        place, status = PurePosixPath(path.relative_to(folder).as_posix()), path.lstat()
        if not stat.S_ISREG(status.st_mode):
            yield Unread(place, NO_FILE)
        elif not is_wanted(place):
            yield Unread(place)
        else:
            yield Unread(place, TOO_LARGE) if status.st_size > MOST_BYTES_OF_ONE else File(place, path.read_bytes())


def _of_zip(path: Path, is_wanted: Wanted) -> Found:
    with zipfile.ZipFile(path) as archive:
        for member in tqdm(archive.infolist(), desc="reading", unit=" files"):
            place = PurePosixPath(member.filename)
            if stat.S_IFMT(member.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
                yield Unread(place, NO_FILE)
            elif member.is_dir() or not is_wanted(place):
                yield Unread(place)
            else:
                with archive.open(member) as file:
                    content = file.read(MOST_BYTES_OF_ONE + 1)
                yield Unread(place, TOO_LARGE) if len(content) > MOST_BYTES_OF_ONE else File(place, content)


def _of_tar(path: Path, is_wanted: Wanted) -> Found:
    for member in members(path, MOST_BYTES):
        place = PurePosixPath(member.info.name)
        if not (member.info.isreg() or member.info.isdir()):
            yield Unread(place, NO_FILE)
        elif member.info.isdir() or not is_wanted(place):
            yield Unread(place)
        else:
            yield Unread(place, TOO_LARGE) if member.info.size > MOST_BYTES_OF_ONE else File(place, member.read())


NO_FILE = "is a link or a device and is not followed; put the file itself there"
TOO_LARGE = f"has more than {MOST_BYTES_OF_ONE:,} bytes; look what it is"
