"""A text to read closely: numbered paragraphs, marks for what is quoted and what was searched for, excerpts to take.

The page is ours: reader.html, reader.css and the JavaScript below run in it (`st.components.v2`), once for all runs of
the script; a run only hands over what is to be read. `ui.script` puts the modules together.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from charts.theme import css_variables
from ui import reports, script

MODULES = (
    "drawn/elements",
    "drawn/mounts",
    "drawn/agreement",
    "drawn/clipboard",
    "drawn/selection",
    "addresses",
    "going_to",
    "sheet",
    "numbers",
    "excerpts",
    "taking",
    "hits",
    "find",
    "text_reader",
    "main",
)
FOLDER = Path(__file__).parent
KEY = "text-reader"


def show(reading: Mapping[str, Any], on_find: Callable[[str], None]) -> None:
    """Show a text that fills its column.

    Args:
        reading: From `ui.reader.reading`: the text in pieces, and what is to be known of it.
        on_find: Hears the words that the reader wants found in the text, before the next run; empty for none.
    """
    _mount(key=KEY, data={**reading}, on_find_change=partial(reports.pass_on, KEY, "find", on_find))


_mount = st.components.v2.component(
    "text-reader",
    html=(FOLDER / "reader.html").read_text(encoding="utf-8"),
    css=css_variables() + script.styles(FOLDER, "reader"),
    js=script.joined(FOLDER, MODULES),
)
