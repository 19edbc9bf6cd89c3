"""Every page of the app names its feed, and those that can be embedded say how."""

import asyncio
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from api.base_url import SCRIPT, BackendBaseUrl
from api.discovery import Discovery
from tests.api.parsed import elements, of

PAGE = '<!doctype html><html><head><script type="module" src="x.js"></script></head><body></body></html>'


async def page(_request):
    return HTMLResponse(PAGE)


app = Discovery(BackendBaseUrl(Starlette(routes=[Route("/{place:path}", page)])))
client = TestClient(app, headers={"accept": "text/html"})


def links(address, **headers):
    found = of(client.get(address, headers=headers).text, "link")
    return {link["type"].split("/")[1].split("+")[0]: link for link in found}


def query_of(link):
    return parse_qs(urlsplit(link["href"]).query)


@pytest.mark.parametrize("place", ["", "map", "timeline", "statements"])
def test_a_page_that_can_be_embedded_says_how(place):
    found = links(f"/{place}?issue=nk-votes-valid&actor=ARM&actor=AZE")
    (url,) = query_of(found["json"])["url"]
    assert url == f"http://testserver/{place}?issue=nk-votes-valid&actor=ARM&actor=AZE"


@pytest.mark.parametrize("place", ["search", "data", "source"])
def test_other_pages_name_their_feed_alone(place):
    assert set(links(f"/{place}?issue=nk-votes-valid")) == {"atom"}


def test_a_feed_follows_the_filters_and_no_version():
    found = links("/statements?issue=nk-votes-valid&actor=ARM&data=0123456789ab&page=3&sort=actor")["atom"]
    assert found["href"] == "http://testserver/feed.atom?issue=nk-votes-valid&actor=ARM"


def test_the_feed_of_an_actor_or_an_event_is_about_that_one():
    assert query_of(links("/actor?who=ARM&issue=nk-votes-valid&actor=AZE")["atom"]) == {"actor": ["ARM"]}
    assert query_of(links("/event?event=war-2020-09-27&issue=x")["atom"]) == {"event": ["war-2020-09-27"]}
    assert query_of(links("/timeline?event=war-2020-09-27&issue=x")["atom"]) == {"issue": ["x"]}


def test_the_page_of_corrections_names_the_feed_of_corrections_whatever_is_filtered():
    found = links("/corrections?collection=x&issue=nk-votes-valid&data=0123456789ab")["atom"]
    assert found["href"] == "http://testserver/corrections.atom?collection=x"


def test_both_middlewares_leave_a_sound_page():
    text = client.get("/statements?issue=x").text
    assert [each.text for each in of(text, "script")] == [SCRIPT, ""]
    assert len(of(text, "link")) == 2


def test_a_host_that_is_none_is_not_named():
    assert links("/statements?issue=x", host="a<b>") == {}


@given(st.text("&=;%+#?/<>\"' ab", max_size=60))
def test_whatever_the_address_holds_stays_within_its_attribute(query):
    said = Discovery(app).addition(_scope(query))
    assert {each.tag for each in elements(said)} == {"link"}
    assert all(set(each.attributes) == {"rel", "type", "title", "href"} for each in elements(said))


def test_an_endless_query_is_left_out():
    said = Discovery(app).addition(_scope("issue=" + "x" * 5_000))
    assert "xxx" not in said
    assert "feed.atom" in said


def test_the_app_below_a_prefix_is_named_with_it():
    said = Discovery(app).addition(_scope("issue=x") | {"root_path": "/demarche", "path": "/demarche/statements"})
    assert "http://host/demarche/feed.atom?issue=x" in said
    assert "http%3A%2F%2Fhost%2Fdemarche%2Fstatements" in said


def _scope(query):
    headers = [(b"host", b"host"), (b"accept", b"text/html")]
    return {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": "/statements",
        "root_path": "",
        "query_string": query.encode("ascii", "replace"),
        "headers": headers,
        "server": ("host", 80),
    }


def test_data_goes_by_untouched():
    assert asyncio.iscoroutinefunction(Discovery(app).__call__)
    assert TestClient(app).get("/statements", headers={"accept": "application/json"}).text == PAGE
