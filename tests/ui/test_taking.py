"""Every address that a page offers answers, whatever is set on the page."""

import re
from datetime import date
from html import unescape
from urllib.parse import urlsplit

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api import routes
from tests.pages.test_every_page import page, texts
from ui import rules, taking
from ui.view import View

PAGES = {
    "map": {"issue": "nk-votes-valid", "voice": "vote", "through": "EU", "count": "un", "view": "europe"},
    "map, compared": {"issue": "nk-votes-valid", "before": "2010-01-01"},
    "matrix": {"voice": "vote", "through": "EU", "with": "FRA"},
    "timeline": {"issue": "every-issue", "kind": "vote"},
    "statements": {"issue": "nk-votes-valid", "org": "EU", "statement": "2020-04-15-geo-nk-votes-valid"},
    "actor": {"who": "FRA"},
    "event": {"event": "nk-elections-2020-03-31"},
    "source": {"read": "azernews-2020-04-15-geo"},
    "search": {"q": "peace", "similar": "yes", "found": "source", "from": "2000-01-01"},
    "data": {},
}


@pytest.fixture(scope="module")
def client():
    with TestClient(Starlette(routes=routes.ROUTES), raise_server_exceptions=False) as client:
        yield client


def offered(body):
    """The addresses of files and embeds in a page, without those of its own pages."""
    links = re.findall(r"<a class='file' href='([^']*)'", body)
    snippets = [unescape(found) for found in re.findall(r"&lt;iframe src=&quot;(.*?)&quot; title", body)]
    # Once escaped to stand in an attribute, once more to be shown.
    return [unescape(each) for each in (*links, *snippets)]


@pytest.mark.parametrize("name", PAGES)
def test_every_file_feed_and_embed_of_a_page_is_there(client, name):
    app = page(name.partition(",")[0], PAGES[name])
    assert not app.exception
    addresses = offered("".join(texts(app)))
    assert len(addresses) >= 4
    for address in addresses:
        path, query = urlsplit(address).path.lstrip("/"), urlsplit(address).query
        answer = client.get(f"/{path}?{query}")
        assert answer.status_code == 200, (address, answer.text[:300])


def test_a_view_of_more_than_a_page_can_hold_is_offered_as_tables_only(monkeypatch):
    monkeypatch.setattr(taking, "MOST_OFFLINE", 50)
    view = View(date(2020, 3, 1), date(2020, 4, 30), "nk-votes-valid", [], [], [], [], [], "")
    asked = view.asked("positions", **rules.taken(rules.rule([], [], un_members_only=False)))
    assert asked.only(table="statements").count() == 51
    assert not taking._offline(asked)
    monkeypatch.setattr(taking, "MOST_OFFLINE", 51)
    assert taking._offline(asked)


def test_a_live_map_keeps_the_part_of_the_world_and_no_version(monkeypatch):
    monkeypatch.setattr(st, "session_state", {"view": "europe"})
    view = View(date(1988, 1, 1), date(2026, 12, 31), "nk-votes-valid", [], [], [], [], [], "")
    live, frozen = (taking._snippet(view.asked("positions"), "map", each) for each in (False, True))
    assert "view=europe" in live
    assert "data=" not in live
    assert "to=" not in live
    assert "data=" in frozen
    assert "to=2026-12-31" in frozen
