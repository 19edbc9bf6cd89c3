"""Where an actor's vote in a roll call and its own words on the same question differ, with both records."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from ui import evidence, links, names, rows, side_by_side, tables
from ui.markup import plain
from ui.parameters import defaults
from ui.shelf import fixed
from ui.view import View

CAUTION = (
    "A vote can rest on the wording or the moment; the collection does not say why. The words are the latest in these "
    "dates on the issue that asks the same in words."
)


def of_actor(actor_id: str, view: View) -> None:
    """Set an actor's vote beside its words, where the issue has both and they differ."""
    asked = {"since": view.since, "until": view.until, "issue_id": view.issue, "actors": [actor_id]}
    for row in rows.records("words_against_votes", **asked):
        if row["differ"]:
            said = f"{row['vote_label']} in the vote, {row['words_label'] or 'contested'} in words"
            label, key = plain(f"Words and vote differ: {said}"), f"words-and-{row['vote_issue_id']}"
            shelf = st.expander(label, on_change="rerun", key=key)
            if shelf.open:
                with shelf:
                    st.html(f"<p class='note'>{escape(CAUTION)}</p>")
                    evidence.statements([row["vote_statement_id"], *row["words_statement_ids"]])


def show(view: View) -> None:
    """Show where roll call and words differ, with both records, if the issue has a roll call; else nothing."""
    asked = {"since": view.since, "until": view.until, "issue_id": view.issue, "actors": view.actors or None}
    compared = rows.records("words_against_votes", **asked)
    if not compared:
        return
    st.header("Words against votes", anchor=False)
    differing = [row for row in compared if row["differ"]]
    st.html(
        f"<p class='why'>{len(differing):,} of {len(compared):,} actors with both a vote and words of their own said "
        f"something else than they voted. {escape(CAUTION)} Of the filters, only dates and actors are followed here."
        "</p>"
    )
    alt = "Each actor's vote, its latest words on the same question, and whether they differ"
    tables.show_kept(tuple(fixed(each) for each in asked.values()), lambda: _table(compared), "words", alt)
    if differing:
        everything = defaults() | {"issue": names.EVERY_ISSUE, "actor": [row["actor_id"] for row in differing]}
        links.to("statements", f"Everything these {len(differing):,} said, on every issue", **everything)


def _table(compared: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
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
    return tables.linked(shown, Actor=("actor", [row["actor_id"] for row in compared]))


def of_every_issue(actor_id: str) -> None:
    """Set each vote of an actor in a roll call beside its own words on the same question, over all years."""
    asked = {"since": None, "until": None, "issue_id": None, "actors": [actor_id]}
    compared = rows.records("words_against_votes", **asked)
    if not compared:
        return
    st.header("Words against votes", anchor=False)
    st.html(f"<p class='why'>{escape(CAUTION.replace('in these dates ', ''))}</p>")
    for row in compared:
        verdict = "They differ" if row["differ"] else "They agree"
        st.html(
            f"<p class='passage'>{links.issue(row['vote_issue_id'], names.issue_titles()[row['vote_issue_id']])}: "
            f"{verdict.lower()}</p>"
            + side_by_side.pair(
                ("The vote", [row["vote_statement_id"]]), ("Its latest words", row["words_statement_ids"])
            )
        )
