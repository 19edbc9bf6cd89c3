"""How does the folder of fetched texts stay whole when runs meet or die?"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class StoreInUse(OSError):
    """Another run writes to the same folder."""


@contextmanager
def opened(store: Path) -> Iterator[Path]:
    """Hold a store for one run, make it if need be, and clear away what a killed run left half-written.

    Args:
        store: Folder of one collection.

    Yields:
        Its folder of pages.

    Raises:
        StoreInUse: another run holds it.
        OSError: it cannot be written.
    """
    pages = store / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    # Not the store's own folder: that one is locked while the index in it is replaced.
    handle = os.open(pages, os.O_RDONLY)
    try:
        _lock(handle, store)
        for left in (*store.glob(".*.parquet-new"), *pages.glob(".*.json-new")):
            left.unlink()
        yield pages
    finally:
        # The system opens the lock also when a run dies.
        os.close(handle)


def _lock(handle: int, store: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise StoreInUse(f"{store}: another run fetches into this folder; wait until it has ended") from error
