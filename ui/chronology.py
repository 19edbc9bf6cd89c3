"""The timeline: bars of statements that set the dates, lanes of events to pick from, the event that was picked."""

from collections.abc import Mapping, Sequence
from functools import partial
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from charts import timeline
from ui import choices, evidence, links, names, pictures, rows, tables
from ui.dates import count_words, range_words
from ui.view import View
from ui.vocabulary import EVENT_KINDS, STANCES

# More would bury the page; the rest is one link away.
MOST_STATEMENTS = 8

Row = Mapping[str, Any]


def bins(view: View) -> list[dict[str, Any]]:
    """Count the statements in view, in bins that follow the range."""
    return rows.records("statements_per_bin", **view.parameters(), bin=timeline.bin_for(view.since, view.until))


def events(view: View) -> list[dict[str, Any]]:
    """Give the events of the range, each with its number of statements in view."""
    return rows.records("events_in_range", **view.parameters())


def draw(view: View, counted: Sequence[Row], happened: Sequence[Row]) -> None:
    """Draw bars and lanes on one time axis: a drag over the bars sets the dates, a click in the lanes picks an event.

    Args:
        view: The filters.
        counted: From `bins`.
        happened: From `events`.
    """
    labels = STANCES
    if view.issue:
        labels = {stance: names.issue(view.issue)[f"{stance}_label"] for stance in STANCES}
    options = timeline.TimelineOptions(
        since=view.since,
        until=view.until,
        labels=labels,
        dark=pictures.is_dark(),
        chosen=st.session_state["event"],
    )
    counts = rows.as_frame("statements_per_bin", counted)
    shown = rows.as_frame("events_in_range", happened)
    st.plotly_chart(
        timeline.bars(counts, shown, options),
        key="bars",
        on_select=choose_dates,
        selection_mode="box",
        config=timeline.TIMELINE_CONFIG,
        alt=timeline.alt_text(counts, options),
    )
    st.plotly_chart(
        timeline.lanes(shown, options),
        key="lanes",
        on_select=partial(pictures.take_click, "lanes", "event"),
        selection_mode="points",
        config=timeline.TIMELINE_CONFIG,
        alt=timeline.events_alt_text(shown, options),
    )


def choose_dates() -> None:
    """Set the dates to the stretch that was dragged over."""
    state = st.session_state
    days = timeline.selected_dates(state["bars"], state["from"], state["to"])
    if days:
        state["from"], state["to"] = days


def event_panel(view: View, happened: Sequence[Row]) -> None:
    """Offer the events of the range, and show the one that was picked with the statements in view on it."""
    titles = {row["event_id"]: f"{row['start_date'].year}: {row['title']}" for row in happened}
    chosen = st.session_state["event"]
    # An event outside the range stays on offer, so that the reader can see why there is nothing and take it away.
    titles |= {chosen: names.event_titles()[chosen]} if chosen and chosen not in titles else {}
    choices.one("Event", "event", titles, "Click an event above, or choose one here")
    if not chosen:
        return
    event = next(row for row in rows.records("events") if row["event_id"] == chosen)
    st.html(described(event))
    links.to("source", "Source of this event", read=event["source_id"])
    found = [
        row["statement_id"]
        for row in rows.records("statements_in_view", **view.parameters(), sort="oldest", limit=None, offset=0)
        if row["event_id"] == chosen
    ]
    st.html(f"<h2 class='small'>{count_words(len(found), 'statement').capitalize()} in view on this event</h2>")
    evidence.statements(found[:MOST_STATEMENTS])
    if len(found) > MOST_STATEMENTS and st.toggle(f"Show the other {len(found) - MOST_STATEMENTS:,}", key="others"):
        evidence.statements(found[MOST_STATEMENTS:])


def described(event: Row) -> str:
    """Write an event as HTML: when, where and what, in our words."""
    when = range_words(event["start_date"], event["end_date"] or event["start_date"])
    if event["end_date"] is None:
        when = f"from {when}, end not recorded"
    facts = " · ".join(filter(None, [when, event["place"], EVENT_KINDS[event["kind"]]]))
    return (
        f"<div class='event'><p class='event-title'>{escape(event['title'])}</p><p class='note'>{escape(facts)}</p>"
        f"<p class='why'>{escape(event['summary'])}</p></div>"
    )


def table(happened: Sequence[Row]) -> None:
    """Show the events of the range as a table."""
    tables.show(
        pd.DataFrame(
            {
                "From": [row["start_date"] for row in happened],
                "To": [row["end_date"] for row in happened],
                "Event": [row["title"] for row in happened],
                "Kind": [EVENT_KINDS[row["kind"]] for row in happened],
                "Place": [row["place"] for row in happened],
                "Statements in view": [row["count_statements"] for row in happened],
            }
        ),
        "events",
        "Events in the range, with the number of statements in view on each",
    )
