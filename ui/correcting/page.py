"""The page of a correction: the statement as published, the fields, and what became of what was typed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from ui import collections, evidence, links, permalink, rows, states
from ui.correcting import draft, form, outcome, rows_to_take
from ui.correcting.wanted import Cells, Changed, Records, Refused, Wanted

RETRACTING = "_retracting"
READ_ONLY = (
    "Corrections cannot be saved on this server: it only reads this collection. An editor starts one beside the "
    "records with DEMARCHE_DESK=write (docs/serving.md). What you enter here can be taken along as rows instead."
)
Row = Mapping[str, Any]


def answer(statement_id: str) -> str:
    """Say what there is to correct."""
    found = _published(statement_id)
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
    if version := collections.older():
        st.info(f"**Version {version} is an older one.** A correction is made in the newest version.")
        st.html(f"<p class='why'><a class='inner' href='{permalink.here(data='')}'>Go to the newest version</a></p>")
        return
    published = _published(statement_id)
    held = records.held(statement_id) if records and published else _cells(published) if published else None
    if not published or held is None:
        if not is_done:
            _missing(statement_id)
        return
    if not records:
        st.info(READ_ONLY, icon=":material/lock:")
    draft.begin(statement_id, held)
    left, right = st.columns([1.4, 1], gap="large")
    with right:
        st.header("As it is published", anchor=False)
        evidence.statements([statement_id], is_correctable=False)
    with left:
        st.header("As it should be", anchor=False)
        _edit(statement_id, published, records)


def _edit(statement_id: str, published: Row, records: Records | None) -> None:
    label = form.SAVE if records else "Write the correction as rows"
    above = st.container()
    pressed = form.fields(statement_id, {"save": label, "retract": form.RETRACT})
    if pressed:
        outcome.forget()
        st.session_state[RETRACTING] = None
        wanted = draft.typed(statement_id, is_retraction=pressed == "retract")
        if missing := draft.faults(wanted):
            outcome.refused(missing)
        elif not records:
            rows_to_take.offer(wanted)
        elif pressed == "retract":
            st.session_state[RETRACTING] = wanted
        else:
            _attempt(wanted, records)
    with above:
        outcome.who_was_faster(statement_id)
    waiting: Wanted | None = st.session_state.get(RETRACTING)
    if records and waiting and waiting.statement_id == statement_id:
        _ask_once_more(waiting, published, records)


def _ask_once_more(wanted: Wanted, published: Row, records: Records) -> None:
    rests_on = rows.records("evidence_of_statements", statement_ids=[wanted.statement_id])
    pieces = f"{len(rests_on):,} piece{'s' * (len(rests_on) != 1)}"
    st.warning(
        f"**Retract this statement of {published['date_label']}?** It leaves the collection with its {pieces} of "
        "evidence: map, tables and counts go on without it. Links that name an older version of the data still show "
        "it; links without a version say that there is no such statement. The page of corrections says that it was "
        "retracted, what it said, and why.",
        icon=":material/delete:",
    )
    with st.container(horizontal=True):
        confirmed = st.button("Yes, retract it", type="primary", key="retract-confirmed")
        st.button("No, keep it", key="retract-dropped", on_click=_drop)
    if confirmed:
        st.session_state[RETRACTING] = None
        _attempt(wanted, records)


def _drop() -> None:
    st.session_state[RETRACTING] = None


def _attempt(wanted: Wanted, records: Records) -> None:
    try:
        with st.spinner("Checking the records and saving …"):
            records.save(wanted)
    except Refused as refusal:
        outcome.refused(refusal.sentences)
        return
    except Changed as change:
        now = records.held(wanted.statement_id)
        outcome.overtaken(wanted.statement_id, str(change), draft.take_over(wanted.statement_id, now) if now else {})
        st.rerun()
    outcome.saved(wanted, *_built(records))
    draft.forget()
    st.rerun()


def _built(records: Records) -> tuple[str, list[str]]:
    """Build, and name the version; or say why that cannot be done, which takes back nothing."""
    try:
        with st.spinner("Building the collection anew …"):
            return records.build(), []
    except Refused as refusal:
        return "", refusal.sentences


def _published(statement_id: str) -> Row | None:
    found = rows.records("statements_by_id", statement_ids=[statement_id]) if statement_id else []
    return found[0] if found else None


def _cells(published: Row) -> Cells:
    texts = {column: published[column] for column in rows_to_take.COLUMNS}
    return {column: _text(value) for column, value in texts.items()}


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _missing(statement_id: str) -> None:
    if statement_id:
        states.empty("There is no statement with this id.", "It may have been retracted: see the corrections.")
        links.to("corrections", "Corrections")
    else:
        states.empty(
            "No statement is chosen.", "Open one on the page of statements and follow “Correct this statement”."
        )
        links.to("statements", "Statements")
