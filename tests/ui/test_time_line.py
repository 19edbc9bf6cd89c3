"""What the room of the timeline promises besides the chart itself: what a run hands over, and who hears of a choice."""

from typing import Any

import pytest
import streamlit as st

from ui import time_line

DRAWING: dict[str, Any] = {"label": "A timeline", "bars": [], "lanes": []}


@pytest.fixture
def mounted(monkeypatch):
    calls = []
    monkeypatch.setattr(time_line, "_mount", lambda **arguments: calls.append(arguments))
    heard = []
    names = ("choose", "dates", "painted")
    on = time_line.Callbacks(*(lambda *values, name=name: heard.append((name, *values)) for name in names))
    state = time_line.TimeState("war", "2008-03-14", "step 7", ("1988-01-01", "2026-12-31"))
    time_line.show(DRAWING, state, on)
    [call] = calls
    return call, heard


def test_a_run_hands_over_the_drawing_and_the_state(mounted):
    call, _ = mounted
    assert call["key"] == "time-line"
    assert call["data"] == {
        "drawing": DRAWING,
        "chosen": "war",
        "day": "2008-03-14",
        "step": "step 7",
        "extent": ["1988-01-01", "2026-12-31"],
        "is_compact": False,
    }


@pytest.mark.parametrize(("name", "value"), [("choose", "war"), ("choose", ""), ("painted", "step 7")])
def test_what_the_timeline_reports_reaches_who_asked(mounted, monkeypatch, name, value):
    call, heard = mounted
    monkeypatch.setattr(st, "session_state", {"time-line": {name: value}})
    call[f"on_{name}_change"]()
    assert heard == [(name, value)]


def test_dates_reach_who_asked_as_first_and_last_day(mounted, monkeypatch):
    call, heard = mounted
    monkeypatch.setattr(st, "session_state", {"time-line": {"dates": ["2020-01-01", "2020-12-31"]}})
    call["on_dates_change"]()
    assert heard == [("dates", "2020-01-01", "2020-12-31")]


@pytest.mark.parametrize(
    "report",
    [
        {},
        {"choose": None, "dates": None},
        {"choose": ["war"], "dates": "2020-01-01"},
        {"choose": 7, "dates": ["2020-01-01"]},
        {"dates": ["2020-01-01", 7]},
        {"dates": ["2020-01-01", "2020-01-02", "2020-01-03"]},
    ],
)
def test_what_no_timeline_would_report_is_not_passed_on(mounted, monkeypatch, report):
    call, heard = mounted
    monkeypatch.setattr(st, "session_state", {"time-line": report})
    call["on_choose_change"]()
    call["on_dates_change"]()
    assert heard == []


def test_a_report_that_comes_after_the_reader_left_the_page_is_dropped(mounted, monkeypatch):
    call, heard = mounted
    monkeypatch.setattr(st, "session_state", {})
    for name in ("choose", "dates", "painted"):
        call[f"on_{name}_change"]()
    assert heard == []
