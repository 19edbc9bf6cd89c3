"""How a colour came about: what was weighed for the chosen actor, what decided, and what would decide without it."""

from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

from exports.phrases import day_words, list_words
from ui import links, names, naming, rows, rules
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
    out = list_words(left_out, most=len(left_out))
    lines = "".join(_line(row) for row in counted[:MOST_WEIGHED])
    rest = len(counted) - MOST_WEIGHED
    notes = [
        "Nothing that counts is on record in these dates." if not counted else "",
        f"And {rest:,} more that were overruled." if rest > 0 else "",
        f"Not counted under this rule: {out}." if out else "",
        "The filters for stances and actors are left out here." if view.stances or view.actors else "",
    ]
    said = "".join(f"<p class='note'>{note}</p>" for note in notes if note)
    said += (
        f"<p class='rule'>Rule: {naming.linked(rules.sentence(rule))}. The own voice goes before a borrowed one, the "
        "later day before the earlier; the runner-up would decide if what decides were not there.</p>"
    )
    actor = links.actor(actor_id, names.actor_names()[actor_id])
    heading = f"Explain this colour: {actor}, {day_words(view.until)}"
    st.html(f"<h2 class='small'>{heading}</h2><ol class='weighed'>{lines}</ol>{said}")


def _line(row: Row) -> str:
    return f"<li class='{row['part']}'><b>{PARTS[row['part']]}:</b> “{escape(row['stance_label'])}”, {_whose(row)}</li>"


def _whose(row: Row) -> str:
    """In whose voice, and when, as HTML: through EU, 9 September 2023."""
    if row["voice"] == "borrowed":
        voice = f"through {links.actor(row['organisation_id'], row['organisation_name'])}"
    elif row["kind"] == "vote":
        voice = "by its own vote"
    else:
        voice = "named in a list" if row["attribution"] == "listed" else "in its own words"
    return f"{voice}, {escape(row['date_label'])}"
