"""Two collections beside each other: positions on issues, and texts alone, as an importer brings them in."""

import re
from datetime import date

import pytest
import streamlit as st

import queries
from data.importers import ungdc
from data.importers.__main__ import bring
from queries.collections import PARQUET
from tests.data.importers import corpus
from tests.pages import seen
from tests.pages.test_every_page import page, texts
from tests.pages.test_search import answer, counts, found
from ui import search_mentions
from ui.sitemap import PLACES

TEXTS = {"collection": "speeches"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A corpus that was brought in."""
    home = tmp_path_factory.mktemp("corpus")
    assert bring(ungdc, corpus.write_folder(home / "corpus", corpus.contents()), home / "speeches", False) == 0
    return home / "speeches"


@pytest.fixture(autouse=True)
def both(folder, monkeypatch):
    """Serve the own collection, and the corpus beside it."""
    monkeypatch.setattr(queries, "served", lambda: {"nagorno-karabakh": PARQUET, "speeches": folder})


def others(app):
    """Where the frame leads for other collections."""
    (nav,) = [text for text in texts(app) if "class='collections'" in text]
    return re.findall("href='([^']+)'", nav)


def test_each_collection_leads_to_the_other():
    assert others(page("statements", {})) == ["search?collection=speeches"]
    assert others(page("search", TEXTS)) == ["./"]


def test_a_collection_of_texts_offers_what_it_can_show():
    app = page("search", TEXTS)
    assert not app.exception
    (nav,) = [text for text in texts(app) if "class='pages'" in text]
    assert re.findall(">([^<]+)</a>", nav) == [
        place.label for place in PLACES.values() if not place.is_about_statements
    ]
    assert [box.label for box in app.multiselect] == ["Actors"]


@pytest.mark.parametrize("place", [name for name, place in PLACES.items() if place.is_about_statements])
def test_a_page_about_positions_says_that_there_are_none_and_leads_to_the_search(place):
    app = page(place, TEXTS)
    assert not app.exception
    assert "holds texts, and no positions" in app.info[0].value


@pytest.mark.parametrize("place", [name for name, place in PLACES.items() if not place.is_about_statements])
def test_every_other_page_runs(place):
    app = page(place, TEXTS)
    assert not app.exception
    assert answer(app)
    assert "hold: nothing" not in "".join(texts(app))


def test_a_text_without_the_words_says_so():
    app = page("source", TEXTS | {"read": "ungdc-ISL-48-1993", "q": "reefs"})
    assert answer(app).endswith("“reefs” is not in the text.")


def test_texts_are_found_with_who_spoke_when():
    app = page("search", TEXTS | {"q": "speak reefs"})
    assert answer(app) == "2 sources hold “speak reefs”."
    assert counts(app, "Year") == {"1993": 1, "2020": 1}
    assert "Mr. Coral, Diver" in found(app)
    narrowed = page("search", TEXTS | {"q": "speak reefs", "from": "2020-01-01"})
    assert answer(narrowed) == "1 source holds “speak reefs”."
    assert "Mr. Coral, Diver" in found(narrowed)


def test_the_map_of_a_search_counts_every_text_and_who_is_silent():
    app = page("search", TEXTS | {"q": "reefs", "show": "map", "actor": "ISL", "language": "en"})
    assert answer(app) == "“reefs” stands in 2 of 6 texts, all by Fiji; first 1993, last 2020."
    by_actor = seen.grid(app).set_index("Actor")
    assert by_actor["Texts that mention it"][["Fiji", "Iceland"]].to_list() == [2, 0]
    assert by_actor["All texts"].sum() == 6


def test_an_unknown_collection_is_the_first_one_and_is_named():
    app = page("statements", {"collection": "atlantis"})
    assert not app.exception
    assert "atlantis" in next(text for text in texts(app) if "class='warning'" in text)


def test_a_click_on_the_map_leads_to_the_passages_and_a_drag_over_the_years_takes_dates(monkeypatch):
    state: dict[str, object] = {"_edition": "speeches", "actor": [], "from": None, "to": None, "show": "map"}
    monkeypatch.setattr(st, "session_state", state)
    search_mentions.choose("FJI")
    search_mentions.look_at("1800-01-01", "1993-12-31")
    assert state == {
        "_edition": "speeches",
        "actor": ["FJI"],
        "from": date(1968, 1, 1),
        "to": date(1993, 12, 31),
        "show": "passages",
    }
    search_mentions.choose("ATLANTIS")
    assert state["actor"] == []
