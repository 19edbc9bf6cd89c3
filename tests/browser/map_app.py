"""A page with a map of a made drawing and nothing else: python -m streamlit run tests/browser/map_app.py."""

from functools import partial
from typing import Any

import streamlit as st

from charts import shapes
from ui import names, world_map

MARKUP = "<img src=x onerror=window.ran=1>"
CLASSES = [
    {"words": "Against", "fill": "oppose-own", "pattern": "", "ink": ""},
    {"words": f"For {MARKUP}", "fill": "support-borrowed", "pattern": "lines", "ink": "support-own"},
    {"words": "No position found", "fill": "no-position", "pattern": "", "ink": ""},
    {"words": "Not searched", "fill": "not-searched", "pattern": "", "ink": ""},
]
FRAMES: list[dict[str, Any]] = [
    {"day": "1999-12-31", "label": "31 December 1999", "count": 0, "classes": {"FRA": 2, "DEU": 2, "ITA": 2}},
    {"day": "2000-01-01", "label": "1 January 2000", "count": 2, "classes": {"FRA": 0, "DEU": 1}},
    {"day": "2001-01-01", "label": "1 January 2001", "count": 2, "classes": {"FRA": 1, "ITA": 0}},
    {"day": "2002-01-01", "label": "1 January 2002", "count": 1, "classes": {"DEU": None}},
]


def classes(issue: int) -> dict[str, int | None]:
    """The class of every actor: each in turn, from another one on for each issue."""
    picture = shapes.picture()
    places = {place["id"] for kind in ("shapes", "dots", "seats") for place in picture[kind]}
    actors = sorted(places & set(names.actor_names()))
    return {actor: (number + issue) % len(CLASSES) for number, actor in enumerate(actors)}


def drawing(issue: int, plays: bool, day: str) -> dict[str, Any]:
    """What charts.map would hand over: everybody's class on a day, and all frames."""
    found = classes(issue)
    for frame in FRAMES if plays else ():
        if frame["day"] <= day:
            found |= frame["classes"]
    actors = {
        actor: {"class": place, "lines": [names.actor_names()[actor], words(place), f"issue {issue}"]}
        for actor, place in found.items()
    }
    counted = [each | {"count": [*found.values()].count(place)} for place, each in enumerate(CLASSES)]
    frames = FRAMES if plays else None
    return {"label": "World map: somebody is against.", "classes": counted, "actors": actors, "frames": frames}


def words(place: int | None) -> str:
    """What a class is called."""
    return "Not drawn" if place is None else CLASSES[place]["words"]


def hear(name: str, value: str) -> None:
    """Keep what the map reports, as a page does."""
    st.session_state[name] = value
    st.session_state["heard"].append(f"{name} {value or 'nobody'}")


def show() -> None:
    """Draw the page."""
    for name, value in {"chosen": "", "view": "world", "day": "2001-06-01", "issue": 0, "heard": []}.items():
        st.session_state.setdefault(name, value)
    state = world_map.MapState(*(st.session_state[name] for name in ("view", "chosen", "day")))
    callbacks = world_map.Callbacks(*(partial(hear, name) for name in ("chosen", "view", "day", "painted")))
    st.title("A map")
    world_map.show(
        drawing(st.session_state["issue"], "plays" in st.query_params, st.session_state["day"]), state, callbacks
    )
    st.text(", ".join(["Heard", *st.session_state["heard"]]))
    st.button("Next issue", on_click=hear, args=("issue", st.session_state["issue"] + 1))
    st.button("Choose Italy", on_click=hear, args=("chosen", "ITA"))
    st.button("Show Europe", on_click=hear, args=("view", "europe"))
    st.html("<div style='height: 1200px'></div>")


if __name__ == "__main__":
    show()
