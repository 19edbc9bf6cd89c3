"""How does a folder of files that belong together change from one version to the next in one step?

Renaming cannot replace a folder that is not empty, and replacing file by file would show a mix of versions
to whoever reads meanwhile. Linux can exchange two folders in one step (renameat2 with RENAME_EXCHANGE):
killed at any moment, the old or the new version stands there. Where the system or its file system cannot,
the old folder is moved aside and the new one into its place; killed between these two steps, the old one is
still whole beside it, and the next build puts it back. A symbolic link would be replaced in one step
everywhere, but Git and Windows do not carry links to folders well.
"""

import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

AT_FDCWD = -100  # linux/fcntl.h: paths are taken from the working directory
RENAME_EXCHANGE = 2  # linux/fs.h


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Offer an empty folder that takes the place of another when all of it has been written.

    Args:
        target: Folder to replace or to make.

    Yields:
        A new folder beside it. If the block fails, the target stays as it is.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with locked(target.parent), replacing_locked(target) as new:
        yield new


@contextmanager
def replacing_locked(target: Path) -> Iterator[Path]:
    """Do the same for a caller who holds the lock of the folder that the target is in, and yield the new folder."""
    _recover(target)
    new = _aside(target, "new")
    new.mkdir()
    try:
        yield new
        _put(new, target)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(_aside(target, "old"), ignore_errors=True)


def _put(new: Path, target: Path) -> None:
    if not target.exists():
        new.rename(target)
    elif not _exchanged(new, target):
        old = _aside(target, "old")
        target.rename(old)
        new.rename(target)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, or say that this system cannot."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    return bool(renameat2(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE) == 0)


def _recover(target: Path) -> None:
    """Clear away what a killed build left, after putting back a version that it had moved aside."""
    old = _aside(target, "old")
    if old.exists() and not target.exists():
        old.rename(target)
    for left in (old, _aside(target, "new")):
        shutil.rmtree(left, ignore_errors=True)


def _aside(target: Path, version: str) -> Path:
    return target.with_name(f".{target.name}-{version}")


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let one build at a time at a folder; the system opens the lock when a build dies."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def replace_file(path: Path, content: bytes) -> None:
    """Replace one file, or make it, in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}-new")
    try:
        new.write_bytes(content)
        new.replace(path)
    except OSError:
        # On a full disk above all, what was begun must not stay.
        new.unlink(missing_ok=True)
        raise
