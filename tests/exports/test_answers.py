"""An answer is the same sentence on the page of the app and away from it."""

from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs

import pytest

import exports
from api.handout.scenes import MapScene, TableScene, TimelineScene
from ui import answers as on_page

VIEWS = [
    "issue=nk-votes-valid",
    "issue=nk-votes-valid&through=EU&to=2012-01-01",
    "issue=unga-62-243",
    "issue=az-operation-2023&count=un",
    "issue=peace-treaty&actor=ARM",
    "issue=nk-votes-valid&to=1989-01-01",
    "issue=nk-votes-valid&stance=neutral",
]


@pytest.mark.parametrize("view", VIEWS)
def test_the_app_says_the_same_of_a_map(view):
    scene = MapScene(exports.asked_of("positions", parse_qs(view)))
    whole = "stance" not in view
    of_reader: Any = SimpleNamespace(is_whole=lambda: whole)
    assert scene.issue is not None
    assert scene.answer() == on_page.positions(scene.rows, scene.issue, of_reader)


@pytest.mark.parametrize("view", ["from=2020-01-01", "from=2020-03-01&to=2020-04-30", "to=1989-01-01", "kind=vote"])
def test_the_app_says_the_same_of_a_timeline(view):
    asked = exports.asked_of("events", parse_qs(view))
    scene = TimelineScene(asked)
    of_reader: Any = SimpleNamespace(since=asked.since, until=asked.until)
    assert scene.answer() == on_page.timeline(scene.bins, scene.rows, of_reader)


@pytest.mark.parametrize("view", ["", "issue=nk-votes-valid", "actor=ARM&issue=nk-votes-valid", "to=1989-01-01"])
def test_the_app_says_the_same_of_statements(view):
    scene = TableScene(exports.asked_of("statements", parse_qs(view)))
    size = scene.ask("view_size", **scene.view())[0]
    assert scene.answer() == on_page.statements(scene.ask("statements_by_stance", **scene.view()), size)
