"""How does a collection that lies in a bucket become a folder here? Whole and of one version, or not at all.

Each content of the bucket gets a folder of its own in the cache and comes there in one step. In it tables and kept
versions lie as they lie in `data/`, so that all else works on them as on a local collection. docs/serving.md.
"""

import fcntl
import hashlib
import logging
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import platformdirs

from queries.object_store.bucket import Bucket, BucketChanged, BucketFailed
from queries.object_store.inventory import Inventory, check, taken

log = logging.getLogger("demarche")
MOST_GIGABYTES = 20
TRIES = 3
# Of the folders that this process serves from: open until it ends, so that nobody takes them away before.
_held: dict[Path, int] = {}


def cache() -> Path:
    """Name the folder of all copies: what `DEMARCHE_CACHE` says, else where the system keeps a user's caches."""
    named = os.environ.get("DEMARCHE_CACHE")
    return Path(named) if named else platformdirs.user_cache_path("demarche", appauthor=False)


def mirrored(url: str) -> Path:
    """Give the folder here that holds the tables that a bucket holds now; they are copied unless they are here.

    Args:
        url: From `folder_in_bucket`.

    Raises:
        BucketFailed: the store does not give them, they are no collection, too large, or change while they are read.
        ValueError: the environment sets a limit that is no number.
    """
    bucket = Bucket()
    name = f"{re.sub('[^a-z0-9]+', '-', url.lower())[:60]}-{hashlib.sha256(url.encode()).hexdigest()[:8]}"
    for _ in range(TRIES):
        try:
            inventory = taken(bucket, url)
            folder = _here(bucket, url, inventory, cache() / name)
        except BucketChanged:
            log.info("%s: changed while it was read; it is read anew", url)
        else:
            log.info("%s: data version %s is served from %s", url, inventory.data_version, folder)
            return folder / "parquet"
    raise BucketFailed(f"{url}: changed each of {TRIES} times that it was read; try again when all of it is there")


def _here(bucket: Bucket, url: str, inventory: Inventory, home: Path) -> Path:
    """Give the folder of a copy, made if need be, and take copies away that nobody uses."""
    folder = home / inventory.name
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _locked(home):
            if not _is_whole(folder, inventory):
                _make(bucket, url, inventory, folder)
            _hold(folder)
            _drop_unused(home)
    except BucketFailed:
        raise
    except OSError as error:
        raise BucketFailed(f"{url}: could not be copied to {home} ({error.strerror}); make room there") from error
    return folder


def _is_whole(folder: Path, inventory: Inventory) -> bool:
    sizes = {folder / place: size for place, size in inventory.sizes.items()}
    return all(file.is_file() and file.stat().st_size == size for file, size in sizes.items())


def _make(bucket: Bucket, url: str, inventory: Inventory, folder: Path) -> None:
    """Copy everything, look whether it still is what it was, and put it into its place in one step."""
    sizes = inventory.sizes.values()
    _refuse_too_much(url, len(sizes), sum(sizes))
    log.info("%s: copying %d files, %.1f MB", url, len(sizes), sum(sizes) / 1e6)
    new = folder.with_name(".new")
    # What a killed one left, or a damaged copy of the same.
    for left in (new, folder):
        shutil.rmtree(left, ignore_errors=True)
    try:
        _copy(bucket, inventory, new)
        if taken(bucket, url) != inventory or not _is_whole(new, inventory):
            raise BucketChanged(url)
        check(url, new)
        new.rename(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _refuse_too_much(url: str, count: int, size: int) -> None:
    said = os.environ.get("DEMARCHE_MOST_GB", str(MOST_GIGABYTES))
    if not re.fullmatch(r"\d{1,6}(\.\d{1,3})?", said):
        raise ValueError(f"DEMARCHE_MOST_GB is {said[:20]!a}; give a number of gigabytes, such as {MOST_GIGABYTES}")
    if size > float(said) * 1e9:
        what = f"{count} files of {size / 1e9:,.3f} GB lie there, and at most {said} GB are copied"
        raise BucketFailed(f"{url}: {what}; set DEMARCHE_MOST_GB to allow more")


def _copy(bucket: Bucket, inventory: Inventory, new: Path) -> None:
    for part in inventory.parts:
        for entry in part.entries:
            file = new / part.place / entry.name
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("wb") as written:
                for piece in bucket.read(part.folder, entry):
                    written.write(piece)


def _hold(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_SH)
    if folder in _held:
        os.close(_held[folder])
    _held[folder] = handle


def _drop_unused(home: Path) -> None:
    """Take away every copy that no process serves from."""
    for folder in home.iterdir():
        with suppress(OSError), _locked(folder, fcntl.LOCK_EX | fcntl.LOCK_NB):
            shutil.rmtree(folder)


@contextmanager
def _locked(folder: Path, how: int = fcntl.LOCK_EX) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, how)
        yield
    finally:
        os.close(handle)
