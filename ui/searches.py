"""Who was searched for after an event: first those of whom nothing was found."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from exports.phrases import count_words, day_words
from exports.vocabulary import FOUND
from ui import links, states

Row = Mapping[str, Any]


def show(searched: Sequence[Row]) -> None:
    """List whom a search on the event was made for: first those of whom nothing was found.

    Args:
        searched: From `searches_on_event`.
    """
    if not searched:
        states.empty(
            "No search on this event is on record.",
            "That an actor is not named above says nothing about it: nobody may have looked.",
        )
        return
    silent = [row for row in searched if row["found"] == "no"]
    st.html(
        f"<p class='why'>Searched without result: {count_words(len({row['actor_id'] for row in silent}), 'actor')}. "
        "Whoever is named neither here nor above was not searched for, which says nothing about it.</p>"
    )
    if silent:
        st.html(_table(silent))
    rest = [row for row in searched if row["found"] != "no"]
    if rest:
        with st.expander(f"Searches that found something, but not all – {len(rest):,}"):
            st.html(_table(rest))


def _table(searched: Iterable[Row]) -> str:
    return (
        "<table class='reactions'><thead><tr><th scope='col'>Actor</th><th scope='col'>Found</th><th scope='col'>Note"
        f"</th><th scope='col'>Searched</th></tr></thead><tbody>{''.join(map(_line, searched))}</tbody></table>"
    )


def _line(row: Row) -> str:
    found = f"{escape(FOUND[row['found']])}{_on(row)}"
    day = f"<span class='note'>{escape(day_words(row['searched_on']))}</span>"
    return (
        f"<tr><th scope='row'>{links.actor(row['actor_id'], row['actor_name'])}</th><td>{found}</td>"
        f"<td class='prose'>{escape(row['note'] or '')}</td>"
        f"<td class='prose'>{escape(row['sources_searched'])}<br>{day}</td></tr>"
    )


def _on(row: Row) -> str:
    return f", on {links.issue(row['issue_id'], row['issue_title'])}" if row["issue_id"] else ""
