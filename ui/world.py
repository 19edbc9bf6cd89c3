"""The map of the reader's view: of one day, or of what changed between two."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from charts import map as charted
from ui import links, names, rows, rules, world_map
from ui.dates import day_words
from ui.view import View

Row = Mapping[str, Any]


def view_of_the_day() -> View:
    """Give the reader's view as of the day at which the map stands: the last of the range, or one within it."""
    view, at = View.from_session(), st.session_state["at"]
    return view.only(until=at) if at and view.since <= at < view.until else view


def positions(view: View) -> list[dict[str, Any]]:
    """Give every actor's position as of the last day of the view, with the lending organisations named."""
    actors = names.actor_names()
    found = rows.records("positions_as_of", **view.parameters(), **rules.chosen())
    return [row | {"through": [actors[lender] for lender in row["through"] or []]} for row in found]


def drawing(found: Sequence[Row], issue: Row) -> charted.Drawing:
    """Give the map of one day, with every day of the reader's range on which something changed, to be played."""
    changes = rows.records("position_changes", **View.from_session().parameters(), **rules.chosen())
    return charted.positions(found, labels(issue), changes)


def labels(issue: Row) -> dict[str, str]:
    """Give an issue's words for each stance."""
    return {stance: issue[f"{stance}_label"] for stance in ("support", "oppose", "neutral")}


def draw(drawn: charted.Drawing, view: View) -> None:
    """Draw the map. What a reader clicks becomes the parameter `focus`, the day at which playing stops `at`.

    Args:
        drawn: From `drawing`, or of differences.
        view: The view of the day.
    """
    state = world_map.MapState(
        view=st.session_state["view"], chosen=st.session_state["focus"], day=view.until.isoformat()
    )
    world_map.show(drawn, state, world_map.Callbacks(choose, look_at, go_to))
    focus, last = st.session_state["focus"], View.from_session().until
    if focus:
        st.html(f"<p class='below'><a href='#position'>{escape(names.actor_names()[focus])}: read on below</a></p>")
    if view.until < last:
        st.button(
            f"As of {day_words(view.until)}. Go to the last day of the range, {day_words(last)}",
            on_click=go_to,
            args=("",),
            icon=":material/last_page:",
        )
    st.caption(charted.DISCLAIMER)
    links.to("borders", "What the borders on the map mean")


def choose(actor_id: str) -> None:
    """Take the actor that was chosen on the map; none clears the choice."""
    st.session_state["focus"] = actor_id if actor_id in names.actor_names() else None


def look_at(view: str) -> None:
    """Take the part of the world that the map shows."""
    st.session_state["view"] = view


def go_to(day: str) -> None:
    """Take the day at which the map stands; none is the last of the range."""
    st.session_state["at"] = date.fromisoformat(day) if day else None
