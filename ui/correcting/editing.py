"""A statement is corrected or retracted by whoever fills in the form: what is checked, asked, saved and built."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from ui import rows
from ui.correcting import draft, form, outcome, rows_to_take
from ui.correcting.wanted import Cells, Changed, Records, Refused, Wanted

# What somebody wants to retract, and has not confirmed yet.
RETRACTING = "_retracting"

Row = Mapping[str, Any]


def held(statement_id: str, records: Records) -> Cells | None:
    """Give the row of a statement in the records; None where there is none, or where they cannot be read."""
    try:
        return records.held(statement_id)
    except Refused as refusal:
        outcome.refused(refusal.sentences)
        return None


def edit(statement_id: str, published: Row, records: Records | None) -> None:
    """Show the form, and do what it asks for.

    Args:
        statement_id: Which statement; its draft has begun.
        published: Its row of `statements_by_id`.
        records: Who changes the records; None where what is asked for is rows to take along.
    """
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
        with st.spinner("Checking the records, saving, and building the collection anew …"):
            # Nothing of Streamlit's between saving and building: a reader who presses twice would end the run there.
            records.save(wanted)
            built = _built(records)
    except Refused as refusal:
        outcome.refused(refusal.sentences)
        return
    except Changed as change:
        now = held(wanted.statement_id, records)
        if now != wanted.cells:
            new = draft.take_over(wanted.statement_id, now) if now else {}
            outcome.overtaken(wanted.statement_id, str(change), new)
            st.rerun()
        # Pressed twice: the first one saved it.
        built = _built(records)
    outcome.saved(wanted, *built)
    draft.forget()
    st.rerun()


def _built(records: Records) -> tuple[str, list[str]]:
    """Build, and name the version; or say why that cannot be done, which takes back nothing."""
    try:
        return records.build(), []
    except Refused as refusal:
        return "", refusal.sentences
