"""What somebody types on the page of a correction, kept in the session until it is saved.

Each field is a widget under a key of its own; the row as it was when the page was opened stands beside them, so that it
shows who else has changed the statement meanwhile.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from ui import access
from ui.correcting.wanted import Cells, Wanted

# Columns of the statement that can be corrected, in the order of the page.
FIELDS = ("date", "date_precision", "stance", "issue_id", "speaker", "kind", "summary", "doubt")
# Most characters: of the statement as its description says, of the rest as much as anybody writes.
LONGEST = {"speaker": 300, "summary": 280, "doubt": 280, "why": 1000, "reported_by": 200, "edited_by": 200}
REASONS = ("why", "reported_by", "edited_by")
STATE = "_correcting"
"""What is known of the statement that is being corrected: its id, `seen`, fields to take over (`adopted`), and the
`round`: after a save the fields are new ones, since a browser goes on sending what was typed into the old ones."""
EDITOR = "_edited_by"
"""Who edits, for the next time."""


def key(statement_id: str, field: str) -> str:
    """Name the widget of a field."""
    return f"correct {statement_id} {_known().get('round', 0)} {field}"


def is_begun(statement_id: str) -> bool:
    """Tell whether it is this statement that is being corrected already."""
    return _known().get("statement_id") == statement_id


def begin(statement_id: str, held: Cells) -> None:
    """Begin with the row of a statement as it stands in the records."""
    st.session_state[STATE] = {"round": _known().get("round", 0), "statement_id": statement_id, "seen": {**held}}


def fill(statement_id: str) -> None:
    """Put into each field what stands in the records, or leave there what was typed already; before it is shown."""
    state = st.session_state
    for field, cell in state[STATE].pop("adopted", {}).items():
        state[key(statement_id, field)] = _value(field, cell)
    for field in FIELDS:
        state.setdefault(key(statement_id, field), _value(field, state[STATE]["seen"][field]))
    for field in REASONS:
        state.setdefault(
            key(statement_id, field), access.reviewer() or state.get(EDITOR, "") if field == "edited_by" else ""
        )


def typed(statement_id: str, *, is_retraction: bool = False) -> Wanted:
    """Read what the fields ask for."""
    state = st.session_state
    seen: Cells = state[STATE]["seen"]
    said = {field: _cell(state[key(statement_id, field)]) for field in (*FIELDS, *REASONS)}
    # Whoever is logged in is named by that.
    said["edited_by"] = access.reviewer() or said["edited_by"]
    # White space is no correction.
    new = {field: seen[field] if said[field] == _cell(seen[field]) else said[field] for field in FIELDS}
    state[EDITOR] = said["edited_by"]
    return Wanted(
        statement_id,
        seen,
        None if is_retraction else {**seen, **new},
        *(said[field] for field in REASONS),
    )


def faults(wanted: Wanted) -> list[str]:
    """Say what is missing, before the records are asked. How long a text may be, its field sees to."""
    cells = wanted.cells
    said = [
        "Say why: readers see it on the page of corrections." if not wanted.why else "",
        "Say who you are: your name stands in the review of this save." if not wanted.edited_by else "",
        "Nothing is different from what stands there." if cells is not None and not wanted.changes() else "",
        "Name the date; where only the month or the year is known, its first day."
        if cells and not cells["date"]
        else "",
    ]
    return [each for each in said if each]


def take_over(statement_id: str, now: Cells) -> dict[str, tuple[str, str, str]]:
    """Go on from a row that somebody else has changed: their changes stay, and so does everything typed here.

    Args:
        statement_id: Which statement.
        now: Its row in the records.

    Returns:
        By field that they changed: what stood there at first, what stands there now, what is typed here.
    """
    state = st.session_state
    before: Cells = state[STATE]["seen"]
    mine = {field: _cell(state[key(statement_id, field)]) for field in FIELDS}
    theirs = {field: (before[field], now[field], mine[field]) for field in FIELDS if before[field] != now[field]}
    adopted = {field: new for field, (old, new, typed_here) in theirs.items() if typed_here == _cell(old)}
    state[STATE] |= {"seen": {**now}, "adopted": adopted}
    return theirs


def forget() -> None:
    """Begin anew with the next run, with what stands in the records then."""
    st.session_state[STATE] = {"round": _known().get("round", 0) + 1}


def _known() -> Mapping[str, Any]:
    known: Mapping[str, Any] = st.session_state.get(STATE, {})
    return known


def _value(field: str, cell: str) -> date | str | None:
    """A cell as its widget takes it; a date that is none stays open, and has to be named."""
    if field != "date":
        return cell
    try:
        return date.fromisoformat(cell)
    except ValueError:
        return None


def _cell(value: date | str | None) -> str:
    return value.isoformat() if isinstance(value, date) else " ".join((value or "").split())


LABELS = {
    "date": "Date",
    "date_precision": "What is known of the date",
    "stance": "Stance",
    "issue_id": "Issue",
    "speaker": "Speaker",
    "kind": "Kind",
    "summary": "Summary, in our own words",
    "doubt": "What is doubtful about it",
    "why": "Why it is corrected",
    "reported_by": "Who pointed it out",
    "edited_by": "Your name",
}
