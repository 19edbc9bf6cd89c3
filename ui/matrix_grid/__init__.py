"""The grid of the matrix as a component: a table that the keyboard can walk, and choices that come back."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from charts.matrix import sign_colours
from charts.theme import css_variables

FOLDER = Path(__file__).parent
KEY = "matrix-grid"
_grid = st.components.v2.component(
    "demarche_matrix_grid",
    html='<div class="matrix"></div>',
    css=css_variables() + sign_colours() + (FOLDER / "grid.css").read_text(encoding="utf-8"),
    js=(FOLDER / "grid.js").read_text(encoding="utf-8"),
)


def show(
    drawing: Mapping[str, Any],
    chosen: Mapping[str, str | None],
    on_actor: Callable[[str], None],
    on_cell: Callable[[str, str], None],
) -> None:
    """Show a grid.

    Args:
        drawing: From `charts.matrix` or `charts.matrix_blocs`, with `label`, its message in words, and `row_hint`,
            what a click on a name does.
        chosen: `actor` and `issue` of the chosen cell, `compared` for the row that the others are compared with.
        on_actor: Called with the id of a row whose name was chosen.
        on_cell: Called with the ids of row and column of a cell that was chosen.
    """
    _grid(
        key=KEY,
        data={**drawing, "chosen": {**chosen}},
        on_actor_change=lambda: _pass_on("actor", lambda actor: on_actor(actor)),
        on_cell_change=lambda: _pass_on("cell", lambda cell: on_cell(cell["actor"], cell["issue"])),
    )


def _pass_on(name: str, take: Callable[[Any], None]) -> None:
    chosen = st.session_state[KEY].get(name)
    if chosen:
        take(chosen)
