"""What is asked of whoever confirms statements: of their source, of its rights, and of themselves."""

import re
from collections.abc import Mapping
from datetime import date

import streamlit as st

from ui import intake, names, rows
from ui.review import Review

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
    label = "Your name, as the record of this review is to keep it"
    return st.text_input(label, max_chars=100, key=REVIEWER, persist_state="session").strip()


def source(review: Review) -> dict[str, str]:
    """Ask what is known of the source, as cells of sources.csv."""
    submitted, state = review.submitted, st.session_state
    state.setdefault(intake.key(intake.SOURCE_TITLE), submitted.title)
    one, two = st.columns(2)
    title = one.text_input(
        "Title of the source", max_chars=300, key=intake.key(intake.SOURCE_TITLE), persist_state="session"
    )
    said = two.text_input("Publisher", max_chars=200, key=intake.key(intake.PUBLISHER), persist_state="session")
    url = one.text_input(
        "Address at which it was published",
        max_chars=2_000,
        key=intake.key(intake.URL),
        placeholder="https://…",
        persist_state="session",
    )
    kind = two.selectbox(
        "Kind of source", [*KINDS], format_func=KINDS.__getitem__, key="desk-kind", persist_state="session"
    )
    return {
        "kind": kind,
        "publisher": said.strip(),
        "publisher_country": "",
        "title": title.strip(),
        "url": url.strip(),
        "published": submitted.published.isoformat(),
        "language": submitted.language,
    }


def missing(cells: Mapping[str, str]) -> list[str]:
    """Name what has to be known of a source and is not."""
    needed = {"title": "the title", "publisher": "the publisher", "url": "the address (https://…)"}
    return [
        what
        for name, what in needed.items()
        if not cells[name] or (name == "url" and not ADDRESS.fullmatch(cells[name]))
    ]
