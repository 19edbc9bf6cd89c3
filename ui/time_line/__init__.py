"""What was said when, and what happened then: bars by stance and lanes of events on one axis of time.

The drawing is ours: time.html, time.css and the JavaScript below run in the page (`st.components.v2`), once for all
runs of the script; a run only hands over what is to be drawn. `ui.script` puts the modules together.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st

from charts.theme import css_variables
from ui import reports, script

MODULES = (
    "drawn/elements",
    "drawn/mounts",
    "drawn/agreement",
    "drawn/timescale",
    "drawn/ticks",
    "drawn/lettering",
    "drawn/tip",
    "bins",
    "reading",
    "words",
    "layout",
    "marks",
    "clusters",
    "rows",
    "labels",
    "ground",
    "bars",
    "lanes",
    "picture",
    "brush",
    "notes",
    "reach",
    "controls",
    "legend",
    "pointer",
    "order",
    "keyboard",
    "chart",
    "main",
)
FOLDER = Path(__file__).parent


class TimeState(NamedTuple):
    """What the page holds besides the drawing.

    Attributes:
        chosen: The chosen event.
        day: The ISO day of the map, marked by a line; none for no line.
        step: Comes back by `Callbacks.painted` when this state is painted; none is not told.
        extent: First and last ISO day of the collection; the buttons lead no further.
        is_compact: Bars, bands and axis alone, as a strip under something else.
    """

    chosen: str | None
    day: str | None
    step: str | None
    extent: tuple[str, str]
    is_compact: bool = False


class Callbacks(NamedTuple):
    """Who hears of a choice: an event's id (empty for none), first and last ISO day, the step that is painted."""

    choose: Callable[[str], None]
    dates: Callable[[str, str], None]
    painted: Callable[[str], None]


def show(drawing: Mapping[str, Any], state: TimeState, on: Callbacks, key: str = "time-line") -> None:
    """Show a drawing as a timeline that fills its column.

    Args:
        drawing: From charts.timeline: label, since, until, bin, unit, noun, stances, bars, spans, bands and lanes; or
            from charts.mentions, without lanes.
        state: What the page holds. A chosen event that only repeats what the timeline itself reported does not
            undo a newer choice.
        on: Called before the next run, as callbacks of widgets are.
        key: Keeps the timeline in the page from run to run.
    """
    _mount(
        key=key,
        data={"drawing": drawing, **state._asdict(), "extent": list(state.extent)},
        on_choose_change=partial(reports.pass_on, key, "choose", on.choose),
        on_dates_change=partial(_pass_dates_on, key, on.dates),
        on_painted_change=partial(reports.pass_on, key, "painted", on.painted),
    )


def _pass_dates_on(key: str, take: Callable[[str, str], None]) -> None:
    match reports.reported(key, "dates"):
        case [str(since), str(until)]:
            take(since, until)


_mount = st.components.v2.component(
    "time-line",
    html=(FOLDER / "time.html").read_text(),
    css=css_variables() + script.styles(FOLDER, "time"),
    js=script.joined(FOLDER, MODULES),
)
