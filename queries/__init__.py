"""The one door to the collection: every question is a .sql file here, and `run` answers it by its name.

The header of each file is its contract (see `queries.contracts`): `run` refuses a parameter that it does
not name, and a test holds header, parameters, columns and types against DuckDB's own view of the statement.
"""

import os
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from queries.contracts import contract, questions, statement

__all__ = ["answer", "connect", "contract", "questions", "run"]

PARQUET = Path(__file__).parent.parent / "data" / "parquet"
# Another collection of the same tables is served where the environment names its folder.
SERVED = Path(os.environ.get("DEMARCHE_DATA", PARQUET))
VIEWS = Path(__file__).parent / "views"


class UnknownParameters(TypeError):
    """A question was asked with parameters that its header does not name, or without some that it does."""


def connect(folder: Path = PARQUET) -> duckdb.DuckDBPyConnection:
    """Open a collection: one table a Parquet file of the folder, and the shared views on top.

    Args:
        folder: What `python -m data.build` wrote.

    Returns:
        A connection in memory; nothing in it writes to the folder.

    Raises:
        FileNotFoundError: the folder holds no Parquet file.
    """
    files = sorted(folder.glob("*.parquet"))
    if not files:
        raise FileNotFoundError(f"{folder.name}: no Parquet file there; run `make build` first")
    connection = duckdb.connect()
    for file in files:
        connection.read_parquet(str(file)).create(file.stem)
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


@cache
def collection() -> duckdb.DuckDBPyConnection:
    """Hold the one connection of this process: opening another costs 25 ms, a cursor next to nothing."""
    return connect(SERVED)


def run(name: str, **parameters: Any) -> pa.Table:
    """Answer one question on the project's own collection; see `answer`."""
    return answer(collection(), name, parameters)
