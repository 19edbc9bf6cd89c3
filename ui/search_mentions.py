"""Who used the words that were searched for, where and when: the sources found, on a map and on a timeline."""

from dataclasses import replace
from datetime import date

import streamlit as st

from charts import mentions as counted
from queries import full_text
from ui import collections, mention_files, mentions, names, permalink, rows, states
from ui.view import View

TEXTS = ("text", "texts")


def found_by(asked: full_text.Asked, view: View) -> counted.Mentions:
    """Count whose texts hold the words, and when: of all texts in these dates, since others would seem silent.

    Args:
        asked: What was searched for; of its filters the dates alone hold.
        view: The dates.
    """
    everybody = replace(asked, actors=(), countries=(), languages=(), found_in=())
    chosen = collections.chosen()
    return counted.count(
        full_text.mentions(chosen, everybody).to_pylist(),
        full_text.spoken(chosen, asked.since, asked.until).to_pylist(),
        rows.records("actors"),
        counted.Asked(asked.text, TEXTS, view.since, view.until),
    )


def show(found: counted.Mentions, view: View) -> None:
    """Show map and timeline, their figures and files; a click on a state or a drag over years narrows the search.

    Args:
        found: From `found_by`.
        view: The filters.
    """
    if not found.documents:
        is_whole = (view.since, view.until) == names.first_and_last_day()
        states.empty(
            f"No full text of a known actor and year is held{'' if is_whole else ' in these dates'}.",
            f"{'' if is_whole else 'Widen the dates. '}Passages shows the statements, titles and names that hold the "
            "words; cited pages can be fetched onto your own machine, as docs/hydrate.md says.",
        )
        return
    mentions.show(found, mentions.Callbacks(choose, look_at, look_from))
    mentions.figures(found)
    st.header("Take it with you", anchor=False)
    mention_files.offer(found, view, permalink.whole())


def choose(actor_id: str) -> None:
    """Lead to the passages of the actor that was clicked; none takes the choice back."""
    is_known = actor_id in names.actor_names()
    st.session_state["actor"] = [actor_id] if is_known else []
    if is_known:
        st.session_state["show"] = "passages"


def look_at(since: str, until: str) -> None:
    """Take the stretch that was selected as the reader's dates."""
    first, last = names.first_and_last_day()
    days = [min(max(date.fromisoformat(day), first), last) for day in (since, until)]
    st.session_state["from"], st.session_state["to"] = days


def look_from(view: str) -> None:
    """Take the part of the world that the map shows."""
    st.session_state["view"] = view
