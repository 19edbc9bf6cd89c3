"""The real collection as plain rows, and rows compared whatever their order.

Read from the Parquet files as they lie there: what SQL is held against here never went through its engine.
"""

from functools import cache

import pyarrow.parquet as pq

import queries
from tests.queries.oracle import Oracle


@cache
def recorded_oracle():
    """The plain answers on the project's own collection, with every table of it."""
    return Oracle({file.stem: pq.read_table(file).to_pylist() for file in sorted(queries.PARQUET.glob("*.parquet"))})


def in_any_order(rows):
    """The same rows in one order, for answers whose order is not the question."""
    columns = sorted(rows[0]) if rows else []
    return sorted(rows, key=lambda row: [str(row[column]) for column in columns])


def in_order(rows, *columns):
    """Do the rows stand in the order of these columns?"""
    keys = [tuple(row[column] for column in columns) for row in rows]
    return keys == sorted(keys)
