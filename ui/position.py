"""The panel beside the map: why an actor has its colour, what else was weighed, and the statements behind it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from exports.answers import strength
from exports.phrases import day_words, list_words
from ui import choices, evidence, links, names, rows, states, words_and_votes
from ui.parameters import defaults
from ui.view import View

# More would bury the page; the rest is one link away.
MOST_STATEMENTS = 6

Row = Mapping[str, Any]


def panel(find: Callable[[], Sequence[Row]], view: View, on_choice: Callable[[], None]) -> None:
    """Show what stands behind the chosen actor's colour, or what can be chosen.

    Args:
        find: Gives the rows of `positions_as_of`, with the lending organisations named.
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
    st.html(f"<h2 class='small' id='position'>{links.actor(focus, names.actor_names()[focus])}</h2>")
    row = next((row for row in find() if row["actor_id"] == focus), None)
    if row is None:
        states.empty(
            "Not in this view.",
            "The filters or the counting rule leave this actor out, or it has neither a statement nor a place here.",
        )
    else:
        st.html(f"<p class='why'>{why(row, links.HTML)}</p>")
    if row and row["stance"]:
        behind(row, view)
    words_and_votes.of_actor(focus, view)
    everything = defaults() | {"actor": [focus], "issue": names.EVERY_ISSUE}
    links.to("statements", "Everything it said, on every issue", **everything)


def why(row: Row, form: links.Form = links.PLAIN) -> str:
    """Say by which rule an actor has its colour.

    Args:
        row: From `positions_as_of`, with the lending organisations named.
        form: Whether in words without markup or in HTML, with links to what is named.
    """
    if row["silence"]:
        return silence(row, form)
    date = form.text(row["date_label"])
    contested = " It said different things on that day, so the position is contested." * (row["stance"] == "contested")
    if row["is_vote"] and row["voice"] == "own":
        return f"By its own vote, {date}.{contested}"
    if strength(row) == "listed":
        return f"Named in somebody else’s list, {date}: the strongest evidence in view.{contested}"
    if row["voice"] == "own":
        return f"In its own voice: its latest statement in these dates, {date}, decides.{contested}"
    contested = " The organisations differ, so the position is contested." * (row["stance"] == "contested")
    lenders = list_words([links.named("actor", lender, form) for lender in row["through"]])
    return (
        f"Borrowed voice: no statement of its own in these dates. As a full member on that day it is counted with "
        f"{lenders}, {date}.{contested}"
    )


def silence(row: Row, form: links.Form = links.PLAIN) -> str:
    """Say what an actor's silence means, in words without markup or in HTML."""
    if row["silence"] == "no position found":
        return (
            f"No position found. A search made on {day_words(row['searched_on'])} found nothing on this issue in these "
            f"dates. Searched: {form.text(row['sources_searched'])}."
        )
    if row["silence"] == "took no part in the vote":
        event = form.thing("event", row["missed_event_id"], names.event_titles()[row["missed_event_id"]])
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
            "Outside these filters. Something counts for it in these dates, its own words or an organisation’s, but a "
            "filter or the counting rule leaves that out."
        ),
    }
    return said[row["silence"]]


def behind(row: Row, view: View) -> None:
    """Show the statements behind a position, newest first, and where to find the rest."""
    if row["voice"] == "borrowed":
        evidence.statements(row["statement_ids"][:MOST_STATEMENTS])
        links.to(
            "statements",
            f"What {list_words(row['through'])} said",
            actor=speakers_of(row["statement_ids"]),
            org=[],
            to=view.until,
        )
        return
    # What decides comes first, also where the rule passes over something newer.
    evidence.statements(row["statement_ids"][:MOST_STATEMENTS])
    total = view.only(actors=[row["actor_id"]]).size()["count_statements"]
    label = f"All {total:,} of its statements in view" if total > 1 else "In the table of statements"
    links.to("statements", label, actor=[row["actor_id"]], to=view.until)


def speakers_of(statement_ids: Sequence[str]) -> list[str]:
    """Name the actors that made these statements."""
    found = rows.records("statements_by_id", statement_ids=[*statement_ids])
    return sorted({statement["actor_id"] for statement in found})
