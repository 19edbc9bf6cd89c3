"""The panel beside the matrix: why a cell has its colour, and the statements behind it."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from charts.matrix_blocs import Bloc
from ui import blocs, evidence, links, names, position, rules
from ui.matrix_rows import Held
from ui.parameters import defaults

Row = Mapping[str, Any]


def panel(held: Held, found: Sequence[Bloc]) -> None:
    """Show what stands behind the chosen cell, or what can be chosen.

    Args:
        held: From `matrix_rows.by_actor`.
        found: From `blocs.blocs`; empty where the rows are actors.
    """
    focus, issue = st.session_state["focus"], st.session_state["issue"]
    bloc = next((each for each in found if each.organisation_id == focus), None)
    row = held.get(focus or "", {}).get(issue)
    if not (bloc if found else row) or issue == names.EVERY_ISSUE:
        name = "an organisation to see its members one by one" if found else "an actor to compare everyone with it"
        st.html(
            "<p class='why'>Click a cell to see what was said, and the sentence in the source. Click the name of "
            f"{name}.</p>"
        )
        return
    st.html(
        f"<h2 class='small' id='position'>{links.actor(focus, names.actor_names()[focus])}</h2>"
        f"<p class='why'><b>{links.issue(issue, names.issue_titles()[issue])}</b></p>"
    )
    if bloc:
        blocs.behind(bloc, names.issue(issue))
    elif row:
        behind(row)


def behind(row: Row) -> None:
    """Show why an actor has its colour on an issue, and the statements that decide."""
    named = [names.actor_names()[lender] for lender in row["through"] or []]
    st.html(f"<p class='why'>{position.why({**row, 'through': named}, links.HTML)}</p>")
    if row["stance"]:
        evidence.statements(row["statement_ids"][: position.MOST_STATEMENTS])
    where = {"issue": row["issue_id"], "focus": row["actor_id"]} | rules.address(rules.chosen())
    links.to("map", "On the map, and what else was weighed", **where)
    everything = defaults() | {"issue": row["issue_id"], "actor": [row["actor_id"]]}
    links.to("statements", "Everything it said on this issue", **everything)
