"""The matrix on the page: what its rows are and in which order, the grid itself, and what a click on it chooses."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from charts import matrix as chart
from charts import matrix_blocs
from charts.matrix_blocs import Bloc
from exports.phrases import count_words
from methods.agreement import FEWEST_SHARED
from ui import matrix_grid, matrix_rows, names, rules
from ui.matrix_rows import Held
from ui.view import View
from ui.vocabulary import MATRIX_ROWS

COMPARISON = (
    f"Agreement: Lijphart’s index over the issues on which both hold a position of their own, {FEWEST_SHARED} or more; "
    "where only one takes a side, half. It says nothing about issues on which either is silent. "
)
NO_NARROWING = (
    "All issues are shown, whichever is chosen above: the choice marks a column. Click a cell for the statements "
    "behind it; with the keyboard, arrow keys and Enter."
)

Row = Mapping[str, Any]


def controls() -> None:
    """Offer what the rows are, and whom to compare with."""
    shape, compared = st.columns([1, 3], vertical_alignment="bottom")
    with shape:
        st.segmented_control(
            "Rows",
            [*MATRIX_ROWS],
            format_func=MATRIX_ROWS.__getitem__,
            key="rows",
            required=True,
            label_visibility="collapsed",
        )
    if st.session_state["rows"] == "actors":
        said = {actor: f"By agreement with {name}" for actor, name in names.actor_names().items()}
        with compared:
            st.selectbox(
                "Order by agreement with",
                [*said],
                index=None,
                format_func=said.__getitem__,
                key="with",
                placeholder="Order by agreement with …",
                label_visibility="collapsed",
            )


def rule(view: View) -> None:
    """Offer who counts."""
    with st.expander("Who counts"):
        rules.choose(view.only(issue=""))


def actors(held: Held, issues: Sequence[Row], view: View) -> None:
    """Draw the grid of actors.

    Args:
        held: From `matrix_rows.by_actor`.
        issues: From `issues`, in the order of the columns.
        view: The filters.
    """
    compared = st.session_state["with"]
    agreements = matrix_rows.compare(held, compared)
    fewest = 0 if view.actors or view.members_of else matrix_rows.FEWEST_ISSUES
    lines = matrix_rows.lines(held, agreements, fewest)
    drawing = chart.grid(lines, issues, "Agreement" if agreements else "Issues")
    order = f"by agreement with {names.actor_names()[compared]}" if agreements else "most issues first"
    label = f"Positions of {count_words(len(lines), 'actor')} on {count_words(len(issues), 'issue')}, {order}"
    _show(drawing | {"label": label, "row_hint": "Click to compare everyone with it"}, compare_with)
    said = COMPARISON if agreements else ""
    if compared and not agreements:
        said = f"{names.actor_names()[compared]} is not in this view, so nobody is compared with it. "
    unseen = sum(0 < matrix_rows.count_positions(cells) < fewest for cells in held.values())
    more = (
        f" {count_words(unseen, 'more actor')} with a position on one issue only: in the files below." if unseen else ""
    )
    _below(said + NO_NARROWING + more)


def organisations(found: Sequence[Bloc], issues: Sequence[Row]) -> None:
    """Draw the grid of organisations, from `blocs.blocs`."""
    drawing = matrix_blocs.grid(found, issues)
    label = (
        f"Positions of the members of {count_words(len(found), 'organisation')} on {count_words(len(issues), 'issue')}"
    )
    _show(drawing | {"label": label, "blocs": True, "row_hint": "Click to see its members one by one"}, show_members)
    whole = "The filter for actors is left out here. " if st.session_state["actor"] else ""
    _below(f"Each bar is all members, each figure those with a position. {whole}{NO_NARROWING}")


def _show(drawing: Mapping[str, Any], on_actor: Callable[[str], None]) -> None:
    state = st.session_state
    chosen = {"actor": state["focus"], "issue": state["issue"], "compared": state["with"]}
    matrix_grid.show(drawing, chosen, on_actor, choose_cell)


def _below(text: str) -> None:
    focus = st.session_state["focus"]
    if focus:
        # Only a phone shows it: there the panel is out of sight.
        name = escape(names.actor_names()[focus])
        st.html(f"<p class='below'><a href='#position'>{name}: read on below</a></p>")
    st.caption(text)


def choose_cell(actor: str, issue: str) -> None:
    """Take the cell that the reader chose."""
    st.session_state["focus"], st.session_state["issue"] = actor, issue


def compare_with(actor: str) -> None:
    """Compare everyone with an actor, or with nobody where it is that one already."""
    st.session_state["with"] = None if st.session_state["with"] == actor else actor


def show_members(organisation: str) -> None:
    """Show the members of an organisation, one row each."""
    st.session_state["org"], st.session_state["rows"] = [organisation], "actors"
