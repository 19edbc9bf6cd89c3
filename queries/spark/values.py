"""How do parameters go to Spark, and how does its answer come to have the columns and types of DuckDB's?

The header of a question names both. Values are bound, and sent apart from the text.
"""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from queries.contracts import contract

TYPES: Mapping[str, pa.DataType] = {
    "bigint": pa.int64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "double": pa.float64(),
    "integer": pa.int32(),
    "varchar": pa.string(),
    "varchar[]": pa.list_(pa.string()),
}
"""Of a column, by the word that a header has for it."""


def shaped(name: str, answer: pa.Table) -> pa.Table:
    """Give an answer the columns, their order, and their types that the header of a question names.

    Args:
        name: Of the question.
        answer: As it came.

    Raises:
        KeyError: a column is missing.
        pyarrow.ArrowInvalid: a value does not fit.
    """
    columns = contract(name).columns
    arrays = [answer[column].cast(TYPES[kind]) for column, kind in columns.items()]
    return pa.table(arrays, schema=pa.schema([(column, TYPES[kind]) for column, kind in columns.items()]))


def bound(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Give the values that are sent beside the text of a question, as the client takes them."""
    return {name: [*value] if isinstance(value, tuple) else value for name, value in parameters.items()}
