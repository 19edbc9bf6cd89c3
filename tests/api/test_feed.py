"""The feed over HTTP: whom it answers, what it refuses, and when it says that nothing is new."""

from datetime import timedelta
from email.utils import format_datetime, parsedate_to_datetime
from xml.etree import ElementTree as ET

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

import queries
from api import feed
from tests.exports.atom.reading import ATOM, entries, link, text

GEORGIA = "/feed.atom?actor=GEO&issue=nk-votes-valid"


@pytest.fixture(scope="module")
def client():
    with TestClient(Starlette(routes=[*feed.ROUTES, Mount("/below", routes=feed.ROUTES)])) as client:
        yield client


def test_a_feed_is_answered_as_atom(client):
    answer = client.get(GEORGIA)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/atom+xml"
    assert answer.headers["access-control-allow-origin"] == "*"
    page = ET.fromstring(answer.content)
    assert page.tag == f"{ATOM}feed"
    assert entries(page)
    assert link(page, "self") == "http://testserver/feed.atom?actor=GEO&issue=nk-votes-valid"


def test_links_hold_below_a_prefix(client):
    page = ET.fromstring(client.get(f"/below{GEORGIA}").content)
    assert link(page, "alternate").startswith("http://testserver/below/statements?")
    assert client.get(text(page, "icon")).content.startswith(b"\x89PNG")


def test_the_second_page_is_another_one(client):
    first, second = client.get("/feed.atom"), client.get("/feed.atom?page=2")
    assert link(ET.fromstring(first.content), "next").endswith("/feed.atom?page=2")
    assert {text(each, "id") for each in entries(ET.fromstring(first.content))}.isdisjoint(
        text(each, "id") for each in entries(ET.fromstring(second.content))
    )
    assert first.headers["etag"] != second.headers["etag"]


def test_who_has_the_feed_is_told_that_nothing_is_new(client):
    answer = client.get(GEORGIA)
    tag, modified = answer.headers["etag"], answer.headers["last-modified"]
    for headers in ({"if-none-match": tag}, {"if-none-match": f'"other", {tag}'}, {"if-modified-since": modified}):
        again = client.get(GEORGIA, headers=headers)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag


def test_who_has_an_older_one_is_sent_the_new_one(client):
    modified = client.get(GEORGIA).headers["last-modified"]
    older = format_datetime(parsedate_to_datetime(modified) - timedelta(seconds=1), usegmt=True)
    for headers in (
        {"if-none-match": '"other"'},
        {"if-none-match": '"other"', "if-modified-since": modified},
        {"if-modified-since": older},
        {"if-modified-since": "yesterday"},
        {"if-modified-since": "Mon, 01 Jan 99999 00:00:00 GMT"},
    ):
        assert client.get(GEORGIA, headers=headers).status_code == 200


def test_two_views_and_two_hosts_have_tags_of_their_own(client):
    tags = [client.get(path).headers["etag"] for path in (GEORGIA, "/feed.atom?actor=GEO", f"/below{GEORGIA}")]
    assert len({*tags}) == 3


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("actor=NOBODY", "actor"),
        ("colour=red", "colour"),
        ("from=2021-01-01&to=2020-01-01", "from"),
        ("raw=yes", "raw"),
        ("page=0", "page"),
        ("page=2&page=3", "page"),
        ("page=" + "9" * 5000, "page"),
        ("page=999", "page"),
        ("page=²", "page"),
        ("limit=5", "limit"),
    ],
    ids=lambda text: text[:30],
)
def test_what_cannot_be_used_is_refused_by_name(client, query, parameter):
    answer = client.get(f"/feed.atom?{query}")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["parameter"] == parameter


def test_a_version_that_was_not_kept_is_not_found(client):
    assert client.get("/feed.atom?data=000000000000").status_code == 404


def test_a_named_version_is_followed_in_links(client):
    version = queries.run("collection")["data_version"][0].as_py()
    page = ET.fromstring(client.get(f"{GEORGIA}&data={version}").content)
    assert link(page, "self").endswith(f"data={version}&issue=nk-votes-valid")
