"""Which file does a question of a reader's own read? One of DuckDB's, that nothing writes to any more."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from threading import Lock

import duckdb

import queries
from queries import database, editions

NAME = "collection.duckdb"
_one_at_a_time = Lock()


def folder(edition: str) -> Path:
    """Give a private folder with the file of an edition in it, called `NAME`; made where it is not there yet.

    Texts that were fetched to this machine are no part of it.

    Args:
        edition: From `queries.build`, so that what it names never changes.

    Raises:
        UnknownVersion: that version was not kept.
    """
    place = _all() / edition.replace("@", "-at-")
    with _one_at_a_time:
        if not (place / NAME).exists():
            _make(edition, place)
    return place


def _make(edition: str, place: Path) -> None:
    collection_id, version = editions.split(edition)
    if version is None:
        raise ValueError(f"{edition} names no version; give what queries.build gives")
    held = queries.served()[collection_id]
    place.mkdir(exist_ok=True)
    if queries.is_newest(edition) and (file := database.file(held)).is_file():
        (place / NAME).symlink_to(file.resolve())
        return
    older = None if queries.is_newest(edition) else editions.tables_of(collection_id, version)
    unfinished = place / f"{NAME}.new"
    with duckdb.connect(str(unfinished)) as connection:
        queries.fill(connection, held, older=older)
    unfinished.replace(place / NAME)


@cache
def _all() -> Path:
    """Make the folder of this process, which goes with it."""
    place = Path(tempfile.mkdtemp(prefix="demarche-console-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return place
