"""Buttons in our HTML that copy the text beside them.

HTML that Streamlit shows runs no script, so one listener hears all of them: a button of the class "copy" takes the text
of the element before it, and a status that screen readers hear says whether it came to the clipboard.
"""

from html import escape
from pathlib import Path

import streamlit as st

from ui import script

MODULES = ("drawn/clipboard", "copying")

WORDS = {"idle": "Copy", "done": "Copied", "selected": "Selected: copy it by keyboard"}

_mount = st.components.v2.component(
    "copying",
    html="<span class='copied' role='status' aria-live='polite'></span>",
    css=".copied { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; width: 1px; }",
    js=script.joined(Path(__file__).parent, MODULES),
    isolate_styles=False,
)


def listen() -> None:
    """Hear the buttons; once a run of the whole page."""
    _mount(key="copying", data=WORDS)


def text(words: str, what: str) -> str:
    """Write a text as HTML with a button that copies it.

    Args:
        words: Plain text.
        what: What it is, for whoever only hears the button: APA citation.
    """
    return (
        f"<span class='to-copy'>{escape(words)}</span> "
        f"<button type='button' class='copy' aria-label='{WORDS['idle']}: {escape(what)}'>{WORDS['idle']}</button>"
    )
