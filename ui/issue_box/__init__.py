"""Which of thousands of issues? A box to type words of a title into, with the titles that hold them in a list below.

A select box keeps every option in the browser as an element of its own; this keeps the titles, and lists forty. What
the reader chooses is reported once, and nothing is sent again with later changes.
"""

import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import streamlit as st

from ui import collections, reports, script

MODULES = ("drawn/elements", "drawn/mounts", "drawn/going", "finding", "list", "box", "main")
FOLDER = Path(__file__).parent
KEY = "issue-box"
HEARD = "_issue_heard"


def show(titles: Mapping[str, str], on_change: Callable[[], None] | None = None) -> None:
    """Show a box for the parameter `issue`.

    Args:
        titles: Ids to titles in the order of the list, "every issue" first.
        on_change: Called when the reader has chosen another.
    """
    state = st.session_state
    # Choices are counted, so that the box knows which of them a run has heard; a new session counts from a later time.
    state.setdefault(HEARD, time.time_ns() // 1_000_000)
    _mount(
        key=KEY,
        data={
            "version": collections.chosen(),
            "ids": [*titles],
            "titles": [*titles.values()],
            "chosen": state["issue"],
            "heard": state[HEARD],
        },
        on_choose_change=partial(_take, titles, on_change),
    )


def _take(titles: Mapping[str, str], on_change: Callable[[], None] | None) -> None:
    """Take what the reader chose, if there is such an issue."""
    match reports.reported(KEY, "choose"):
        case [str(issue), int(number)] if issue in titles:
            st.session_state[HEARD] = number
            st.session_state["issue"] = issue
            if on_change:
                on_change()


_mount = st.components.v2.component(
    "issue-box",
    html=(FOLDER / "box.html").read_text(encoding="utf-8"),
    css=script.styles(FOLDER, "box"),
    js=script.joined(FOLDER, MODULES),
)
