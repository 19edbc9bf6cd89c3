"""A collection as DuckDB reads it without any layout of ours: a view over each Parquet file, and the shared steps."""

from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

import queries
from queries import fetched, layout
from queries.contracts import statement


def opened(folder: Path) -> duckdb.DuckDBPyConnection:
    """Open a collection so that every question reads the Parquet files, but for what their statistics let it leave.

    Args:
        folder: Of the collection.
    """
    connection = duckdb.connect()
    for file in sorted(folder.glob("*.parquet")):
        if file.stem == "statements":
            # Its rows are numbered as those of a table are.
            rows = connection.read_parquet(str(file), file_row_number=True)
            rows.project("* exclude (file_row_number), file_row_number as rowid").create_view(file.stem)
        else:
            connection.read_parquet(str(file)).create_view(file.stem)
    fetched.lay_over(connection, None)
    layout.create(connection, "view")
    queries.create_views(connection)
    return connection


def answer(connection: duckdb.DuckDBPyConnection, name: str, parameters: dict[str, Any]) -> pa.Table:
    """Answer a question as its file says, whether it has a twin or not."""
    return connection.cursor().sql(statement(name), params=parameters).to_arrow_table()
