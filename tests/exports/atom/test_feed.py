"""A feed is what RFC 4287 asks for, and holds the statements of its view."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

import exports
import queries
from exports import atom
from exports.urn import urn
from tests.exports.atom.reading import ATOM, HOME, entries, every_page, feed, link, text

COLLECTION = "nagorno-karabakh"
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
VIEWS = [
    {"from_": "2020-10-01"},
    {"actor": "GEO"},
    {"issue": "nk-votes-valid"},
    {"event": "nk-runoff-2020-04-14"},
    {"from_": "2026-12-30"},
]
ONE = {"actor": "GEO", "event": "nk-runoff-2020-04-14", "issue": "nk-votes-valid"}
EVERY = pytest.mark.parametrize("view", VIEWS, ids=str)


def in_view(view):
    asked = exports.asked_of("statements", {name.rstrip("_"): [text] for name, text in view.items()})
    return [row for table in asked.tables() for row in table.to_pylist()]


@EVERY
def test_a_feed_has_what_the_standard_asks_for(view):
    for page in every_page(**view):
        assert page.tag == f"{ATOM}feed"
        assert text(page, "id").startswith("urn:uuid:")
        assert text(page, "title")
        assert re.fullmatch(TIME, text(page, "updated"))
        assert text(page.find(f"{ATOM}author"), "name")
        assert link(page, "self").startswith(f"{HOME}feed.atom")
        for entry in entries(page):
            assert text(entry, "id").startswith("urn:uuid:")
            assert text(entry, "title")
            assert re.fullmatch(TIME, text(entry, "updated"))
            assert text(entry, "published") <= text(entry, "updated") <= text(page, "updated")
            assert link(entry, "alternate")
            assert entry.find(f"{ATOM}content").get("type") == "html"


@EVERY
def test_all_pages_together_hold_each_statement_once(view):
    pages = every_page(**view)
    found = [text(entry, "id") for page in pages for entry in entries(page)]
    assert len({*found}) == len(found)
    assert {*found} == {urn(COLLECTION, row["statement_id"]) for row in in_view(view)}
    assert all(len(entries(page)) == 100 for page in pages[:-1])


def test_statements_that_nothing_happened_to_stand_in_the_order_of_the_pages():
    found = [text(entry, "id") for page in every_page(issue="nk-votes-valid") for entry in entries(page)]
    rows = queries.run(
        "statements_in_view",
        **dict.fromkeys(queries.contract("statements_in_view").parameters)
        | {"issue_id": "nk-votes-valid", "sort": "newest", "offset": 0},
    ).to_pylist()
    assert found == [urn(COLLECTION, row["statement_id"]) for row in rows]


def test_an_entry_says_who_what_when_and_on_what_it_rests():
    (entry,) = entries(feed(**ONE))
    assert text(entry, "title") == "Georgia: Not recognised (Votes held in Nagorno-Karabakh before 2024)"
    said = text(entry, "content")
    for part in ("15 April 2020", "Ministry of Foreign Affairs", "did not recognise the second round"):
        assert part in said
    assert 'Reported by the press: <a href="https://www.azernews.az/karabakh/164123.html">' in said
    assert "AzerNews (Azerbaijan), 15 April 2020" in said
    terms = [(each.get("term"), each.get("label")) for each in entry.findall(f"{ATOM}category")]
    assert terms[1:] == [("statement", "Statement"), ("oppose", "Oppose")]
    assert terms[0][0] == "nk-votes-valid"


def test_an_entry_leads_to_the_page_that_shows_the_statement_as_it_is_now():
    (entry,) = entries(feed(**ONE))
    address = urlsplit(link(entry, "alternate"))
    assert address.path == "/statements"
    assert parse_qs(address.query) == {"issue": ["nk-votes-valid"], "statement": ["2020-04-15-geo-nk-votes-valid"]}


def test_a_feed_of_a_named_version_leads_to_that_version():
    version = queries.run("collection")["data_version"][0].as_py()
    page = feed(actor="GEO", data=version)
    for address in (link(entries(page)[0], "alternate"), link(page, "self"), link(page, "alternate")):
        assert parse_qs(urlsplit(address).query)["data"] == [version]


def pages_of_all():
    return -(-queries.run("count_statements")["count_statements"][0].as_py() // 100)


def test_pages_lead_to_each_other():
    first, second, last = feed(1), feed(2), feed(pages_of_all())
    assert parse_qs(urlsplit(link(first, "next")).query) == {"page": ["2"]}
    assert link(first, "previous") is None
    assert link(second, "previous") == link(first, "self") == f"{HOME}feed.atom"
    assert link(second, "first") == link(first, "first")
    assert link(last, "next") is None
    assert link(last, "self") == link(first, "last")


def test_a_page_that_is_not_there_is_refused():
    with pytest.raises(exports.Unusable, match="There is no page 2: the last one is 1"):
        feed(2, actor="GEO")


def test_an_empty_view_is_a_feed_too():
    page = feed(actor="GEO", to="1990-01-01")
    assert not entries(page)
    assert re.fullmatch(TIME, text(page, "updated"))


def test_ids_hold_for_every_host_and_however_the_filters_were_written():
    here = feed(actor=["GEO", "ARM"], issue="every-issue")
    there = feed(1, "http://localhost:8501/below/", actor=["ARM", "GEO", "ARM"])
    assert text(here, "id") == text(there, "id") != text(feed(actor="GEO"), "id")
    assert [text(entry, "id") for entry in entries(here)] == [text(entry, "id") for entry in entries(there)]
    assert link(there, "self") == "http://localhost:8501/below/feed.atom?actor=ARM&actor=GEO"


def test_ids_are_these_for_good():
    assert text(feed(), "id") == "urn:uuid:39adbf85-8af8-5612-853f-55bd1c31f1b0"
    assert text(feed(actor="GEO"), "id") == "urn:uuid:7bf1497f-991e-5784-a7f1-4f25a3023a5d"
    assert text(entries(feed(**ONE))[0], "id") == "urn:uuid:de115947-d8c5-5a7b-bc4d-c9a0046ba692"


def test_a_feed_says_its_rights_and_shows_the_icon_of_the_app():
    page = feed()
    assert "Creative Commons Attribution 4.0" in text(page, "rights")
    assert text(page, "icon") == f"{HOME}{atom.ICON}"
    assert text(page, "generator") == "Démarche"
    assert text(feed(actor="GEO"), "subtitle") == "Dates: 1988 to 2026; Issue: Every issue; Actors: Georgia"
