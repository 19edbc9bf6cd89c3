"""Connections that hold a small collection, with the shared views of the real one on top."""

from functools import cache

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

import queries


@cache
def schemas():
    """Name and Arrow schema of every table of the real collection."""
    return {file.stem: pq.read_schema(file) for file in sorted(queries.PARQUET.glob("*.parquet"))}


def fill(connection, tables):
    """Replace tables of a connection by these rows; a field left out is null."""
    for name, rows in tables.items():
        connection.register("given", pa.Table.from_pylist(rows, schema=schemas()[name]))
        connection.execute(f'create or replace table "{name}" as from given')
        connection.unregister("given")


def collection():
    """A connection as `queries.connect` makes it, with every table and no rows."""
    connection = duckdb.connect()
    fill(connection, dict.fromkeys(schemas(), ()))
    queries.create_views(connection)
    return connection
