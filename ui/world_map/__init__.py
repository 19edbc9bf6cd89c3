"""Who stands where, on a map that a reader can point at, walk over by keyboard, zoom and play through time.

The drawing is ours: map.html, map.css and the JavaScript below run in the page (`st.components.v2`), once for all runs
of the script; a run only hands over what is to be drawn. `ui.script` puts the modules together.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st

from charts import shapes
from charts.theme import css_variables
from ui import reports, script
from ui.vocabulary import MAP_VIEWS

MODULES = (
    "drawn/elements",
    "drawn/mounts",
    "drawn/agreement",
    "positions",
    "outlines",
    "camera",
    "viewport",
    "looks",
    "drawing",
    "marks",
    "rings",
    "names",
    "drawn/tip",
    "picture",
    "controls",
    "legend",
    "player",
    "pointer",
    "keyboard",
    "world",
    "main",
)
FOLDER = Path(__file__).parent


class MapState(NamedTuple):
    """What the reader has chosen so far: a key of `MAP_VIEWS`, an actor, and the ISO day of the frame to show.

    `step` comes back by `Callbacks.painted` when the map has painted this state; none is not told.
    """

    view: str
    chosen: str | None = None
    day: str | None = None
    step: str | None = None


class Callbacks(NamedTuple):
    """Who hears of a choice: an actor's id (empty for none), a key of `MAP_VIEWS`, an ISO day after a rest."""

    choose: Callable[[str], None]
    view: Callable[[str], None]
    day: Callable[[str], None]
    painted: Callable[[str], None]


def show(drawing: Mapping[str, Any], state: MapState, on: Callbacks, key: str = "world-map") -> None:
    """Show a drawing as a map that fills its column.

    Args:
        drawing: From charts.map: label, classes, actors and frames. The first frame holds everybody who ever changes.
        state: What the page holds to be chosen. Where it differs from the run before, the map follows; where it only
            repeats what the map itself reported, the reader's own zoom and newer choices stay.
        on: Called before the next run, as callbacks of widgets are.
        key: Keeps the map in the page from run to run.
    """
    boxes = shapes.picture()["views"]
    views = [{"key": view, "words": words, "box": boxes[view]} for view, words in MAP_VIEWS.items()]
    _mount(
        key=key,
        data={"drawing": drawing, "shapes": shapes.map_url(), "views": views, **state._asdict()},
        on_choose_change=partial(reports.pass_on, key, "choose", on.choose),
        on_view_change=partial(reports.pass_on, key, "view", on.view),
        on_day_change=partial(reports.pass_on, key, "day", on.day),
        on_painted_change=partial(reports.pass_on, key, "painted", on.painted),
    )


_mount = st.components.v2.component(
    "world-map",
    html=(FOLDER / "map.html").read_text(),
    css=css_variables() + script.styles(FOLDER, "map"),
    js=script.joined(FOLDER, MODULES),
)
