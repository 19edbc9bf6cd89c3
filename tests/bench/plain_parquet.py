"""A collection as DuckDB reads it without any layout of ours: the Parquet files in place, and the shared steps."""

from typing import Any

import duckdb
import pyarrow as pa

from queries import in_place
from queries.contracts import statement

opened = in_place.connect


def answer(connection: duckdb.DuckDBPyConnection, name: str, parameters: dict[str, Any]) -> pa.Table:
    """Answer a question as its file says, whether it has a twin or not."""
    return connection.cursor().sql(statement(name), params=parameters).to_arrow_table()
