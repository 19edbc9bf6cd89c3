"""The rows behind the lines of an actor as tables: when each position began, and the memberships."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from ui import rows, tables
from ui.markup import plain

Row = Mapping[str, Any]


def show(actor: Row, history: Sequence[Row]) -> None:
    """Show the rows behind the lines: every day on which a position began, and the memberships."""
    with st.expander(f"The same as a table, and what {plain(actor['short_name'])} is a member of"):
        changes = {"first": "First on record", "changed": "Changed", "reaffirmed": "Said again"}
        tables.show(
            pd.DataFrame(
                {
                    "Issue": [row["issue_title"] for row in history],
                    "From": [row["date_label"] for row in history],
                    "Position": [row["stance_label"] or "Contested" for row in history],
                    "Against the one before": [changes[row["change"]] for row in history],
                    "Statements": [len(row["statement_ids"]) for row in history],
                }
            ),
            "history",
            "Every day on which a position of the actor began, by issue",
        )
        spells = rows.records("memberships_of_actor", actor_id=actor["actor_id"])
        tables.show(
            pd.DataFrame(
                {
                    "Organisation": [row["organisation_name"] for row in spells],
                    "Role": [row["role"].capitalize() for row in spells],
                    "From": [row["joined"] for row in spells],
                    "Until": [row["ended"] for row in spells],
                    "Note": [row["note"] for row in spells],
                }
            ),
            "spells",
            "The actor's memberships",
        )
