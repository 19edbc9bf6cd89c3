"""Which parts of a page does a choice change? Only those run again.

Streamlit runs and sends a whole page after each choice: filters, headings and all, sixty elements that take a server
longer than what they show. A page that consists of panels says so at its end (`complete`). From then on a filter asks
for the panels alone, each a fragment of one of the keys below; the fields of the filters stay as they are.
"""

import streamlit as st

from queries import editions
from ui import ahead, collections

# Links and search box of the sidebar, whose addresses hold the filters; its dates, which are also set elsewhere; what a
# reader waits for; everything below it.
WAYS, DATES, FIRST, REST = "ways", "dates", "first", "rest"


def begin() -> None:
    """At the beginning of a run of the whole page: it may not consist of panels, or end before it has them all."""
    st.session_state["_panels"] = False


def complete() -> None:
    """At the end of a page that consists of the panels `FIRST` and `REST`."""
    st.session_state["_panels"] = True


def follow() -> None:
    """Let every panel follow a choice; for callbacks of what all of them depend on."""
    _ask_for(FIRST, REST)


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


def _suffice() -> bool:
    """Whether what stands outside of the panels says nothing of the filters: no complaint, no older version."""
    state = st.session_state
    days = state["from"], state["to"]
    is_told = state["_complaints"] or editions.split(collections.chosen())[1] or None in days or days[0] > days[1]
    return state.get("_panels", False) and not is_told
