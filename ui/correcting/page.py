"""The page of a correction: the statement as published, the fields, and what became of what was typed."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from ui import edition, evidence, links, rows, states
from ui.correcting import draft, editing, outcome, published
from ui.correcting.wanted import Records

READ_ONLY = (
    "Corrections cannot be saved on this server: it only reads this collection. An editor starts one beside the "
    "records with DEMARCHE_DESK=write (docs/serving.md). What you enter here can be taken along as rows instead."
)
Row = Mapping[str, Any]


def answer(statement_id: str) -> str:
    """Say what there is to correct."""
    found = published.row(statement_id)
    if not found:
        return "A statement is corrected or retracted here, and everybody can see what was changed and why."
    sources = {row["source_id"] for row in rows.records("evidence_of_statements", statement_ids=[statement_id])}
    rests = f"{len(sources):,} source{'s' * (len(sources) != 1)}"
    return (
        f"{found['actor_name']}, {found['date_label']}: published as “{found['stance_label']}” on "
        f"“{found['issue_title']}”, resting on {rests}."
    )


def show(statement_id: str, records: Records | None) -> None:
    """Show the statement and the fields; without `records` a correction is rows to take along.

    Args:
        statement_id: Which statement, as the address names it.
        records: Who reads and changes the records; None where they are not to be changed.
    """
    is_done = outcome.show(statement_id)
    if edition.asks_for_newest("A correction is made in"):
        return
    row = published.row(statement_id)
    if not row or not _is_begun(statement_id, row, records):
        if not is_done:
            _missing(statement_id)
        return
    if not records:
        st.info(READ_ONLY, icon=":material/lock:")
    draft.fill(statement_id)
    left, right = st.columns([1.4, 1], gap="large")
    # On a phone it comes first.
    with right.container(key="chosen"):
        st.header("As it is published", anchor=False)
        evidence.statements([statement_id], is_correctable=False)
    with left:
        st.header("As it should be", anchor=False)
        editing.edit(statement_id, row, records)


def _is_begun(statement_id: str, row: Row, records: Records | None) -> bool:
    """Whether there is a row to correct; it is read once, and then is what the editor has seen."""
    if draft.is_begun(statement_id):
        return True
    held = editing.held(statement_id, records) if records else published.cells(row)
    if held is not None:
        draft.begin(statement_id, held)
    return held is not None


def _missing(statement_id: str) -> None:
    if statement_id:
        states.empty("There is no statement with this id.", "It may have been retracted: see the corrections.")
        links.to("corrections", "Corrections")
    else:
        states.empty(
            "No statement is chosen.", "Open one on the page of statements and follow “Correct this statement”."
        )
        links.to("statements", "Statements")
