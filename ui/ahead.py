"""A part of a page that runs ahead: a choice in it changes it at once, and the rest of the page once it stands.

Streamlit sends and paints a whole page after each choice, eighty elements that a reader does not wait for. A fragment
runs alone; what it needs besides is that the address follows, and that the rest of the page follows when the browser
has painted the part that was waited for. Whatever is painted there says so: it is handed `step` and gives it back to
`let_rest_follow`.
"""

import streamlit as st

from ui import collections
from ui.address import exchange
from ui.parameters import PAGE_STATE, parameters


def keep_up() -> None:
    """Let the address follow a choice that only this part of the page shows; for callbacks of its widgets."""
    exchange(parameters(), reset=PAGE_STATE)


def go_ahead() -> None:
    """Let the address follow a choice that the rest of the page shows too; for callbacks of its widgets."""
    keep_up()
    st.session_state["_steps"] = st.session_state.get("_steps", 0) + 1


def step() -> str | None:
    """Name the step by which this part of the page is ahead of the rest, None where it is not."""
    steps = st.session_state.get("_steps", 0)
    return None if steps == st.session_state.get("_steps_of_page", 0) else str(steps)


def let_rest_follow(_step: str) -> None:
    """Ask for the rest of the page; for the callback of what was painted."""
    st.session_state["_rest_is_due"] = True


def begin() -> None:
    """At the beginning of the part that runs ahead: run the whole page instead, if that is due.

    It is also when the collection was built anew, so that no page shows parts of two builds.
    """
    if st.session_state.pop("_rest_is_due", False) or collections.is_behind():
        st.rerun()


def catch_up() -> None:
    """At the beginning of a run of the whole page: nothing is ahead of it any more."""
    st.session_state["_steps_of_page"] = st.session_state.get("_steps", 0)
    st.session_state.pop("_rest_is_due", None)
