"""The map on its page, and what the reader does with it."""

from datetime import date
from html import escape

import streamlit as st

from charts import map as charted
from exports.phrases import day_words
from ui import ahead, links, names, panels, world_map
from ui.scene import Scene
from ui.view import View


def draw(scene: Scene) -> None:
    """Draw the map. What a reader clicks becomes the parameter `focus`, the day at which playing stops `at`."""
    state, day = st.session_state, scene.view.until
    shown = world_map.MapState(view=state["view"], chosen=state["focus"], day=day.isoformat(), step=ahead.step())
    world_map.show(scene.drawing(), shown, world_map.Callbacks(choose, look_at, go_to, panels.let_rest_follow))
    if state["focus"]:
        name = escape(names.actor_names()[state["focus"]])
        st.html(f"<p class='below'><a href='#position'>{name}: read on below</a></p>")
    last = View.from_session().until
    if day < last:
        st.button(
            f"As of {day_words(day)}. Go to the last day of the range, {day_words(last)}",
            on_click=go_to,
            args=("",),
            icon=":material/last_page:",
        )
    st.caption(charted.DISCLAIMER)
    links.to("borders", "What the borders on the map mean")


def choose(actor_id: str) -> None:
    """Take the actor that was chosen on the map; none clears the choice."""
    st.session_state["focus"] = actor_id if actor_id in names.actor_names() else None
    ahead.keep_up()


def look_at(view: str) -> None:
    """Take the part of the world that the map shows."""
    st.session_state["view"] = view
    ahead.go_ahead()


def go_to(day: str) -> None:
    """Take the day at which the map stands; none is the last of the range.

    Playing starts the day before the first change, which may lie before the range.
    """
    st.session_state["at"] = max(date.fromisoformat(day), st.session_state["from"]) if day else None
    ahead.go_ahead()
