"""In whose voice an actor has been heard: its own words, its votes, others' lists, and organisations it belongs to."""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

import streamlit as st

from charts.theme import palette
from exports.vocabulary import VOICES
from ui import links, pictures, rows, states

Row = Mapping[str, Any]
LENT = "Through organisations"
SIDES = ("support", "oppose", "neutral")
# More would be a page that no browser scrolls with ease.
MOST_ISSUES = 200


def show(actor_id: str) -> None:
    """Show for each issue how often an actor took which side in which voice."""
    found = rows.records("voices_of_actor", actor_id=actor_id)
    if not found:
        states.empty("Nobody has spoken for it.", "Neither it nor an organisation of which it was a full member.")
        return
    head = "".join(f"<th scope='col'>{escape(words)}</th>" for words in [*VOICES.values(), LENT])
    by_issue = [[*own] for _, own in groupby(found, key=lambda row: row["issue_id"])]
    body = "".join(map(_issue, by_issue[:MOST_ISSUES]))
    if len(by_issue) > MOST_ISSUES:
        st.html(f"<p class='why'>The first {MOST_ISSUES} of {len(by_issue):,} issues.</p>")
    st.html(
        "<table class='voices'><caption>Statements by voice and stance. What an organisation said counts for those "
        "who were full members on that day; the map shows it only on request.</caption>"
        f"<thead><tr><th scope='col'>Issue</th>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _issue(found: Sequence[Row]) -> str:
    own = {row["voice"]: row for row in found if row["voice"] != "borrowed"}
    cells = "".join(_cell(words, sides(own[voice]) if voice in own else "") for voice, words in VOICES.items())
    lent = "".join(
        f"<li>{links.actor(row['organisation_id'], row['organisation_name'])} {sides(row)}</li>"
        for row in found
        if row["voice"] == "borrowed"
    )
    name = links.issue(found[0]["issue_id"], found[0]["issue_title"])
    return f"<tr><th scope='row'>{name}</th>{cells}{_cell(LENT, f'<ul>{lent}</ul>' if lent else '')}</tr>"


def _cell(words: str, content: str) -> str:
    """A cell that on a phone, where there is no head, says itself what it holds."""
    return f"<td data-voice='{escape(words)}'>{content}</td>"


def sides(row: Row) -> str:
    """Write as HTML how many statements took each side, in the issue's own words for a screen reader."""
    return " ".join(_side(row, side) for side in SIDES if row[f"count_{side}"])


def _side(row: Row, side: str) -> str:
    colour = palette(pictures.is_dark()).stance(side)
    number = row[f"count_{side}"]
    return f"<span class='side'><span class='dot' style='background: {colour}'></span>{number:,} {escape(side)}</span>"
