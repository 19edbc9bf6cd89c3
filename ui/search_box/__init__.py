"""A box to search in, on every page: Enter leads to the page of results, and "/" leads into the box from anywhere."""

from pathlib import Path

import streamlit as st

from queries.full_text.pieces import MOST_CHARACTERS
from ui import links, script

MODULES = ("drawn/mounts", "drawn/going", "box", "main")
FOLDER = Path(__file__).parent
# What belongs to the search before, and would narrow the new one unseen.
ANEW = {"q": "", "found": [], "country": [], "language": []}


def show(key: str, hint: str) -> None:
    """Show a box; what is sent becomes the parameter `q` of the page Search, beside the reader's filters.

    Args:
        key: Sets this box apart from others on the page.
        hint: What stands in it while it is empty.
    """
    state = st.session_state
    _mount(
        key=key,
        data={
            "address": links.href("search", **ANEW, similar=state["similar"]),
            "words": state["q"],
            "hint": hint,
            "longest": MOST_CHARACTERS,
        },
    )


_mount = st.components.v2.component(
    "search-box",
    html=(FOLDER / "box.html").read_text(),
    css=script.styles(FOLDER, "box"),
    js=script.joined(FOLDER, MODULES),
)
