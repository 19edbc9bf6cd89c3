"""The fields of a correction: what the statement is to say, why, and who says so."""

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from exports.vocabulary import KINDS, PRECISIONS, STANCES
from ui import names
from ui.correcting.draft import LABELS, LONGEST, key

# The records' own check knows the bounds of the collection; these only keep a slip of the keyboard out.
FIRST_DAY, YEARS_AHEAD = date(1900, 1, 1), 10
SAVE, RETRACT = "Save the correction", "Retract this statement"


def fields(statement_id: str, labels: Mapping[str, str]) -> str:
    """Show the fields and what can be done.

    Args:
        statement_id: What is corrected; its fields hold their values already (`draft.begin`).
        labels: What each button says, by what it does; it is given back when its button was pressed.

    Returns:
        A key of `labels`, or an empty text.
    """
    with st.form(f"correct {statement_id}", enter_to_submit=False):
        _statement(statement_id)
        _reasons(statement_id)
        with st.container(horizontal=True):
            pressed = [
                act
                for number, (act, label) in enumerate(labels.items())
                if st.form_submit_button(label, type="secondary" if number else "primary")
            ]
    return pressed[0] if pressed else ""


def _statement(statement_id: str) -> None:
    first, second = st.columns(2)
    with first:
        day = f"{LABELS['date']} (first day of the month or year if no more is known)"
        last = date.today().replace(month=12, day=31, year=date.today().year + YEARS_AHEAD)
        st.date_input(day, key=key(statement_id, "date"), min_value=FIRST_DAY, max_value=last, format="DD/MM/YYYY")
        _one(statement_id, "stance", STANCES)
        _one(statement_id, "kind", KINDS)
    with second:
        _one(statement_id, "date_precision", PRECISIONS)
        issues = {issue: title for issue, title in names.issue_titles().items() if issue != names.EVERY_ISSUE}
        _one(statement_id, "issue_id", issues)
        _text(statement_id, "speaker", st.text_input)
    _text(statement_id, "summary", st.text_area)
    _text(statement_id, "doubt", st.text_input)


def _reasons(statement_id: str) -> None:
    _text(statement_id, "why", st.text_area, " (needed; readers see it)")
    first, second = st.columns(2)
    with first:
        _text(statement_id, "reported_by", st.text_input, " (if they agreed to be named)")
    with second:
        _text(statement_id, "edited_by", st.text_input, " (needed; stays in the review)")


def _one(statement_id: str, field: str, known: Mapping[str, str]) -> None:
    # The record may hold what this version of the app has no word for; it must not be lost.
    options = dict.fromkeys([*known, st.session_state[key(statement_id, field)]])
    st.selectbox(
        LABELS[field],
        [*options],
        key=key(statement_id, field),
        format_func=lambda each: known.get(each, each),
    )


def _text(statement_id: str, field: str, widget: Callable[..., object], note: str = "") -> None:
    widget(LABELS[field] + note, key=key(statement_id, field), max_chars=LONGEST[field])
