"""Which build of a collection is the newest, and which builds does this process hold open?

A collection may be built anew while it is served. Whoever asks for the newest looks first whether the folder is still
the one that was read. A build has a name of its own, collection and data version: what is asked by that name is
answered by that build, also when another has taken its place.
"""

import logging
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import duckdb

import queries
from queries import editions, fetched, folder_state

log = logging.getLogger("demarche")
MOST_OLDER = 4
"""Builds that stay open besides the newest of each collection."""
TRIES = 5
FAILURES = (OSError, ValueError, duckdb.Error)
"""What files that are no collection lead to."""


@dataclass
class Build:
    """A build of a collection that is open.

    Attributes:
        folder: That it was read from.
        version: Of its data.
        connection: To its tables.
        files: Those of the folder, as they were read.
        seen: What `folder_state.mark` saw of them, or of a newer build that cannot be opened.
    """

    folder: Path
    version: str
    connection: duckdb.DuckDBPyConnection
    files: folder_state.Files
    seen: folder_state.Look | None


_newest: dict[str, Build] = {}
_older: OrderedDict[tuple[str, str], duckdb.DuckDBPyConnection] = OrderedDict()
_opening, _opening_older = Lock(), Lock()


def newest(collection_id: str) -> Build:
    """Give the newest build of a collection, opened if need be; one that cannot be opened leaves the one before there.

    Raises:
        OSError: the folder holds no collection, or changes all the time; only where none is open yet.
        ValueError: it holds another one, or texts fetched for it cannot be used; only where none is open yet.
    """
    folder = queries.served()[collection_id]
    held = _newest.get(collection_id)
    if held and held.folder == folder and folder_state.mark(folder) in (None, held.seen):
        return held
    # Two readers who come first at once would otherwise read the collection twice.
    with _opening:
        held = _newest.get(collection_id)
        if held is None or held.folder != folder:
            _newest[collection_id] = _opened(folder, collection_id)
        elif _is_replaced(held):
            _renew(collection_id, held)
        return _newest[collection_id]


def connection(collection_id: str, version: str) -> duckdb.DuckDBPyConnection:
    """Open a build: the newest, one that was that in this process, or a version that was kept.

    Raises:
        UnknownVersion: it is none of these.
    """
    held = _newest.get(collection_id)
    if held is None or held.version != version:
        held = newest(collection_id)
    return held.connection if held.version == version else _opened_older(collection_id, version)


def _opened_older(collection_id: str, version: str) -> duckdb.DuckDBPyConnection:
    key = collection_id, version
    # Nobody waits for older versions but those who ask for one.
    with _opening_older:
        if key not in _older:
            tables = editions.tables_of(collection_id, version)
            _put(key, queries.connect(queries.served()[collection_id], fetched.texts_file(collection_id), tables))
        _older.move_to_end(key)
        return _older[key]


def _put(key: tuple[str, str], older: duckdb.DuckDBPyConnection) -> None:
    _older[key] = older
    # What falls out is not closed: whoever still asks or reads there goes on, and memory is given back after the last.
    while len(_older) > MOST_OLDER:
        _older.popitem(last=False)


def _is_replaced(held: Build) -> bool:
    # Who waited while somebody else opened it need not.
    if folder_state.mark(held.folder) in (None, held.seen):
        return False
    try:
        return folder_state.is_whole(folder_state.files(held.folder), held.files)
    except OSError:
        return False


def _renew(collection_id: str, held: Build) -> None:
    seen = folder_state.mark(held.folder)
    try:
        build = _opened(held.folder, collection_id)
    except FAILURES as error:
        if _is_final(held, seen):
            # Nobody tries again before the folder changes.
            held.seen = seen
            what = next(iter(str(error).splitlines()), type(error).__name__)
            log.warning("%s: version %s is served on, build it again: %s", collection_id, held.version, what)
        return
    if build.version != held.version:
        with _opening_older:
            _put((collection_id, held.version), held.connection)
        log.info("%s: data version %s is served from now on", collection_id, build.version)
    _newest[collection_id] = build


def _is_final(held: Build, seen: folder_state.Look | None) -> bool:
    """Tell whether what could not be opened is all that is to come."""
    try:
        return folder_state.mark(held.folder) == seen and folder_state.is_quiet(folder_state.files(held.folder))
    except OSError:
        return False


def _opened(folder: Path, collection_id: str) -> Build:
    """Open a folder as it is at one moment."""
    for _ in range(TRIES):
        files = folder_state.files(folder)
        try:
            opened = queries.connect(folder, fetched.texts_file(collection_id))
            (row,) = queries.answer(opened, "collection", {}).to_pylist()
        except FAILURES:
            if files == folder_state.files(folder):
                raise
            continue
        if files == folder_state.files(folder):
            if row["collection_id"] != collection_id:
                raise ValueError(f"{folder} holds the collection {row['collection_id']}, not {collection_id}")
            return Build(folder, row["data_version"], opened, files, folder_state.mark_of(files))
    raise OSError(f"{folder}: changed each of {TRIES} times that it was read; try again when the build is done")
