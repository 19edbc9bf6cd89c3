"""What a component on the page reports, handed to who asked for it."""

from collections.abc import Callable

import streamlit as st


def pass_on(key: str, name: str, take: Callable[[str], None]) -> None:
    """Hand a reported text on; what is no text did not come from a component of ours.

    Args:
        key: Of the component.
        name: Of the report.
        take: Who hears of it.
    """
    value = st.session_state[key].get(name)
    if isinstance(value, str):
        take(value)
