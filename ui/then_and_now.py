"""What an actor held on two days, issue by issue, with the statements that each position rested on."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from exports.phrases import count_words, day_words
from methods.difference import difference
from ui import links, matrix_rows, names, rows, side_by_side, states
from ui.comparison import CHANGES
from ui.view import View

Row = Mapping[str, Any]


def show(actor_id: str, view: View) -> None:
    """Set what an actor held on the reader's last day beside what it held on an earlier one.

    Args:
        actor_id: The actor.
        view: The filters; only the dates are followed. The first of them is the earlier day where none is chosen.
    """
    if crowd := matrix_rows.too_many_issues():
        states.empty(crowd, "Compare two days on one of them on the map.")
        return
    first, last = names.first_and_last_day()
    st.date_input("Earlier day", value=None, min_value=first, max_value=last, key="before", format="DD/MM/YYYY")
    before = st.session_state["before"] or view.since
    if not first < before < view.until:
        st.html(
            "<p class='why'>Choose a day here to set it beside "
            f"{escape(day_words(view.until))}, the last day of your dates.</p>"
        )
        return
    held = {row["issue_id"]: row for row in positions(actor_id, before)}
    holds = positions(actor_id, view.until)
    compared = [(row, change(held[row["issue_id"]], row)) for row in holds]
    moved = [(row, kind) for row, kind in compared if kind in ("changed", "new")]
    st.html(f"<p class='why'>{escape(answer(moved, before, view.until))}</p>")
    order = [*moved, *((row, kind) for row, kind in compared if kind == "reaffirmed")]
    for row, kind in order:
        earlier = held[row["issue_id"]]
        st.html(
            f"<p class='passage'>{links.issue(row['issue_id'], row['issue_title'])} – {escape(CHANGES[kind])}</p>"
            + side_by_side.pair(
                (f"As of {day_words(before)}", earlier["statement_ids"] or []),
                (f"As of {day_words(view.until)}", row["statement_ids"]),
            )
        )


def positions(actor_id: str, day: date) -> list[dict[str, Any]]:
    """Give what an actor held on every issue on a day, in its own voice, by all that it had said until then."""
    asked = {"since": None, "until": day, "actors": [actor_id], "members_of": None, "stances": None, "kinds": None}
    rule = {"attributions": None, "source_id": None, "voices": None, "un_members_only": False, "through": None}
    return rows.records("positions_on_every_issue", **asked, **rule)


def change(before: Row, after: Row) -> str:
    """Name what happened to the position on one issue, as between two days on the map."""
    name: str = difference([before], [after])[0]["change"]
    return name


def answer(moved: Sequence[tuple[Row, str]], before: date, until: date) -> str:
    """Say on how many issues something changed between the two days."""
    changed = sum(kind == "changed" for _, kind in moved)
    return (
        f"Between {day_words(before)} and {day_words(until)} its position changed on {count_words(changed, 'issue')}; "
        f"on {count_words(len(moved) - changed, 'issue')} it spoke for the first time."
    )
