"""How do several files change together, so that a program killed at any moment leaves all of the old or all of the new?

All that is new goes into a folder beside them first. Renaming this folder is the moment from which the new files count:
what was not put into its place by then, because the program was killed, is put there by whoever comes next.
"""

import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from data.problems import Problem, RecordsError
from data.swap import locked

log = logging.getLogger("demarche")
UNCOMMITTED = ".saving-new"
COMMITTED = ".saving"
# Where whoever is at the records may write what counts for nothing.
DRAFT = ".saving-draft"
# Within them: what is to be put into place, and the names of what is to be taken away.
PUT, TAKEN = "put", "taken"


@contextmanager
def settled(home: Path) -> Iterator[None]:
    """Let one at a time at the records of a home, once what a killed one left behind is settled.

    Args:
        home: Folder with records/ and texts/. The lock is on records/, which nobody replaces.

    Yields:
        Nothing. Whoever reads records within the block sees all files of one save or none.

    Raises:
        RecordsError: there are no records.
    """
    if not (home / "records").is_dir():
        raise RecordsError([Problem("records", None, f"is no folder in {home}; restore it")])
    with locked(home / "records"):
        _roll_forward(home)
        for left in (UNCOMMITTED, DRAFT):
            shutil.rmtree(home / left, ignore_errors=True)
        yield


def recover(home: Path) -> bool:
    """Finish what a killed program had committed to, forget what it had not, and say if it had.

    Raises:
        RecordsError: there are no records.
    """
    was_left = (home / COMMITTED).is_dir()
    with settled(home):
        return was_left


def replace(home: Path, files: Mapping[str, bytes | None]) -> None:
    """Replace, make or take away several files, all or none of them.

    Args:
        home: Folder whose records are `settled` by the caller.
        files: New content by path within it; None takes a file away.

    Raises:
        OSError: something could not be written, and nothing has changed.
    """
    new = home / UNCOMMITTED
    try:
        for name, content in files.items():
            _write(new / (TAKEN if content is None else PUT) / name, content or b"")
        for folder, _, _ in os.walk(new):
            _to_disk(Path(folder))
        new.rename(home / COMMITTED)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    try:
        _to_disk(home)
        _roll_forward(home)
    except OSError as error:
        # All of it counts already: whoever comes next at the records puts the rest into its place, or says what fails.
        log.warning("%s: saved, but not all of it is in its place yet: %s", home, error)


def _roll_forward(home: Path) -> None:
    committed = home / COMMITTED
    if not committed.is_dir():
        return
    touched = set()
    for file in _files(committed / PUT):
        target = home / file.relative_to(committed / PUT)
        target.parent.mkdir(parents=True, exist_ok=True)
        file.replace(target)
        touched.add(target.parent)
    for file in _files(committed / TAKEN):
        target = home / file.relative_to(committed / TAKEN)
        target.unlink(missing_ok=True)
        touched.add(target.parent)
    # Only what has reached the disk may be forgotten here.
    for folder in (*touched, home):
        _to_disk(folder)
    shutil.rmtree(committed)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def _to_disk(folder: Path) -> None:
    """Names of files are content of their folder, and reach the disk with it."""
    if folder.is_dir():
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
