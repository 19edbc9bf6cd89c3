"""The panel beside the map: why an actor has its colour, what else was weighed, and the statements behind it."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from ui import answers, choices, evidence, links, names, rows, rules, states
from ui.dates import day_words, list_words
from ui.markup import plain
from ui.view import View, defaults

# More would bury the page; the rest is one link away.
MOST_STATEMENTS = 6
MOST_WEIGHED = 12
CAUTION = (
    "A vote can rest on the wording or the moment; the collection does not say why. The words are the latest in these "
    "dates on the issue that asks the same in words."
)
PARTS = {
    "decides": "Decides",
    "runner-up": "Runner-up",
    "overruled": "Overruled",
}

Row = Mapping[str, Any]


def panel(found: Sequence[Row], view: View, on_choice: Callable[[], None]) -> None:
    """Show what stands behind the chosen actor's colour, or what can be chosen.

    Args:
        found: From `positions_as_of`, with the lending organisations named.
        view: The filters.
        on_choice: Called when the reader has chosen an actor.
    """
    choices.one("Whose position?", "focus", names.actor_names(), "Choose on the map, or here", on_choice)
    focus = st.session_state["focus"]
    if not focus:
        st.html(
            "<p class='why'>Click a state to see what it said, and the sentence in the source. With the keyboard: "
            "arrow keys on the map, then Enter. A state counts in its own voice: parliaments, parties and regions "
            "never speak for it.</p>"
        )
        return
    st.html(f"<h2 class='small' id='position'>{escape(names.actor_names()[focus])}</h2>")
    row = next((row for row in found if row["actor_id"] == focus), None)
    if row is None:
        states.empty(
            "Not in this view.",
            "The filters or the counting rule leave this actor out, or it has neither a statement nor a place here.",
        )
    else:
        st.html(f"<p class='why'>{escape(why(row))}</p>")
    if row and row["stance"]:
        behind(row, view)
    vote_and_words(focus, view)
    everything = defaults() | {"actor": [focus], "issue": names.EVERY_ISSUE}
    links.to("statements", "Everything it said, on every issue", **everything)


def why(row: Row) -> str:
    """Say by which rule an actor has its colour, in words without markup."""
    if row["silence"]:
        return silence(row)
    contested = " It said different things on that day, so the position is contested." * (row["stance"] == "contested")
    if row["is_vote"] and row["voice"] == "own":
        return f"By its own vote, {row['date_label']}.{contested}"
    if answers.strength(row) == "listed":
        return f"Named in somebody else’s list, {row['date_label']}: the strongest evidence in view.{contested}"
    if row["voice"] == "own":
        return f"In its own voice: its latest statement in these dates, {row['date_label']}, decides.{contested}"
    contested = " The organisations differ, so the position is contested." * (row["stance"] == "contested")
    return (
        f"Borrowed voice: no statement of its own in these dates. As a full member on that day it is counted with "
        f"{list_words(row['through'])}, {row['date_label']}.{contested}"
    )


def silence(row: Row) -> str:
    """Say what an actor's silence means, in words without markup."""
    if row["silence"] == "no position found":
        return (
            f"No position found. A search made on {day_words(row['searched_on'])} found nothing on this issue in these "
            f"dates. Searched: {row['sources_searched']}."
        )
    if row["silence"] == "took no part in the vote":
        event = names.event_titles()[row["missed_event_id"]]
        return (
            f"Took no part in the vote: it was called as a full member, and the complete roll call of “{event}” holds "
            "no vote of it. Why is not on record."
        )
    said = {
        "did not exist yet": "Did not exist yet: founded after this day.",
        "no longer existed": "No longer existed: dissolved before this day.",
        "not searched": (
            "Not searched: for this issue and these dates no search without result is on record. That says nothing "
            "about the actor."
        ),
        "outside these filters": (
            "Outside these filters. It spoke on this issue in these dates, but a filter or the counting rule leaves "
            "that out."
        ),
    }
    return said[row["silence"]]


def behind(row: Row, view: View) -> None:
    """Show the statements behind a position, newest first, and where to find the rest."""
    if row["voice"] == "borrowed":
        evidence.statements(row["statement_ids"][:MOST_STATEMENTS])
        links.to(
            "statements", f"What {list_words(row['through'])} said", actor=speakers_of(row["statement_ids"]), org=[]
        )
        return
    # What decides comes first, also where the rule passes over something newer.
    evidence.statements(row["statement_ids"][:MOST_STATEMENTS])
    total = view.only(actors=[row["actor_id"]]).size()["count_statements"]
    label = f"All {total:,} of its statements in view" if total > 1 else "In the table of statements"
    links.to("statements", label, actor=[row["actor_id"]])


def speakers_of(statement_ids: Sequence[str]) -> list[str]:
    """Name the actors that made these statements."""
    found = rows.records("statements_by_id", statement_ids=[*statement_ids])
    return sorted({statement["actor_id"] for statement in found})


def explanation(view: View) -> None:
    """Explain the chosen actor's colour: what was weighed, in order, what decided, what would decide without it."""
    actor_id = st.session_state["focus"]
    if not actor_id:
        return
    rule = rules.chosen()
    asked = {name: value for name, value in view.parameters().items() if name not in ("actors", "stances")}
    found = rows.records("explanation_of_position", actor_id=actor_id, **asked, **rule)
    counted = [row for row in found if row["part"] != "not counted"]
    left_out = [_whose(row) for row in found if row["part"] == "not counted"]
    lines = "".join(_weighed_line(row) for row in counted[:MOST_WEIGHED])
    rest = len(counted) - MOST_WEIGHED
    notes = [
        "Nothing that counts is on record in these dates." if not counted else "",
        f"And {rest:,} more that were overruled." if rest > 0 else "",
        f"Not counted under this rule: {list_words(left_out, most=len(left_out))}." if left_out else "",
        f"Rule: {rules.sentence(rule)}. The own voice goes before a borrowed one, the later day before the earlier; "
        "the runner-up would decide if what decides were not there.",
    ]
    said = "".join(f"<p class='note'>{escape(note)}</p>" for note in notes if note)
    name = escape(names.actor_names()[actor_id])
    st.html(f"<h2 class='small'>Explain this colour: {name}</h2><ol class='weighed'>{lines}</ol>{said}")


def _weighed_line(row: Row) -> str:
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


def vote_and_words(actor_id: str, view: View) -> None:
    """Set an actor's vote beside its words, where the issue has both and they differ."""
    asked = {"since": view.since, "until": view.until, "issue_id": view.issue, "actors": [actor_id]}
    for row in rows.records("words_against_votes", **asked):
        if row["differ"]:
            said = f"{row['vote_label']} in the vote, {row['words_label'] or 'contested'} in words"
            shelf = st.expander(plain(f"Words and vote differ: {said}"), on_change="rerun", key="words-and-vote")
            if shelf.open:
                with shelf:
                    st.html(f"<p class='note'>{escape(CAUTION)}</p>")
                    evidence.statements([row["vote_statement_id"], *row["words_statement_ids"]])
