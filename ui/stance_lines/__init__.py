"""How an actor stood over time, as lines that a reader can point at and walk along by keyboard, statement by statement.

The drawing is ours: lines.html, lines.css and the JavaScript below run in the page (`st.components.v2`), once for all
runs of the script; a run only hands over what is to be drawn. `ui.script` puts the modules together.
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
    "drawn/timescale",
    "drawn/ticks",
    "drawn/lettering",
    "drawn/tip",
    "drawn/agreement",
    "room",
    "placing",
    "marks",
    "words",
    "lane",
    "axis",
    "members",
    "legend",
    "pointer",
    "keyboard",
    "lines",
    "main",
)
FOLDER = Path(__file__).parent


def show(
    drawing: Mapping[str, Any], chosen: str | None, on_choose: Callable[[str], None], key: str = "stance-lines"
) -> None:
    """Show a drawing as lines that fill their column.

    Args:
        drawing: From charts.stance_lines.
        chosen: The statement that the page holds to be chosen. Where it differs from the run before, the lines
            follow; where it only repeats what they reported, the reader's newer choice stays.
        on_choose: Hears of a choice before the next run: a statement's id, empty for none.
        key: Keeps the lines in the page from run to run.
    """
    _mount(
        key=key,
        data={"drawing": drawing, "chosen": chosen},
        on_choose_change=partial(reports.pass_on, key, "choose", on_choose),
    )


_mount = st.components.v2.component(
    "stance-lines",
    html=(FOLDER / "lines.html").read_text(encoding="utf-8"),
    css=css_variables() + script.styles(FOLDER, "lines"),
    js=script.joined(FOLDER, MODULES),
)
