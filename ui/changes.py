"""Where an actor's position changed: each change with what was said before and after."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from ui import actor_answers, side_by_side, states
from ui.markup import plain

# The latest is what most readers come for.
OPEN = 1

Row = Mapping[str, Any]


def show(history: Sequence[Row]) -> None:
    """List the changes, the latest first, each with both texts.

    Args:
        history: From `position_history`.
    """
    changed = sorted((row for row in history if row["change"] == "changed"), key=lambda row: row["day"], reverse=True)
    if not changed:
        states.empty("No change is on record.", "On no issue did it say something else than it had said before.")
        return
    st.html(
        "<p class='why'>A change is a stance other than the one before it on the same issue. Whether it is a change of "
        "mind or of occasion, the two texts must tell.</p>"
    )
    for number, row in enumerate(changed):
        label = f"{row['issue_title']}: {actor_answers.side(row, 'previous_')} → {actor_answers.side(row)}"
        with st.expander(plain(f"{label}, {row['date_label']}"), expanded=number < OPEN):
            st.html(
                side_by_side.pair(("Before", row["previous_statement_ids"]), ("From then on", row["statement_ids"]))
            )
