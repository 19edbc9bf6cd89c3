"""Two dates compared: who moved, by which statement, and where words and votes differ."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from charts.map import DRAWN_KINDS
from exports.phrases import count_words, day_words, list_words
from methods.difference import difference
from ui import evidence, names, rows, rules, states, tables
from ui.markup import plain
from ui.view import View

CHANGES = {
    "changed": "Changed",
    "new": "New",
    "gone": "Gone",
    "reaffirmed": "Reaffirmed",
    "no new evidence": "No new evidence",
    "silent": "Silent on both days",
}
# More cards than this bury the page; the table has everybody.
MOST_MOVERS = 12

Row = Mapping[str, Any]


def choose(view: View, on_choice: Callable[[], None]) -> None:
    """Offer a day to compare with: none, or one before the day of the map."""
    first, last = names.first_and_last_day()
    st.date_input(
        "Compare with the positions of an earlier day",
        value=None,
        min_value=first,
        max_value=last,
        key="before",
        format="DD/MM/YYYY",
        on_change=on_choice,
    )
    if st.session_state["before"] and not day(view):
        st.html(
            f"<p class='warning' role='status'>Nothing is compared: choose a day from {escape(day_words(view.since))} "
            f"on and before {escape(day_words(view.until))}, the day of the map.</p>"
        )


def day(view: View) -> date | None:
    """Give the day to compare with: one in the reader's range and before the day of the map, or none."""
    before: date | None = st.session_state["before"]
    return before if before and view.since <= before < view.until else None


def found(view: View, before: date) -> list[dict[str, Any]]:
    """Give what changed between a day and the last day of the view, for every actor with a row on either."""
    rule = rules.chosen()
    first, second = (
        rows.records("positions_as_of", **view.only(until=day).parameters(), **rule) for day in (before, view.until)
    )
    return difference(first, second)


def answer(compared: Sequence[Row], view: View, before: date) -> str:
    """Say how many states moved between the two days."""
    counts = Counter(row["change"] for row in compared if row["actor_kind"] in DRAWN_KINDS)
    said = [
        f"{count_words(counts['changed'], 'state or authority', 'states and authorities')} changed position"
        if counts["changed"]
        else "no state or authority changed position",
        f"{counts['new']:,} took one" if counts["new"] else "",
        f"{counts['reaffirmed']:,} reaffirmed theirs" if counts["reaffirmed"] else "",
        f"for {counts['no new evidence']:,} nothing new is on record" if counts["no new evidence"] else "",
        f"{counts['gone']:,} went out of view" if counts["gone"] else "",
    ]
    told = list_words([part for part in said if part], most=len(said))
    return f"Between {day_words(before)} and {day_words(view.until)}, {told}."


def of_chosen(compared: Sequence[Row], issue: Row, before: date) -> None:
    """Say what happened to the chosen actor's position since the earlier day."""
    row = next((row for row in compared if row["actor_id"] == st.session_state["focus"]), None)
    if row:
        was = position(row["before"], names.stance_labels(issue)) or "not in view"
        st.html(
            f"<p class='why'><b>{CHANGES[row['change']]}</b> since {escape(day_words(before))}. "
            f"It was then: {escape(was)}.</p>"
        )


def movers(compared: Sequence[Row], issue: Row) -> None:
    """List who moved, each with the statement that moved it; then everybody's difference as a table.

    Args:
        compared: From `found`.
        issue: From `issues`, with its words for each stance.
    """
    words = names.stance_labels(issue)
    moved = [row for row in compared if row["change"] in ("changed", "new")]
    moved.sort(key=lambda row: (row["change"] != "changed", row["actor_name"]))
    if not moved:
        states.empty("Nobody moved.", "Choose an earlier day, or look at who reaffirmed a position in the table.")
    for row in moved[:MOST_MOVERS]:
        was = words[row["before"]["stance"]] if row["change"] == "changed" else "no position"
        with st.expander(
            plain(f"{row['actor_name']}: {was} → {words[row['after']['stance']]}, {row['after']['date_label']}")
        ):
            evidence.statements(row["after"]["statement_ids"])
            if row["before"] and row["before"]["stance"]:
                st.html("<p class='note'>Before, it rested on:</p>")
                evidence.statements(row["before"]["statement_ids"])
    if len(moved) > MOST_MOVERS:
        st.html(f"<p class='note'>And {len(moved) - MOST_MOVERS:,} more in the table.</p>")
    shown = tables.linked(table(compared, words), Actor=("actor", [row["actor_id"] for row in _in_order(compared)]))
    tables.show(shown, "movers", "What changed for every actor between the two days")


def table(compared: Sequence[Row], words: Mapping[str, str]) -> pd.DataFrame:
    """Write the differences for readers: actor, what happened, both positions, day of the later one."""
    return pd.DataFrame(
        [
            {
                "Actor": row["actor_name"],
                "Change": CHANGES[row["change"]],
                "Before": position(row["before"], words),
                "After": position(row["after"], words),
                "Date of the later one": (row["after"] or {}).get("date_label"),
            }
            for row in _in_order(compared)
        ],
        columns=["Actor", "Change", "Before", "After", "Date of the later one"],
    )


def _in_order(compared: Sequence[Row]) -> list[Row]:
    return sorted(compared, key=lambda row: ([*CHANGES].index(row["change"]), row["actor_name"]))


def position(row: Row | None, words: Mapping[str, str]) -> str:
    """Write one side of a difference."""
    if row is None:
        return ""
    return words[row["stance"]] if row["stance"] else str(row["silence"]).capitalize()
