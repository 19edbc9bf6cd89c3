"""Rows for the screen: each question asked once per set of parameters, then kept."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa

import queries
from ui import collections
from ui.shelf import Shelf, fixed, size_of_key

# Whatever addresses come in. The largest answer of our own collection, every statement of it, has 0.7 MB.
MOST_BYTES, MOST_ANSWERS = 128_000_000, 400
# Tables are never changed, so all sessions share the one that is kept; a copy for each would cost as much as asking.
_tables: Shelf[pa.Table] = Shelf(
    MOST_BYTES, lambda asked, table: max(MOST_BYTES // MOST_ANSWERS, size_of_key(asked) + _size(table))
)


def table(name: str, **parameters: Any) -> pa.Table:
    """Answer a question of `queries/` on the chosen collection, from memory if it was asked before."""
    return _tables.get(_asked(name, parameters), lambda: queries.run_on(collections.chosen(), name, **parameters))


def records(name: str, **parameters: Any) -> list[dict[str, Any]]:
    """Answer a question as a list of rows, None where nothing is known; the rows are the caller's own."""
    # To write a table out as rows takes longer than to ask a small collection.
    return collections.copied(_asked(name, parameters), lambda: _listed(table(name, **parameters)))


def _size(answer: pa.Table) -> int:
    # Each column takes some 700 bytes besides its values, in a table without rows too.
    return int(answer.nbytes) + 4_000 + 700 * int(answer.num_columns)


def _listed(answer: pa.Table) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = answer.to_pylist()
    return rows


def _asked(name: str, parameters: Mapping[str, Any]) -> tuple[object, ...]:
    return (collections.chosen(), name, *sorted((key, fixed(value)) for key, value in parameters.items()))


def frame(name: str, **parameters: Any) -> pd.DataFrame:
    """Answer a question as a DataFrame, for charts and tables."""
    data: pd.DataFrame = table(name, **parameters).to_pandas()
    return data


def as_frame(name: str, found: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Give rows of a question to a chart; its columns stand even where there is no row."""
    return pd.DataFrame([*found], columns=[*queries.contract(name).columns])
