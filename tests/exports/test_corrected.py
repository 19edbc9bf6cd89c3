"""Corrections and retractions can be listed, followed and taken along: a fictional collection in three versions."""

import re
from xml.etree import ElementTree as ET

import pyarrow as pa
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import exports
import queries
from api import feed, tables
from exports import atom
from exports.corrected import corrected, statement
from exports.urn import urn
from tests.exports.atom.reading import ATOM, HOME, entries, link, text
from tests.exports.versions import CORRECTED, FIRST, NAME, REMOVED, SECOND, THIRD, serving


@pytest.fixture(scope="module")
def versions(three_built):
    """Served in its third version; gives the names of all three."""
    home, names = three_built
    with serving(home):
        yield names


@pytest.fixture(scope="module")
def client():
    with TestClient(Starlette(routes=[*feed.ROUTES, *tables.ROUTES])) as client:
        yield client


def followed(client, query=""):
    answer = client.get(f"/corrections.atom{query}")
    assert answer.status_code == 200, answer.text
    return ET.fromstring(answer.content)


def test_a_retraction_is_told_once_with_what_its_evidence_says_and_apart_from_a_correction(versions):
    retraction, correction = corrected(NAME)
    assert (retraction.day, retraction.is_retraction, retraction.statement_id) == (THIRD, True, REMOVED)
    assert [line["table"] for line in retraction.lines] == ["evidence", "statements"]
    assert (correction.day, correction.is_retraction, correction.statement_id) == (SECOND, False, CORRECTED)
    assert [line["what"] for line in correction.lines] == ["It stood as opposed."]


def test_each_leads_to_the_version_in_which_it_stood_as_before(versions):
    first, second, _ = versions
    retraction, correction = corrected(NAME)
    assert (correction.before, retraction.before) == (first, second)
    assert [row and row["summary"] for row in (statement(NAME, correction), statement(NAME, retraction))] == [
        "Yes.",
        "It took no side.",
    ]
    (before,) = queries.run_on(f"{NAME}@{first}", "statements_by_id", statement_ids=[CORRECTED]).to_pylist()
    assert before["stance"] == "oppose"


def test_an_older_version_tells_of_nothing_that_came_later(versions):
    first, second, _ = versions
    assert corrected(f"{NAME}@{first}") == []
    assert [(each.statement_id, each.before) for each in corrected(f"{NAME}@{second}")] == [(CORRECTED, first)]


def test_where_the_version_before_was_forgotten_no_link_leads_there(versions, monkeypatch):
    monkeypatch.setattr(queries, "changes", lambda _: [])
    retraction, correction = corrected(NAME)
    assert (retraction.before, correction.before) == ("", "")
    assert statement(NAME, retraction) is None


def test_the_feed_has_what_the_standard_asks_for(versions, client):
    page = followed(client)
    assert page.tag == f"{ATOM}feed"
    assert text(page, "id") == urn(NAME, "corrections")
    assert text(page, "updated") == f"{THIRD}T00:00:00Z"
    assert text(page.find(f"{ATOM}author"), "name")
    assert link(page, "self") == "http://testserver/corrections.atom"
    assert link(page, "alternate") == "http://testserver/corrections"
    for entry in entries(page):
        assert text(entry, "id").startswith("urn:uuid:")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", text(entry, "updated"))
        assert text(entry, "published") == text(entry, "updated")
        assert link(entry, "alternate")
        assert entry.find(f"{ATOM}content").get("type") == "html"


def test_an_entry_says_what_was_corrected_why_and_what_it_says_now(versions, client):
    first, second, _ = versions
    retraction, correction = entries(followed(client))
    assert text(correction, "title") == "Corrected: Ruritania: The border"
    said = text(correction, "content")
    assert "9 November 2026: It stood as opposed." in said
    assert "Why: A misreading." in said
    assert "It says now: Ruritania, 3 February 2001: For it. Yes." in said
    assert f"statement={CORRECTED}" in link(correction, "alternate")
    assert f"data={first}" in link(correction, "related")
    assert text(retraction, "title") == "Retracted: Ruritania: The border"
    assert "It said: Ruritania, February 2004: No side. It took no side." in text(retraction, "content")
    assert link(retraction, "alternate") == "http://testserver/corrections"
    assert f"data={second}" in link(retraction, "related")


def test_ids_last_from_version_to_version_and_from_host_to_host(versions, client):
    _, second, _ = versions
    (then,) = entries(followed(client, f"?data={second}"))
    _, now = entries(followed(client))
    assert text(then, "id") == text(now, "id")
    asked = exports.asked_of("corrections", {})
    elsewhere = ET.fromstring(atom.feed_of_corrections(asked, {}, HOME, 1))
    assert [text(each, "id") for each in entries(elsewhere)] == [text(each, "id") for each in entries(followed(client))]


def test_before_anything_was_corrected_the_feed_is_empty_and_as_old_as_the_first_version(versions, client):
    page = followed(client, f"?data={versions[0]}")
    assert entries(page) == []
    assert text(page, "updated") == f"{FIRST}T00:00:00Z"


def test_who_has_the_feed_is_told_that_nothing_is_new_and_an_address_that_cannot_be_used_is_refused(versions, client):
    tag = client.get("/corrections.atom").headers["etag"]
    assert tag != client.get("/feed.atom").headers["etag"]
    assert client.get("/corrections.atom", headers={"if-none-match": tag}).status_code == 304
    for query, parameter in (("actor=RUR", "actor"), ("page=2", "page"), ("raw=yes", "raw")):
        refused = client.get(f"/corrections.atom?{query}")
        assert (refused.status_code, refused.json()["parameter"]) == (422, parameter)


def test_a_long_list_comes_in_pages(versions, client, monkeypatch):
    monkeypatch.setattr(atom.corrections, "PAGE", 1)
    first, second = followed(client), followed(client, "?page=2")
    assert link(first, "next") == "http://testserver/corrections.atom?page=2"
    told = [text(entry, "title").partition(":")[0] for page in (first, second) for entry in entries(page)]
    assert told == ["Retracted", "Corrected"]


def test_the_table_holds_every_line_and_whose_statement_it_is_about(versions, client):
    asked = exports.asked_of("corrections", {})
    rows = pa.concat_tables(asked.tables()).to_pylist()
    assert asked.count() == 3
    assert [(row["table"], row["statement_id"], row["is_retracted"], row["actor_id"]) for row in rows] == [
        ("evidence", REMOVED, True, None),
        ("statements", REMOVED, True, None),
        ("statements", CORRECTED, False, "RUR"),
    ]
    assert client.get("/api/corrections").json()["rows"][2]["issue_title"] == "The border"
    lines = client.get("/api/corrections.csv").text.splitlines()
    assert len(lines) == 4
    assert {'"what"', '"why"', '"reported_by"'} <= {*lines[0].split(",")}


@pytest.mark.parametrize("hostile", ["<b>&amp;</b>\x00\x0b", "]]><script>", "a\u202eb" * 500])
def test_whatever_a_correction_says_the_feed_is_sound(versions, client, monkeypatch, hostile):
    run_on = queries.run_on

    def told(edition, name, /, **parameters):
        rows = run_on(edition, name, **parameters)
        if name != "corrections":
            return rows

        class Hostile:
            def to_pylist(self):
                return [row | {"what": hostile, "why": hostile, "id": hostile, "table": "actors", "statement_id": None,
                               "is_retracted": False} for row in rows.to_pylist()[:1]]  # fmt: skip

        return Hostile()

    monkeypatch.setattr(queries, "run_on", told)
    (entry,) = entries(ET.fromstring(atom.feed_of_corrections(exports.asked_of("corrections", {}), {}, HOME, 1)))
    assert "<script>" not in text(entry, "content")
