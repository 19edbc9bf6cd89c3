"""The one door to the collections: every question is a .sql file here, and `run` answers it by its name.

The header of each file is its contract (see `queries.contracts`): `run` refuses a parameter that it does
not name, and a test holds header, parameters, columns and types against DuckDB's own view of the statement.
"""

from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb
import pyarrow as pa

from queries import fetched
from queries.collections import PARQUET, served
from queries.contracts import contract, questions, statement

__all__ = ["PARQUET", "answer", "connect", "contract", "opened", "questions", "run", "run_on", "served"]

VIEWS = Path(__file__).parent / "views"
_opening = Lock()


class UnknownParameters(TypeError):
    """A question was asked with parameters that its header does not name, or without some that it does."""


def connect(folder: Path = PARQUET, texts: Path | None = None) -> duckdb.DuckDBPyConnection:
    """Open a collection: one table a Parquet file of the folder, and the shared views on top.

    Args:
        folder: What `python -m data.build` wrote.
        texts: File of fetched texts to lay over the sources (see `queries.fetched`); none by itself.

    Returns:
        A connection in memory; nothing in it writes to the folder.

    Raises:
        FileNotFoundError: the folder holds no Parquet file.
        ValueError: the file of texts is not one.
    """
    files = sorted(folder.glob("*.parquet"))
    if not files:
        raise FileNotFoundError(f"{folder.name}: no Parquet file there; run `make build` first")
    connection = duckdb.connect()
    for file in files:
        connection.read_parquet(str(file)).create(file.stem)
    fetched.lay_over(connection, texts)
    create_views(connection)
    return connection


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
    named = set(contract(name).parameters)
    if named != set(parameters):
        raise UnknownParameters(f"{name}.sql takes {sorted(named)}, was given {sorted(parameters)}")
    cursor = connection.cursor()
    try:
        return cursor.sql(statement(name), params=parameters or None).to_arrow_table()
    finally:
        cursor.close()


def opened(collection_id: str) -> duckdb.DuckDBPyConnection:
    """Hold the one connection of this process to a collection: opening another costs 25 ms, or seconds with texts.

    Args:
        collection_id: A key of `served`.
    """
    # Two readers who come first at once would otherwise read the collection twice.
    with _opening:
        return _opened(collection_id)


@cache
def _opened(collection_id: str) -> duckdb.DuckDBPyConnection:
    return connect(served()[collection_id], fetched.texts_file(collection_id))


def run_on(collection_id: str, name: str, /, **parameters: Any) -> pa.Table:
    """Answer one question on a collection that is served; see `answer`."""
    return answer(opened(collection_id), name, parameters)


def run(name: str, /, **parameters: Any) -> pa.Table:
    """Answer one question on the first collection, the project's own; see `answer`."""
    return run_on(next(iter(served())), name, **parameters)
