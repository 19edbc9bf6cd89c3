"""Where and when some words are mentioned: a map of who mentions them, a timeline, and the figures as tables."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st

from charts import map as charted
from charts import mentions as counted
from charts.mentions import Actor, Mentions, Year
from ui import links, mention_answers, names, naming, tables, time_line, world_map

CLICK = "Click a state to read only what it said."
DRAG = "Drag over years to take them as dates."


class Callbacks(NamedTuple):
    """Who hears of a choice: an actor's id (empty for none), first and last ISO day, a key of `MAP_VIEWS`."""

    choose: Callable[[str], None]
    dates: Callable[[str, str], None]
    view: Callable[[str], None]


def show(found: Mentions, on: Callbacks) -> None:
    """Show the map and the timeline.

    Args:
        found: From `charts.mentions.count`.
        on: Called before the next run, as callbacks of widgets are.
    """
    _map(found, on)
    _timeline(found, on)


def figures(found: Mentions) -> None:
    """Show what map and timeline rest on, as tables: everybody and every year with documents in range."""
    many = found.asked.noun[1]
    st.header("Who mentions it", anchor=False)
    tables.show(
        by_actor(found), "mentions-by-actor", f"How many {many} of each actor mention it, of how many, and when"
    )
    st.header("When it is mentioned", anchor=False)
    tables.show(by_year(found), "mentions-by-year", f"How many {many} of each year mention it, of how many")


def by_actor(found: Mentions) -> pd.DataFrame:
    """Give the figures of everybody with documents in range as a table, most mentions first, names linked."""
    here = [actor for actor in found.actors if actor.documents]
    table = pd.DataFrame(
        {
            "Actor": [actor.name for actor in here],
            **_shares(here, found.asked.noun[1]),
            "First": pd.array([actor.first for actor in here], dtype="Int64"),
            "Last": pd.array([actor.last for actor in here], dtype="Int64"),
        }
    )
    return tables.linked(table, Actor=("actor", [actor.actor_id for actor in here]))


def by_year(found: Mentions) -> pd.DataFrame:
    """Give the figures of every year with documents as a table, the latest first."""
    latest_first = found.years[::-1]
    return pd.DataFrame({"Year": [year.year for year in latest_first], **_shares(latest_first, found.asked.noun[1])})


def _shares(rows: Sequence[Actor | Year], many: str) -> dict[str, list[float]]:
    return {
        f"{many.capitalize()} that mention it": [row.mentions for row in rows],
        f"All {many}": [row.documents for row in rows],
        "Share, %": [round(100 * row.mentions / row.documents, 1) for row in rows],
    }


def _map(found: Mentions, on: Callbacks) -> None:
    chosen = st.session_state["actor"]
    shown = world_map.MapState(view=st.session_state["view"], chosen=chosen[0] if len(chosen) == 1 else None)
    callbacks = world_map.Callbacks(on.choose, on.view, _nothing, _nothing)
    world_map.show(counted.on_map(found), shown, callbacks, key="mentions-map")
    said = f"{CLICK} {mention_answers.rule(found)} {mention_answers.undrawn(found)}"
    st.html(f"<p class='note'>{naming.linked(said)}</p>")
    st.caption(charted.DISCLAIMER)
    links.to("borders", "What the borders on the map mean")


def _timeline(found: Mentions, on: Callbacks) -> None:
    first, last = names.first_and_last_day()
    shown = time_line.TimeState(chosen=None, day=None, step=None, extent=(first.isoformat(), last.isoformat()))
    callbacks = time_line.Callbacks(_nothing, on.dates, _nothing)
    time_line.show(counted.over_time(found), shown, callbacks, key="mentions-time")
    st.html(f"<p class='note'>{DRAG}</p>")


def _nothing(_said: str) -> None:
    """Hear what neither the map without frames nor the timeline without events reports."""
