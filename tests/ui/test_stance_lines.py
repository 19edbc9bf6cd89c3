"""What the room of the lines promises besides the lines: what a run hands over, and who hears of a choice."""

import pytest
import streamlit as st

from tests.charts.pictures import caption
from tests.charts.stances import drawn, lane, said
from ui import picture_files, stance_files, stance_lines

DRAWING = drawn(lane(said("2003-05-17", "oppose")))


@pytest.fixture
def mounted(monkeypatch):
    calls = []
    monkeypatch.setattr(stance_lines, "_mount", lambda **arguments: calls.append(arguments))
    heard: list[str] = []
    stance_lines.show(DRAWING, "2003-05-17-oppose", heard.append, key="lines-of-one")
    [call] = calls
    return call, heard


def test_a_run_hands_over_the_drawing_and_the_choice(mounted):
    call, _ = mounted
    assert call["key"] == "lines-of-one"
    assert call["data"] == {"drawing": DRAWING, "chosen": "2003-05-17-oppose"}


@pytest.mark.parametrize("value", ["2003-05-17-oppose", ""])
def test_what_the_lines_report_reaches_who_asked(mounted, monkeypatch, value):
    call, heard = mounted
    monkeypatch.setattr(st, "session_state", {"lines-of-one": {"choose": value}})
    call["on_choose_change"]()
    assert heard == [value]


@pytest.mark.parametrize("report", [{}, {"choose": None}, {"choose": ["x"]}, {"choose": 7}])
def test_what_no_lines_would_report_is_not_passed_on(mounted, monkeypatch, report):
    call, heard = mounted
    monkeypatch.setattr(st, "session_state", {"lines-of-one": report})
    call["on_choose_change"]()
    assert heard == []


def test_the_picture_to_take_away_is_drawn_from_the_same_drawing_when_it_is_asked_for(monkeypatch):
    offered = []
    monkeypatch.setattr(picture_files, "offer", lambda *arguments: offered.append(arguments))
    stance_files.offer("Positions over time: Ruritania", "ruritania", DRAWING, caption())
    [(what, stem, draw, said_round)] = offered
    assert (what, stem, said_round) == ("Positions over time: Ruritania", "ruritania", caption())
    svg = draw()
    assert "17 May 2003: Not recognised" in svg
    assert caption().title in svg
    assert picture_files.file(draw, said_round, "svg") == svg.encode()
    assert picture_files.file(draw, said_round, "png").startswith(b"\x89PNG")
