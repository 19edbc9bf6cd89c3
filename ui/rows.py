"""Rows for the screen: each question asked once per set of parameters, then kept."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

import queries
from ui import collections

# The largest answer, every statement of the collection, is 0.7 MB: bounded to 200 MB whatever addresses come in.
KEPT_ANSWERS = 300


def table(name: str, **parameters: Any) -> pa.Table:
    """Answer a question of `queries/` on the chosen collection, from memory if it was asked before."""
    return _table(collections.chosen(), name, **parameters)


# Tables are never changed, so all sessions share the one that is kept; a copy for each would cost as much as asking.
@st.cache_resource(show_spinner=False, max_entries=KEPT_ANSWERS)
def _table(collection_id: str, name: str, **parameters: Any) -> pa.Table:
    return queries.run_on(collection_id, name, **parameters)


def records(name: str, **parameters: Any) -> list[dict[str, Any]]:
    """Answer a question as a list of rows, None where nothing is known."""
    rows: list[dict[str, Any]] = table(name, **parameters).to_pylist()
    return rows


def frame(name: str, **parameters: Any) -> pd.DataFrame:
    """Answer a question as a DataFrame, for charts and tables."""
    data: pd.DataFrame = table(name, **parameters).to_pandas()
    return data


def as_frame(name: str, found: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Give rows of a question to a chart; its columns stand even where there is no row."""
    return pd.DataFrame([*found], columns=[*queries.contract(name).columns])
