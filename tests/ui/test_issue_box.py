"""The box for hundreds of issues: what a run hands over, whose word counts, and the panels that follow a choice."""

from datetime import date

import pytest
import streamlit as st

from data.importers import unvotes
from data.importers.__main__ import bring
from tests.browser.server import running_app
from tests.data.importers import rolls
from tests.ui.test_panels import moved, on
from ui import frame, issue_box

TITLES = {"every-issue": "Every issue", "fog": "Fog", "reefs": "<b>Reefs</b>"}
MANY = range(1, frame.MOST_OPTIONS + 2)


@pytest.fixture
def state(monkeypatch):
    held = {"issue": "fog"}
    monkeypatch.setattr(st, "session_state", held)
    return held


@pytest.fixture
def mounted(state, monkeypatch):
    calls = []
    monkeypatch.setattr(issue_box, "_mount", lambda **arguments: calls.append(arguments))
    heard = []
    issue_box.show(TITLES, lambda: heard.append(state["issue"]))
    [call] = calls
    return call, heard


def test_a_run_hands_over_titles_and_choice(mounted):
    data = mounted[0]["data"]
    assert data["ids"] == [*TITLES]
    assert data["titles"] == [*TITLES.values()]
    assert data["chosen"] == "fog"


def test_a_choice_is_taken_told_and_counted(mounted, state):
    call, heard = mounted
    state["issue-box"] = {"choose": ["reefs", call["data"]["heard"] + 1]}
    call["on_choose_change"]()
    assert heard == ["reefs"]
    issue_box.show(TITLES)
    assert state["_issue_heard"] == call["data"]["heard"] + 1


@pytest.mark.parametrize(
    "report",
    [None, "reefs", 7, [], ["reefs"], ["nowhere", 1], ["", 1], [None, 1], [["reefs"], 1], ["reefs", "1"], {"reefs": 1}],
)
def test_what_no_box_would_report_changes_nothing(mounted, state, report):
    call, heard = mounted
    before = dict(state)
    state["issue-box"] = {"choose": report}
    call["on_choose_change"]()
    assert heard == []
    assert state == before | {"issue-box": {"choose": report}}


def test_a_report_from_a_page_that_was_left_changes_nothing(mounted, state):
    call, heard = mounted
    call["on_choose_change"]()
    assert heard == []
    assert state["issue"] == "fog"


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    """The app on roll calls, one more than a select box bears."""
    home = tmp_path_factory.mktemp("rolls")
    day = date(2008, 3, 4)
    sources = [(f"unga-{at}", at, 62, day, f"R/62/{at}", 0, "FOG", f"Fog of the kind {at}") for at in MANY]
    vote = {"actor_id": "FRA", "date": day, "stance": "support", "kind": "vote"}
    votes = [vote | {"statement_id": at, "source_id": f"unga-{at}"} for at in MANY]
    assert bring(unvotes, rolls.write_unvotes(home / "unvotes", sources, rows=votes), home / "many", False) == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DEMARCHE_DATA", str(home / "many"))
        with running_app() as address:
            yield address


def test_the_rest_of_the_page_follows_a_choice_when_it_is_painted_and_an_unknown_issue_none(url):
    async def look(session):
        issues = session.options["Issue"]
        assert issues[0] == "every-issue"
        assert len(issues) == len(MANY) + 1
        await session.choose("Issue", issues[7])
        assert session.is_behind
        assert f"issue={issues[7]}" in session.query
        await session.catch_up()
        assert not session.was_whole
        assert not session.is_behind
        assert moved(session)
        await session.choose("Issue", "nowhere")
        assert f"issue={issues[7]}" in session.query

    on(f"{url}/", look)
