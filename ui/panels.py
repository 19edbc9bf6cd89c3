"""Which parts of a page does a choice change? Only those run again.

Streamlit runs and sends a whole page after each choice: filters, headings and all, sixty elements that take a server
longer than what they show. A page that consists of panels says so at its end (`complete`). From then on a filter asks
for the panels alone, each a fragment of one of the keys below; the fields of the filters stay as they are.
"""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui import ahead, collections
from ui.address import from_browser

# Links and search box of the sidebar, whose addresses hold the filters; its dates, which are also set elsewhere; what a
# reader waits for; everything below it.
WAYS, DATES, FIRST, REST = "ways", "dates", "first", "rest"


def begin(*, is_told: bool) -> None:
    """At the beginning of a run of the whole page: it may not consist of panels, or end before it has them all.

    Args:
        is_told: Whether it says above its panels what could not be used of the address.
    """
    st.session_state["_panels"], st.session_state["_is_told"] = "", is_told


def complete() -> None:
    """At the end of a page that consists of the panels `FIRST` and `REST`."""
    st.session_state["_panels"] = _page()


def follow() -> None:
    """Let every panel follow a choice; for callbacks of what all of them depend on."""
    _ask_for(FIRST, REST)


def run_ahead() -> None:
    """Let what a reader waits for run ahead of the rest; for the callback of a choice that stands outside of it.

    A choice among thousands is sent to the browser with all that can be chosen: it stands outside of what runs again.
    """
    if _suffice():
        ahead.go_ahead()
        st.rerun([FIRST])


def let_rest_follow(_step: str) -> None:
    """Let the rest of the page follow the panel that ran ahead of it; for the callback of what was painted."""
    _ask_for(REST)


def _ask_for(*panels: str) -> None:
    state = st.session_state
    if not _suffice():
        ahead.let_rest_follow("")
        return
    ahead.keep_up()
    ahead.catch_up()
    moved = any(state[f"_{key}"][1] != state[key] for key in ("from", "to"))
    # The preset follows the dates, which its field may have changed a moment ago.
    st.rerun([WAYS, *([DATES] if moved or state["_dates"] != (state["from"], state["to"]) else []), *panels])


def _page() -> str:
    """Name the page of this run."""
    context = get_script_run_ctx()
    return context.page_script_hash if context else ""


def _page_asked_for() -> str | None:
    """Name the page that the browser wants; callbacks come before it is looked up, and cannot learn it otherwise."""
    context = get_script_run_ctx()
    return context.pages_manager.intended_page_script_hash if context else ""


def _suffice() -> bool:
    """Whether the reader stays on the page, nothing outside of its panels tells the filters, and it is up to date."""
    state = st.session_state
    days = state["from"], state["to"]
    is_told = state["_is_told"] or collections.older() or None in days or days[0] > days[1]
    # A field is read when it is left, as for a link: that link has changed the address by then.
    stays = state["_panels"] == _page_asked_for() and from_browser() == state["_address"]
    return stays and not is_told and not collections.is_behind()
