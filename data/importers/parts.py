"""Which parts of an import are finished already, so that one that was stopped goes on where it was?

A part is a Parquet file that an importer makes of one input file. It lies in a hidden folder beside the collection,
under a key that changes with the content of the input and with the rules by which it is read: a part that is there is
right. It appears in one step when it is whole. The folder is removed when the collection has been written.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from data.importers.report import ImportRefused, visible

UNFINISHED = ".new"


class Parts:
    """The parts of one import; the folder is made for the first of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock: int | None = None

    def part(self, key: str, make: Callable[[Path], None]) -> Path:
        """The part of a key, which is made if it is not there.

        Args:
            key: From `key_of`.
            make: Writes it to the path that it is given. If it raises, there is no part.

        Returns:
            Its path.

        Raises:
            ImportRefused: another import of the same collection is under way.
        """
        self._open()
        place = self.folder / f"{key}.parquet"
        if not place.exists():
            unfinished = place.with_suffix(UNFINISHED)
            make(unfinished)
            unfinished.replace(place)
        return place

    def remove(self) -> None:
        """Remove all parts, since nobody needs them any more."""
        if self._lock is not None:
            shutil.rmtree(self.folder)

    def _open(self) -> None:
        """Make the folder, keep others out of it, and clear away what a killed import had begun."""
        if self._lock is not None:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lock = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            what = "another import of this collection is under way; wait until it ends"
            raise ImportRefused(f"{visible(self.folder)}: {what}") from error
        for left in self.folder.glob(f"*{UNFINISHED}"):
            left.unlink()

    def close(self) -> None:
        """Let others in; the system does so as well when an import dies."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


@contextmanager
def beside(target: Path) -> Iterator[Parts]:
    """Offer the parts of the collection that a folder is, or becomes; they stay unless they are removed."""
    parts = Parts(target.with_name(f".{target.name}-parts"))
    try:
        yield parts
    finally:
        parts.close()


@contextmanager
def passing() -> Iterator[Parts]:
    """Offer parts that nobody keeps."""
    with TemporaryDirectory() as folder:
        parts = Parts(Path(folder, "parts"))
        try:
            yield parts
        finally:
            parts.close()


def key_of(path: Path, rules: str) -> str:
    """Name the part that comes of a file.

    Args:
        path: The file.
        rules: Anything that changes when the file would be read differently.

    Returns:
        A SHA-256 of both.
    """
    with path.open("rb") as file:
        content = hashlib.file_digest(file, "sha256").hexdigest()
    return hashlib.sha256(f"{content} {rules}".encode()).hexdigest()
