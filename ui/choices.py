"""Choices among the named things of the collection; what is chosen is a parameter of the address."""

from collections.abc import Callable, Mapping, Sequence
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

    Args:
        label: What is chosen.
        key: The parameter, which holds the day.
        first: The first day of the range.
        last: The last.
        on_change: Called when the reader has chosen.
    """
    field = _field(key, st.session_state[key])
    st.date_input(
        label,
        value=st.session_state[key],
        min_value=first,
        max_value=last,
        key=field,
        format="DD/MM/YYYY",
        on_change=_take_day,
        args=(key, field, on_change),
    )


def preset(label: str, key: str, names: Sequence[str], chosen: str | None, on_change: Callable[[str], None]) -> None:
    """Offer names side by side, of which one may be what is chosen elsewhere.

    Args:
        label: What is chosen.
        key: Of the field.
        names: What there is to choose from.
        chosen: The name that the present choice has, None for one without a name.
        on_change: Called with the name that the reader has chosen.
    """
    field = _field(key, chosen)
    st.pills(label, names, default=chosen, key=field, on_change=_take_preset, args=(key, field, on_change))


def _field(key: str, value: object) -> str:
    """Name the field that shows a value.

    A field in the browser keeps what it held until it is drawn anew, and the browser sends that with whatever comes
    next. A value that was set elsewhere, as by a drag on the timeline, is therefore shown in a new field: what the old
    one still sends counts for nothing.
    """
    number, shown = st.session_state.get(f"_{key}", (0, None))
    if shown != value:
        number += 1
    st.session_state[f"_{key}"] = number, value
    return _named(key, number)


def _named(key: str, number: int) -> str:
    # Another edition begins to count anew, and has fields of its own.
    return f"{key}-{collections.chosen()}-{number}"


def _taken(key: str, field: str) -> bool:
    """Whether it is the present field that the reader changed; it then shows what the reader chose."""
    number, _ = st.session_state[f"_{key}"]
    is_present = field == _named(key, number)
    if is_present:
        st.session_state[f"_{key}"] = number, st.session_state[field]
    return is_present


def _take_day(key: str, field: str, on_change: Callable[[], None]) -> None:
    if _taken(key, field):
        st.session_state[key] = st.session_state[field]
    on_change()


def _take_preset(key: str, field: str, on_change: Callable[[str], None]) -> None:
    # A click on what is chosen takes it away, and leaves what it stands for: the next field shows it again.
    if _taken(key, field) and (name := st.session_state[field]):
        on_change(name)
