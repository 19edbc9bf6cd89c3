"""Choices among the named things of the collection; what is chosen is a parameter of the address."""

from collections.abc import Callable, Mapping

import streamlit as st


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


def several(label: str, key: str, names: Mapping[str, str], placeholder: str) -> None:
    """Offer things by name, to choose any number; the parameter holds their ids. Arguments as for `one`."""
    st.multiselect(label, [*names], format_func=names.__getitem__, key=key, placeholder=placeholder)
