"""What is asked of whoever confirms statements: of their source, of its rights, and of themselves."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Any, NamedTuple

import streamlit as st

from ui import access, held, intake, names, rows
from ui.review import Review, one_line

KINDS = {
    "news": "News",
    "official": "Publication of a state or organisation",
    "document": "Text of a paper, wherever it was published",
    "resolution": "Resolution",
    "reference": "Work of reference",
    "database": "Database",
}
RIGHTS = {
    "cited": "No: keep what we say of it, and where it stands",
    "held": "Yes: keep the whole text, and mark the words in it",
}
ADDRESS = re.compile(r"https?://[^ ]+")
NEEDED = {"title": "the title", "publisher": "the publisher", "url": "the address (https://…)"}
REVIEWER = "desk-reviewer"


def rights() -> str | None:
    """Ask whether the text may be published; a key of `RIGHTS`."""
    return st.radio(
        "May the whole text be published with the collection?",
        [*RIGHTS],
        index=None,
        format_func=RIGHTS.__getitem__,
        key=intake.key(intake.RIGHTS),
        persist_state="session",
    )


def event(day: date) -> str | None:
    """Ask for the event; those nearest to a day come first."""
    found = sorted(rows.records("events"), key=lambda each: abs((each["start_date"] - day).days))
    chosen: str | None = st.selectbox(
        "Event that all of it reacts to, if it is one",
        [each["event_id"] for each in found],
        index=None,
        format_func=lambda event_id: names.event_titles().get(event_id, event_id),
        key=intake.key(intake.EVENT),
        placeholder="None in particular",
        persist_state="session",
    )
    return chosen


def reviewer() -> str:
    """Ask who confirms it."""
    if known := access.reviewer():
        st.html(f"<p class='note'>The record of this review names you: {escape(known)}.</p>")
        return known
    label = "Your name, as the record of this review is to keep it"
    return st.text_input(label, max_chars=100, key=REVIEWER, persist_state="session").strip()


class Source(NamedTuple):
    """A source as cells of sources.csv, only its id where it is held; its publisher; and what is missing of it."""

    cells: Mapping[str, str]
    publisher: str
    missing: Sequence[str]


def source(review: Review) -> Source:
    """Ask for the source: one that is held, if there may be such, else what is known of it."""
    address = st.text_input(
        "Address at which it was published",
        max_chars=2_000,
        key=intake.key(intake.URL),
        placeholder="https://…",
        persist_state="session",
    ).strip()
    held_ones = {each["source_id"]: each for each in held.sources(review.submitted.text, address)}
    chosen = _held(held_ones) if held_ones else ""
    if chosen:
        return Source({"source_id": chosen}, held_ones[chosen]["publisher"], [])
    cells = {"source_id": "", "publisher_country": "", "url": address, **_described(review)}
    return Source(
        cells, cells["publisher"], [what for name, what in NEEDED.items() if not _is_given(name, cells[name])]
    )


def _held(known: Mapping[str, Mapping[str, Any]]) -> str:
    """Ask which of the sources with this address or text it is; empty for none of them."""
    chosen: str = st.selectbox(
        "This source seems to be held already: what you save adds to it",
        [*known, ""],
        format_func=lambda each: f"{known[each]['publisher']}: {known[each]['title']}" if each else "None of these",
        key=intake.key(intake.HELD),
        persist_state="session",
    )
    return chosen


def _described(review: Review) -> dict[str, str]:
    """Ask what a new source is, as cells of sources.csv."""
    submitted, title_key = review.submitted, intake.key(intake.SOURCE_TITLE)
    st.session_state.setdefault(title_key, submitted.title)
    one, two = st.columns(2)
    title = one.text_input("Title of the source", max_chars=300, key=title_key, persist_state="session")
    said = two.text_input("Publisher", max_chars=200, key=intake.key(intake.PUBLISHER), persist_state="session")
    kind = one.selectbox(
        "Kind of source", [*KINDS], format_func=KINDS.__getitem__, key="desk-kind", persist_state="session"
    )
    return {
        "kind": kind,
        "publisher": one_line(said),
        "title": one_line(title),
        "published": submitted.published.isoformat(),
        "language": submitted.language,
    }


def _is_given(name: str, cell: str) -> bool:
    return bool(ADDRESS.fullmatch(cell)) if name == "url" else bool(cell)
