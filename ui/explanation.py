"""How a colour came about: what was weighed for the chosen actor, what decided, and what would decide without it."""

from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

from ui import names, rows, rules
from ui.dates import day_words, list_words
from ui.view import View

# More would bury the page.
MOST_WEIGHED = 12
PARTS = {
    "decides": "Decides",
    "runner-up": "Runner-up",
    "overruled": "Overruled",
}

Row = Mapping[str, Any]


def show(view: View) -> None:
    """Explain the chosen actor's colour: what was weighed, in order, what decided, what would decide without it."""
    actor_id = st.session_state["focus"]
    if not actor_id:
        return
    rule = rules.chosen()
    asked = {name: value for name, value in view.parameters().items() if name not in ("actors", "stances")}
    found = rows.records("explanation_of_position", actor_id=actor_id, **asked, **rule)
    counted = [row for row in found if row["part"] != "not counted"]
    left_out = [_whose(row) for row in found if row["part"] == "not counted"]
    lines = "".join(_line(row) for row in counted[:MOST_WEIGHED])
    rest = len(counted) - MOST_WEIGHED
    notes = [
        "Nothing that counts is on record in these dates." if not counted else "",
        f"And {rest:,} more that were overruled." if rest > 0 else "",
        f"Not counted under this rule: {list_words(left_out, most=len(left_out))}." if left_out else "",
        "The filters for stances and actors are left out here." if view.stances or view.actors else "",
        f"Rule: {rules.sentence(rule)}. The own voice goes before a borrowed one, the later day before the earlier; "
        "the runner-up would decide if what decides were not there.",
    ]
    said = "".join(f"<p class='note'>{escape(note)}</p>" for note in notes if note)
    heading = f"Explain this colour: {names.actor_names()[actor_id]}, {day_words(view.until)}"
    st.html(f"<h2 class='small'>{escape(heading)}</h2><ol class='weighed'>{lines}</ol>{said}")


def _line(row: Row) -> str:
    return (
        f"<li class='{row['part']}'><b>{PARTS[row['part']]}:</b> “{escape(row['stance_label'])}”, "
        f"{escape(_whose(row))}</li>"
    )


def _whose(row: Row) -> str:
    """In whose voice, and when: through EU, 9 September 2023."""
    if row["voice"] == "borrowed":
        voice = f"through {row['organisation_name']}"
    elif row["kind"] == "vote":
        voice = "by its own vote"
    else:
        voice = "named in a list" if row["attribution"] == "listed" else "in its own words"
    return f"{voice}, {row['date_label']}"
