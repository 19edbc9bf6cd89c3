"""The table of statements, paged on the server, and the claim of the chosen row beside its evidence."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from exports.vocabulary import ATTRIBUTIONS, KINDS
from ui import citing, evidence, rows, states, tables
from ui.address import correct
from ui.view import View
from ui.vocabulary import SORTS

PAGE_LENGTH = 25

Row = Mapping[str, Any]


def browse(view: View, total: int) -> None:
    """Show one page of the statements in view, and beside it the one that the reader chose, at first the top one.

    Args:
        view: The filters.
        total: How many statements are in view; at least one.
    """
    pages = -(-total // PAGE_LENGTH)
    state = st.session_state
    if state["page"] > pages:
        correct("page", pages)
    page = rows.records(
        "statements_in_view",
        **view.parameters(),
        sort=state["sort"],
        limit=PAGE_LENGTH,
        offset=(state["page"] - 1) * PAGE_LENGTH,
    )
    table, chosen = st.columns([1.7, 1], gap="medium")
    with table:
        st.selectbox("Order", [*SORTS], format_func=SORTS.__getitem__, key="sort")
        grid(page)
        if pages > 1:
            st.pagination(pages, key="page")
    with chosen.container(key="chosen"):
        statement(state["statement"] or page[0]["statement_id"])


def grid(page: Sequence[Row]) -> None:
    """Show the rows; choosing one sets the parameter `statement`."""
    ids = [row["statement_id"] for row in page]
    chosen = st.session_state["statement"]
    table = pd.DataFrame(
        {
            "Date": [row["date_label"] for row in page],
            "Actor": [row["actor_name"] for row in page],
            "Stance": [row["stance_label"] for row in page],
            "What was said, in our words": [row["summary"] for row in page],
            "Kind": [KINDS[row["kind"]] for row in page],
            "Issue": [row["issue_title"] for row in page],
            "Evidence": [ATTRIBUTIONS[row["attribution"]] for row in page],
            "Sources": [row["count_sources"] for row in page],
        }
    )
    table = tables.linked(
        table,
        Actor=("actor", [row["actor_id"] for row in page]),
        Issue=("issue", [row["issue_id"] for row in page]),
    )
    # Above the table, which is long where it is plain.
    above = st.empty()
    if tables.is_plain("statements", table):
        words = {row["statement_id"]: f"{row['actor_name']}, {row['date_label']}: {row['summary']}" for row in page}
        above.selectbox("Statement to read", ids, format_func=words.__getitem__, key="opened", on_change=choose_opened)
        return
    key = f"statements-{hash(tuple(ids))}"
    tables.choose_from(
        table,
        key,
        "The statements in view; choose a row to read what it rests on",
        on_select=partial(choose, key, ids),
        chosen=0 if chosen is None else ids.index(chosen) if chosen in ids else None,
    )


def choose(key: str, ids: Sequence[str]) -> None:
    """Take the statement whose row was chosen."""
    chosen = st.session_state[key]["selection"]["rows"]
    st.session_state["statement"] = ids[chosen[0]] if chosen else None


def choose_opened() -> None:
    """Take the statement that was chosen beside the plain table."""
    st.session_state["statement"] = st.session_state["opened"]


def statement(statement_id: str) -> None:
    """Show one statement with all its evidence, whether or not it is in view."""
    if rows.records("statements_by_id", statement_ids=[statement_id]):
        evidence.statements([statement_id])
        citing.offer("statement", statement_id)
    else:
        states.empty("There is no statement with this id.", "Choose a row of the table.")
