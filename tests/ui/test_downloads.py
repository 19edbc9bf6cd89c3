"""A page offers its rows by links that name the very view, and every column of every file is described."""

import re
from datetime import date
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
import streamlit as st

import exports
from exports import description
from ui import downloads, home, rules
from ui.view import View

VIEW = View(date(2020, 3, 1), date(2020, 4, 30), "nk-votes-valid", [], ["EU"], [], [], [], "")
EVENT = "nk-elections-2020-03-31"


@pytest.mark.parametrize("table", [*exports.TABLES, "every issue"])
def test_every_column_of_every_file_is_described(table):
    if table == "every issue":
        asked = VIEW.only(issue="").asked("positions")
    else:
        asked = VIEW.asked(table, event=EVENT, q="vote")
    columns = description.columns(asked.edition, asked.question, asked.table)
    assert [column.name for column in columns] == asked.schema().names
    assert all(column.description for column in columns)


def test_the_file_of_positions_names_the_organisations_that_lend_their_voice():
    rule = rules.rule([], ["EU", "GUAM"], un_members_only=False)
    about = downloads.describe(VIEW.asked("positions", **rules.taken(rule)), 1)
    assert dict(about.filters)["Counting rule"] == (
        "own voice, or borrowed from EU and GUAM; mentions in lists included; all states and authorities"
    )
    assert ("Full members of", "EU") in about.filters
    for part in ("from=2020-03-01", "to=2020-04-30", "issue=nk-votes-valid", "org=EU", "through=EU&through=GUAM"):
        assert part in about.url


def test_the_file_of_reactions_is_named_for_the_event_and_says_which():
    about = downloads.describe(View.whole().asked("reactions", event=EVENT), 77)
    assert about.subject == EVENT
    assert "31 March 2020" in dict(about.filters)["Event"]
    assert EVENT in exports.file_name(about, "csv")


@pytest.mark.parametrize("table", ["statements", "positions"])
def test_the_links_of_a_page_lead_to_every_form_of_its_view(monkeypatch, table):
    drawn: list[str] = []
    monkeypatch.setattr("streamlit.html", drawn.append)
    asked = VIEW.asked(table)
    downloads.offer(asked, 3)
    addresses = [unescape(found) for found in re.findall(r"href='([^']*)' download", "".join(drawn))]
    assert {urlsplit(address).path for address in addresses} == {f"api/{table}.{form}" for form in exports.forms(table)}
    for address in addresses:
        read = exports.asked_of(table, parse_qs(urlsplit(address).query, strict_parsing=True))
        assert read == asked


def test_nothing_is_offered_where_there_is_no_row(monkeypatch):
    monkeypatch.setattr("streamlit.html", lambda *_: pytest.fail("something was offered"))
    downloads.offer(VIEW.asked("statements"), 0)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://localhost:8501", "http://localhost:8501/"),
        ("http://localhost:8501/timeline", "http://localhost:8501/"),
        ("https://example.org/news/demarche/event", "https://example.org/news/demarche/"),
        ("https://example.org/news/demarche/", "https://example.org/news/demarche/"),
    ],
)
def test_the_app_is_where_its_pages_are(monkeypatch, url, expected):
    monkeypatch.setattr(type(st.context), "url", property(lambda _: url))
    monkeypatch.delenv("DEMARCHE_URL", raising=False)
    assert home.home() == expected
    monkeypatch.setenv("DEMARCHE_URL", "https://named.example")
    assert home.home() == "https://named.example/"
