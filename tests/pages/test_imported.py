"""Every page answers on whatever an importer brought in, with its gaps: no events, no languages, no quotations."""

import json
from datetime import UTC, datetime

import pytest

import exports
import queries
from data.importers import gdelt, table, unvotes
from data.importers.__main__ import bring
from tests.data.importers import gdelt_exports, rolls, sheets
from tests.pages import seen
from tests.pages.test_every_page import page
from ui import frame, matrix_rows
from ui.sitemap import PLACES

# An actor who speaks in each.
ACTORS = {"events": "RUS", "rolls": "USA", "sheet": "GEO"}


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """One collection a format."""
    home = tmp_path_factory.mktemp("imported")
    rows = [gdelt_exports.row(), gdelt_exports.row(**gdelt_exports.KIND)]
    paths = {
        "events": (gdelt, gdelt_exports.write(home / gdelt_exports.NAME, rows)),
        "rolls": (unvotes, rolls.write_unvotes(home / "unvotes")),
        "sheet": (table, sheets.write_csv(home / "sheet.csv")),
    }
    for name, (importer, path) in paths.items():
        assert bring(importer, path, home / "collections" / name, False) == 0
    return {name: home / "collections" / name for name in paths}


def components(app, name):
    return [each.proto for each in app.get("bidi_component") if each.proto.component_name == name]


@pytest.mark.parametrize("name", ACTORS)
@pytest.mark.parametrize("place", PLACES)
def test_every_page_stands(served, monkeypatch, place, name):
    monkeypatch.setattr(queries, "served", lambda: {name: served[name]})
    app = page(place, {"who": ACTORS[name], "q": "the"})
    assert not app.exception
    assert not app.error
    assert seen.words(app)


def test_the_dates_to_choose_are_none_of_another_collection(served, monkeypatch):
    assert "2020 war" in page("statements", {}).pills[0].options
    monkeypatch.setattr(queries, "served", lambda: {"rolls": served["rolls"]})
    assert page("statements", {}).pills[0].options == ["All years", "1999 to 2008"]


def test_what_a_page_says_of_itself_is_true_of_this_collection(served, monkeypatch):
    monkeypatch.setattr(queries, "served", lambda: {"sheet": served["sheet"]})
    said = " ".join(seen.words(page("data", {})))
    assert "3 statements on 2 issues, resting on" in said
    assert "Licence: Licence not stated<" in said
    assert "Statements that somebody collected in a sheet of their own" in said
    assert "Made from: A sheet that somebody brought in<" in said
    assert "in our own words" not in said
    assert "Nagorno-Karabakh" not in said
    assert "We hold no full text; there are links and summaries." in " ".join(seen.words(page("source", {})))
    events = page("event", {})
    assert "holds no event" in " ".join(seen.words(events))
    assert not [box for box in events.selectbox if box.key == "event"]
    assert not events.dataframe


def test_the_page_about_the_data_leads_to_what_they_were_made_from_and_to_the_licence(served, monkeypatch):
    monkeypatch.setattr(queries, "served", lambda: {"rolls": served["rolls"]})
    said = " ".join(element.body for element in page("data", {}).get("html"))
    assert "<strong>Roll calls of the UN General Assembly.</strong> How states voted" in said
    assert "<a href='https://github.com/dgrtwo/unvotes' rel='noopener'>unvotes, R package by" in said
    assert "Licence: <a href='https://opensource.org/license/mit' rel='noopener'>MIT License" in said
    about = exports.asked_of("statements", {}).about("", datetime(2026, 11, 30, tzinfo=UTC), 0)
    assert about.method.startswith("How states voted")
    assert about.made_from[1].startswith("Erik Voeten: ")


def test_a_roll_call_is_no_list_of_others(served, monkeypatch):
    monkeypatch.setattr(queries, "served", lambda: {"rolls": served["rolls"]})
    (answer,) = [text for text in seen.words(page("source", {"read": "unga-3"})) if "class='answer'" in text]
    assert "rest on this source" in answer
    assert "only named in a list" not in answer


@pytest.mark.parametrize("place", ["matrix", "actor"])
def test_more_issues_than_anybody_could_look_at_are_counted_and_not_drawn(monkeypatch, place):
    monkeypatch.setattr(matrix_rows, "MOST_ISSUES", 3)
    app = page(place, {"who": "ARM"})
    assert not app.exception
    assert any("issues are more than can be set side by side" in info.value for info in app.info)
    assert not [each for each in app.get("bidi_component") if "matrix-grid" in each.proto.id]


@pytest.mark.parametrize("place", ["map", "timeline", "statements"])
def test_more_issues_than_a_select_box_bears_are_chosen_in_a_box_of_our_own(served, monkeypatch, place):
    monkeypatch.setattr(queries, "served", lambda: {"rolls": served["rolls"]})

    def choosers():
        app = page(place, {})
        assert not app.exception
        return len(components(app, "issue-box")), len([box for box in app.selectbox if box.label == "Issue"])

    assert choosers() == (0, 1)
    monkeypatch.setattr(frame, "MOST_OPTIONS", 2)
    assert choosers() == (1, 0)


def test_the_strip_below_the_map_is_sent_no_events(served, monkeypatch):
    monkeypatch.setattr(queries, "served", lambda: {"rolls": served["rolls"]})
    (strip,) = components(page("map", {}), "time-line")
    assert json.loads(strip.json)["drawing"]["bars"]
    assert json.loads(strip.json)["drawing"]["lanes"] is None
