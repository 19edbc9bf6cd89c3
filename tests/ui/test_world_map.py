"""What the room of the map promises besides the map itself: what a run hands over, and who hears of a choice."""

from typing import Any

import pytest
import streamlit as st

from charts import shapes
from ui import world_map
from ui.vocabulary import MAP_VIEWS

DRAWING: dict[str, Any] = {"label": "A map", "classes": [], "actors": {}, "frames": None}


@pytest.fixture
def mounted(monkeypatch):
    calls = []
    monkeypatch.setattr(world_map, "_mount", lambda **arguments: calls.append(arguments))
    heard = []
    on = world_map.Callbacks(
        *(lambda value, name=name: heard.append((name, value)) for name in ("choose", "view", "day", "painted"))
    )
    world_map.show(DRAWING, world_map.MapState("europe", "FRA", "2020-04-30"), on)
    [call] = calls
    return call, heard


def test_a_run_hands_over_the_drawing_the_state_and_where_the_outlines_are(mounted):
    call, _ = mounted
    assert call["key"] == "world-map"
    assert {name: call["data"][name] for name in ("drawing", "view", "chosen", "day", "shapes")} == {
        "drawing": DRAWING,
        "view": "europe",
        "chosen": "FRA",
        "day": "2020-04-30",
        "shapes": shapes.map_url(),
    }
    assert {view["key"]: view["words"] for view in call["data"]["views"]} == MAP_VIEWS
    assert [view["box"] for view in call["data"]["views"]] == [shapes.picture()["views"][view] for view in MAP_VIEWS]


@pytest.mark.parametrize(
    ("name", "value"), [("choose", "FRA"), ("choose", ""), ("view", "pacific"), ("day", "2020-04-01")]
)
def test_what_the_map_reports_reaches_who_asked(mounted, monkeypatch, name, value):
    call, heard = mounted
    monkeypatch.setattr(st, "session_state", {"world-map": {name: value}})
    call[f"on_{name}_change"]()
    assert heard == [(name, value)]


@pytest.mark.parametrize("report", [{}, {"choose": None}, {"choose": ["FRA"]}, {"choose": 7}])
def test_what_no_map_would_report_is_not_passed_on(mounted, monkeypatch, report):
    call, heard = mounted
    monkeypatch.setattr(st, "session_state", {"world-map": report})
    call["on_choose_change"]()
    assert heard == []
