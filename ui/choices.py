"""Choices among the named things of the collection; what is chosen is a parameter of the address."""

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from ui import collections


def one(
    label: str,
    key: str,
    names: Mapping[str, str],
    placeholder: str,
    on_change: Callable[[], None] | None = None,
) -> None:
    """Offer things by name, to choose one or none.

    Args:
        label: What is chosen.
        key: The parameter, which holds the id or None.
        names: Ids to names, in the order shown.
        placeholder: What stands where nothing is chosen.
        on_change: Called when the reader has chosen.
    """
    st.selectbox(
        label,
        [*names],
        index=None,
        format_func=names.__getitem__,
        key=key,
        placeholder=placeholder,
        on_change=on_change,
    )


def several(
    label: str,
    key: str,
    names: Mapping[str, str],
    placeholder: str,
    on_change: Callable[[], None] | None = None,
) -> None:
    """Offer things by name, to choose any number; the parameter holds their ids. Arguments as for `one`."""
    st.multiselect(
        label, [*names], format_func=names.__getitem__, key=key, placeholder=placeholder, on_change=on_change
    )


def day(label: str, key: str, first: date, last: date, on_change: Callable[[], None]) -> None:
    """Offer the days of a range, to choose one.

    A field in the browser keeps what it held until it is drawn anew, and the browser sends that with whatever comes
    next. A day that was set elsewhere, as by a drag on the timeline, is therefore shown in a new field: what the old
    one still sends counts for nothing.

    Args:
        label: What is chosen.
        key: The parameter, which holds the day.
        first: The first day of the range.
        last: The last.
        on_change: Called when the reader has chosen.
    """
    state = st.session_state
    number, shown = state.get(f"_{key}", (0, None))
    if shown != state[key]:
        number += 1
    state[f"_{key}"] = number, state[key]
    # Another edition begins to count anew, and has fields of its own.
    field = f"{key}-{collections.build()}-{number}"
    st.date_input(
        label,
        value=state[key],
        min_value=first,
        max_value=last,
        key=field,
        format="DD/MM/YYYY",
        on_change=_take_day,
        args=(key, field, on_change),
    )


def _take_day(key: str, field: str, on_change: Callable[[], None]) -> None:
    state = st.session_state
    number, _ = state[f"_{key}"]
    if field == f"{key}-{collections.build()}-{number}":
        state[key], state[f"_{key}"] = state[field], (number, state[field])
    on_change()
