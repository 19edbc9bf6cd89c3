"""What a component on the page reports, handed to who asked for it."""

from collections.abc import Callable
from typing import Any

import streamlit as st


def reported(key: str, name: str) -> Any:  # noqa: ANN401 -- whatever a browser sends
    """Give what a component reported.

    Args:
        key: Of the component.
        name: Of the report.

    Returns:
        None also where the reader went to another page while the report was on its way.
    """
    return st.session_state[key].get(name) if key in st.session_state else None


def pass_on(key: str, name: str, take: Callable[[str], None]) -> None:
    """Hand a reported text on; what is no text did not come from a component of ours.

    Args:
        key: Of the component.
        name: Of the report.
        take: Who hears of it.
    """
    value = reported(key, name)
    if isinstance(value, str):
        take(value)
