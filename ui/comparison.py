"""Two dates compared: who moved, by which statement, and where words and votes differ."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from methods.difference import difference
from ui import answers, evidence, links, rows, rules, states, tables
from ui.dates import count_words, day_words, list_words
from ui.markup import plain
from ui.position import CAUTION
from ui.view import View

CHANGES = {
    "changed": "Changed",
    "new": "New position",
    "gone": "Out of view by then",
    "reaffirmed": "Reaffirmed",
    "no new evidence": "No new evidence",
    "silent": "Silent on both days",
}
# More cards than this bury the page; the table has everybody.
MOST_MOVERS = 12

Row = Mapping[str, Any]


def choose(view: View) -> None:
    """Offer a day to compare with: none, or one before the day of the map."""
    st.date_input(
        "Compare with the positions of an earlier day",
        value=None,
        min_value=view.since,
        max_value=view.until,
        key="before",
        format="DD/MM/YYYY",
    )


def found(view: View, before: date) -> list[dict[str, Any]]:
    """Give what changed between a day and the last day of the view, for every actor with a row on either."""
    rule = rules.chosen()
    first, second = (
        rows.records("positions_as_of", **view.only(until=day).parameters(), **rule) for day in (before, view.until)
    )
    return difference(first, second)


def answer(compared: Sequence[Row], view: View, before: date) -> str:
    """Say how many states moved between the two days."""
    counts = Counter(row["change"] for row in compared if row["actor_kind"] in answers.STATES)
    said = [
        f"{count_words(counts['changed'], 'state')} changed position"
        if counts["changed"]
        else "no state changed position",
        f"{counts['new']:,} took one for the first time" if counts["new"] else "",
        f"{counts['reaffirmed']:,} reaffirmed theirs" if counts["reaffirmed"] else "",
        f"for {counts['no new evidence']:,} nothing new is on record" if counts["no new evidence"] else "",
        f"{counts['gone']:,} went out of view" if counts["gone"] else "",
    ]
    told = list_words([part for part in said if part], most=len(said))
    return f"Between {day_words(before)} and {day_words(view.until)}, {told}."


def movers(compared: Sequence[Row], issue: Row) -> None:
    """List who moved, each with the statement that moved it; then everybody's difference as a table.

    Args:
        compared: From `found`.
        issue: From `issues`, with its words for each stance.
    """
    labels = {stance: issue[f"{stance}_label"] for stance in ("support", "oppose", "neutral")} | {
        "contested": "Contested"
    }
    moved = [row for row in compared if row["change"] in ("changed", "new")]
    moved.sort(key=lambda row: (row["change"] != "changed", row["actor_name"]))
    if not moved:
        states.empty("Nobody moved.", "Choose an earlier day, or look at who reaffirmed a position in the table.")
    for row in moved[:MOST_MOVERS]:
        was = labels[row["before"]["stance"]] if row["change"] == "changed" else "no position"
        with st.expander(
            plain(f"{row['actor_name']}: {was} → {labels[row['after']['stance']]}, {row['after']['date_label']}")
        ):
            evidence.statements(row["after"]["statement_ids"])
            if row["before"] and row["before"]["stance"]:
                st.html("<p class='note'>Before, it rested on:</p>")
                evidence.statements(row["before"]["statement_ids"])
    if len(moved) > MOST_MOVERS:
        st.html(f"<p class='note'>And {len(moved) - MOST_MOVERS:,} more in the table.</p>")
    tables.show(table(compared, labels), "movers", "What changed for every actor between the two days")


def table(compared: Sequence[Row], labels: Mapping[str, str]) -> pd.DataFrame:
    """Write the differences for readers: actor, what happened, both positions, day of the later one."""
    return pd.DataFrame(
        [
            {
                "Actor": row["actor_name"],
                "Change": CHANGES[row["change"]],
                "Before": position(row["before"], labels),
                "After": position(row["after"], labels),
                "Date of the later one": (row["after"] or {}).get("date_label"),
            }
            for row in sorted(compared, key=lambda row: ([*CHANGES].index(row["change"]), row["actor_name"]))
        ],
        columns=["Actor", "Change", "Before", "After", "Date of the later one"],
    )


def position(row: Row | None, labels: Mapping[str, str]) -> str:
    """Write one side of a difference."""
    if row is None:
        return ""
    return labels[row["stance"]] if row["stance"] else str(row["silence"]).capitalize()


def words_against_votes(view: View) -> None:
    """Show where roll call and words differ, with both records, if the issue has a roll call; else nothing."""
    asked = {"since": view.since, "until": view.until, "issue_id": view.issue, "actors": view.actors or None}
    compared = rows.records("words_against_votes", **asked)
    if not compared:
        return
    st.header("Words against votes", anchor=False)
    differing = [row for row in compared if row["differ"]]
    st.html(
        f"<p class='why'>{len(differing):,} of {len(compared):,} actors with both a vote and words of their own said "
        f"something else than they voted. {escape(CAUTION)}</p>"
    )
    shown = pd.DataFrame(
        [
            {
                "Actor": row["actor_name"],
                "Vote": f"{row['vote_label']}, {row['vote_date_label']}",
                "Words": f"{row['words_label'] or 'Contested'}, {row['words_date_label']}",
                "Differ": "Yes" if row["differ"] else "No",
            }
            for row in compared
        ]
    )
    tables.show(shown, "words", "Each actor's vote, its latest words on the same question, and whether they differ")
    both = [row["actor_id"] for row in differing]
    if both:
        links.to("statements", "The statements behind both", issue="every-issue", actor=both[:20])
