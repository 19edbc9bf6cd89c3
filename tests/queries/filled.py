"""Connections to ask: to the real collection, and to a small one to be filled, with the same shared views on top."""

from functools import cache

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

import queries
from queries import fetched, layout
from tests.queries.oracle import Oracle

# The columns of fetched_texts, which is no file of the collection.
FETCHED = fetched.SCHEMA.remove(fetched.SCHEMA.get_field_index("text"))


@cache
def schemas():
    """Name and Arrow schema of every table of the real collection."""
    return {file.stem: pq.read_schema(file) for file in sorted(queries.PARQUET.glob("*.parquet"))}


def fill(connection, tables):
    """Replace tables of a connection by these rows; a field left out is null."""
    for name, rows in tables.items():
        schema = FETCHED if name == "fetched_texts" else schemas()[name]
        connection.register("given", pa.Table.from_pylist(rows, schema=schema))
        connection.execute(f'create or replace table "{name}" as from given')
        connection.unregister("given")


def collection():
    """A connection as `queries.connect` makes it, with every table and no rows."""
    connection = duckdb.connect()
    fill(connection, dict.fromkeys(schemas(), ()))
    fetched.lay_over(connection, None)
    # What a test fills in is counted when it is asked for.
    layout.create(connection, "view")
    queries.create_views(connection)
    return connection


def real_collection():
    """The project's own collection; tests ask from several threads rather than one question on several."""
    connection = queries.connect()
    connection.execute("set threads = 1")
    return connection


def oracle_of(connection):
    """The plain answers on what the tables of a connection hold."""
    names = ("actors", "coverage", "events", "evidence", "issues", "memberships", "statements")
    return Oracle({name: connection.table(name).to_arrow_table().to_pylist() for name in names})
