"""The one door to the collections: every question is a .sql file here, and `run` answers it by its name.

The header of each file is its contract (see `queries.contracts`): `run` refuses a parameter that it does
not name, and a test holds header, parameters, columns and types against DuckDB's own view of the statement.
"""

import warnings
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from queries import builds, coded, database, editions, fetched, in_place, intact, layout, spark, twins
from queries.collections import PARQUET, served
from queries.contracts import contract, questions
from queries.database import VIEWS
from queries.editions import UnknownVersion, changes, edition, kept
from queries.versions import Change, Version

__all__ = [
    "PARQUET",
    "VIEWS",
    "Change",
    "UnknownVersion",
    "Version",
    "answer",
    "answer_in_codes",
    "build",
    "changes",
    "connect",
    "contract",
    "edition",
    "fill",
    "is_newest",
    "kept",
    "opened",
    "questions",
    "run",
    "run_on",
    "served",
]


# By `sql` a question is parsed anew and planned once more than it need be: a third of what most answers take.
warnings.filterwarnings("ignore", "Arrow output on a DB-API result makes an extra copy", UserWarning)


class UnknownParameters(TypeError):
    """A question was asked with parameters that its header does not name, or without some that it does."""


def connect(
    folder: Path = PARQUET, texts: Path | None = None, older: Mapping[str, Path] | None = None
) -> duckdb.DuckDBPyConnection:
    """Open a collection: one table a Parquet file of the folder, and the shared views on top.

    Args:
        folder: What `python -m data.build` wrote.
        texts: File of fetched texts to lay over the sources (see `queries.fetched`); none by itself.
        older: Files of an older version, by table, to open with the tables and columns of the folder instead.

    Returns:
        A connection to a database in memory or, of a large collection, to the file that `data.database` wrote; nothing
        in it writes to the folder. Where a server is named (`queries.spark`), the Parquet files are asked in place.

    Raises:
        FileNotFoundError: the folder holds no Parquet file.
        ValueError: the file of texts is not one, or a table is not what was written.
    """
    if older is None and spark.named():
        return in_place.connect(folder, texts)
    if older is None and not (texts and texts.is_file()) and (folder / database.FOLDER).is_dir():
        held = database.opened(folder)
        if held is not None:
            return held
    connection = duckdb.connect(config=database.SPILLING)
    fill(connection, folder, texts, older)
    return connection


def fill(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    texts: Path | None = None,
    older: Mapping[str, Path] | None = None,
) -> None:
    """Create tables and views in an empty database; see `connect`."""
    # All of it is read now, so that looking first costs little.
    intact.refuse_damaged(folder)
    newest = {file.stem: connection.read_parquet(str(file)) for file in sorted(folder.glob("*.parquet"))}
    if not newest:
        raise FileNotFoundError(f"{folder.name}: no Parquet file there; run `make build` first")
    coded.create(connection, newest if older is None else editions.laid_out(connection, older, newest))
    fetched.lay_over(connection, texts)
    layout.create(connection, "table")
    create_views(connection)


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the steps that several questions share, in the order of their file names."""
    for file in sorted(VIEWS.glob("*.sql")):
        connection.execute(file.read_text(encoding="utf-8"))


def answer(connection: duckdb.DuckDBPyConnection, name: str, parameters: dict[str, Any]) -> pa.Table:
    """Answer one question on a given connection.

    Args:
        connection: From `connect`; a cursor of its own is used for each call, so threads may share it.
        name: A file of this folder without its ending, `positions_as_of`.
        parameters: Exactly those that the file's header names; None stands for "any".

    Returns:
        The rows, in the total order that the file states.

    Raises:
        UnknownParameters: the names differ from the header's.
    """
    return coded.decoded(answer_in_codes(connection, name, parameters))


def answer_in_codes(connection: duckdb.DuckDBPyConnection, name: str, parameters: dict[str, Any]) -> pa.Table:
    """Answer one question as `answer` does, with dictionaries where it gives texts that repeat (`queries.coded`)."""
    _refuse_others(name, parameters)
    text, taken = twins.shortest(name, parameters)
    cursor = connection.cursor()
    try:
        return cursor.execute(_parsed(text), taken or None).to_arrow_table()
    finally:
        cursor.close()


@cache
def _parsed(text: str) -> duckdb.Statement:
    with duckdb.connect() as connection:
        (statement,) = connection.extract_statements(text)
    return statement


def _refuse_others(name: str, parameters: dict[str, Any]) -> None:
    named = set(contract(name).parameters)
    if named != set(parameters):
        raise UnknownParameters(f"{name}.sql takes {sorted(named)}, was given {sorted(parameters)}")


def build(edition: str) -> str:
    """Name an edition by the data that it holds right now: two builds of a collection never have the same name.

    What belongs together is asked for by that name, so that all of it is of one build whatever is built meanwhile.

    Args:
        edition: From `edition`, which has such a name already, or a key of `served`, which stands for the newest.
    """
    collection_id, version = editions.split(edition)
    return f"{collection_id}@{builds.newest(collection_id).version}" if version is None else edition


def is_newest(edition: str) -> bool:
    """Tell whether an edition is the newest one of its collection right now."""
    collection_id, version = editions.split(edition)
    return version in (None, builds.newest(collection_id).version)


def opened(edition: str) -> duckdb.DuckDBPyConnection:
    """Hold the one connection of this process to a build: opening another costs 25 ms, or seconds with texts.

    Args:
        edition: From `edition` or `build`; a key of `served` is whichever version of that collection is the newest.

    Raises:
        UnknownVersion: that version was not kept.
    """
    collection_id, version = editions.split(edition)
    if version is None:
        return builds.newest(collection_id).connection
    return builds.connection(collection_id, version)


def run_on(edition: str, name: str, /, **parameters: Any) -> pa.Table:
    """Answer one question on an edition of a collection that is served; see `opened` and `answer`.

    Of the newest version, the server that the environment names answers what it can (`queries.spark`).
    """
    if spark.named() and is_newest(edition):
        collection_id, _ = editions.split(edition)
        if spark.answers(name, is_laid_over=fetched.texts_file(collection_id).is_file()):
            _refuse_others(name, parameters)
            return spark.answer(served()[collection_id], name, parameters)
    return answer(opened(edition), name, parameters)


def run(name: str, /, **parameters: Any) -> pa.Table:
    """Answer one question on the first collection, the project's own; see `answer`."""
    return run_on(next(iter(served())), name, **parameters)
