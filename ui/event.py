"""One event: what happened in our words, where, on which source that rests, and what came before and after."""

from base64 import b64encode
from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from charts import place_map
from exports.phrases import day_words, range_words
from exports.vocabulary import EVENT_KINDS
from ui import choices, links, names, rows, tables

Row = Mapping[str, Any]


def select() -> str | None:
    """Offer every event by year and title, if there is one, and give the chosen one's id: the parameter `event`."""
    titles = {row["event_id"]: f"{row['start_date'].year}: {row['title']}" for row in rows.records("events")}
    if not titles:
        return None
    choices.one("Event", "event", titles, "Choose an event: type a year or words of its title")
    chosen: str | None = st.session_state["event"]
    return chosen


def browse() -> None:
    """Show every event in a table, newest first, if there is one; choosing a row opens it."""
    found = newest_first()
    if not found:
        return
    table = pd.DataFrame(
        {
            "From": [row["start_date"] for row in found],
            "To": [row["end_date"] for row in found],
            "Event": [row["title"] for row in found],
            "Kind": [EVENT_KINDS[row["kind"]] for row in found],
            "Place": [row["place"] for row in found],
        }
    )
    if not tables.is_plain("all-events", table):
        tables.choose_from(table, "all-events", "All events; choose a row to open one", choose, None)


def newest_first() -> list[dict[str, Any]]:
    """Give all events, the newest first."""
    return rows.records("events")[::-1]


def choose() -> None:
    """Open the event whose row was chosen."""
    chosen = st.session_state["all-events"]["selection"]["rows"]
    if chosen:
        st.session_state["event"] = newest_first()[chosen[0]]["event_id"]


def account(event: Row) -> None:
    """Tell the event, show its place, and lead to its neighbours in time.

    Args:
        event: From `event_by_id`.
    """
    told, place = st.columns([2.2, 1], gap="large")
    with told:
        st.html(described(event, own_title(event["title"])) + rests_on(event))
        with st.container(horizontal=True, gap="medium"):
            links.to("timeline", "On the timeline", event=event["event_id"])
            links.to("map", "The map of that day", to=event["end_date"] or event["start_date"])
    place.html(place_picture(event) or without_place(event))
    with st.container(horizontal=True, gap="medium", key="neighbours"):
        for side, icon in (("previous", "arrow_back"), ("next", "arrow_forward")):
            if event[f"{side}_id"]:
                label = f"{side.capitalize()}: {event[f'{side}_title']}"
                links.to("event", label, icon=f":material/{icon}:", event=event[f"{side}_id"])


def described(event: Row, heading: str) -> str:
    """Write an event as HTML: when, where and what, in our words, under its heading as HTML."""
    facts = " · ".join(filter(None, [when(event), event["place"], EVENT_KINDS[event["kind"]]]))
    return (
        f"<div class='event'>{heading}<p class='facts'>{escape(facts)}</p>"
        f"<p class='prose'>{escape(event['summary'])}</p></div>"
    )


def own_title(title: str) -> str:
    """Write as HTML the title of the page's own subject, which links to nothing."""
    return f"<h2 class='own'>{escape(title)}</h2>"


def when(event: Row) -> str:
    """Say when an event was; where its end is not recorded, that."""
    start, end = event["start_date"], event["end_date"]
    return range_words(start, end) if end else f"from {day_words(start)}, end not recorded"


def rests_on(event: Row) -> str:
    """Write as HTML the source of an account."""
    published = f", {day_words(event['published'])}" if event["published"] else ""
    title = links.source(event["source_id"], event["source_title"])
    publisher = f"<span class='publisher'>{escape(event['publisher'])}</span>"
    return f"<p class='note'>In our words, from {title}, {publisher}{escape(published)}.</p>"


def place_picture(event: Row) -> str:
    """Write as HTML a small map of where an event was; empty where no point is recorded."""
    name = event["place"] or event["title"]
    drawn = place_map.svg(event["latitude"], event["longitude"], name, names.actor_names())
    if not drawn:
        return ""
    address = f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}"
    return f"<img class='place' src='{address}' alt='Map of the surroundings of {escape(name)}'>"


def without_place(event: Row) -> str:
    """Say that there is no point to show."""
    place = f"“{event['place']}”" if event["place"] else "this event"
    return f"<p class='note'>No point on the map is recorded for {escape(place)}.</p>"
