"""What is said of mentions in sentences and tables, and what the page hands to map and timeline."""

from datetime import date

import pytest
import streamlit
from hypothesis import given
from hypothesis import strategies as st

from charts.mentions import Asked, count
from ui import links, mention_answers, mention_files, mentions, naming, picture_files, tables, time_line, world_map
from ui.parameters import defaults
from ui.view import View

ASKED = Asked("karabakh", ("speech", "speeches"), date(1988, 1, 1), date(2024, 12, 31))
KINDS = {
    "ARM": "state",
    "AZE": "state",
    "FRA": "state",
    "SUN": "former_state",
    "YUG": "former_state",
    "EU": "organisation",
}
NAMES = {
    "ARM": "Armenia",
    "AZE": "Azerbaijan",
    "FRA": "France",
    "SUN": "Soviet Union",
    "YUG": "Yugoslavia",
    "EU": "Europeans",
}
SPOKEN = {("ARM", 1992): 20, ("ARM", 2024): 20, ("AZE", 1993): 40, ("FRA", 1993): 9}


def found(mentioned, spoken=SPOKEN, asked=ASKED):
    matching, here = (
        [{"actor_id": actor, "year": year, "count_documents": n} for (actor, year), n in counts.items()]
        for counts in (mentioned, spoken)
    )
    actors = [{"actor_id": each, "actor_name": NAMES[each], "kind": kind} for each, kind in KINDS.items()]
    return count(matching, here, actors, asked)


@pytest.mark.parametrize(
    ("mentioned", "said"),
    [
        (
            {("ARM", 1992): 20, ("ARM", 2024): 13, ("AZE", 1993): 30, ("FRA", 1993): 2},
            "“karabakh” stands in 65 of 89 speeches, by 3 states; Armenia (33) and Azerbaijan (30) most; "
            "first 1992, last 2024.",
        ),
        (
            {("ARM", 1992): 1, ("ARM", 2024): 1},
            "“karabakh” stands in 2 of 89 speeches, all by Armenia; first 1992, last 2024.",
        ),
        (
            {("AZE", 1993): 30, ("FRA", 1993): 2},
            "“karabakh” stands in 32 of 89 speeches, by 2 states: Azerbaijan (30) and France (2); all in 1993.",
        ),
        (
            # Equal counts are named together, or not at all.
            {("ARM", 1992): 3, ("AZE", 1993): 2, ("FRA", 1993): 2, ("EU", 1993): 1},
            "“karabakh” stands in 8 of 90 speeches, by 4 actors; Armenia (3), Azerbaijan (2) and France (2) most; "
            "first 1992, last 1993.",
        ),
        (
            {(actor, 1993): 1 for actor in KINDS},
            "“karabakh” stands in 6 of 93 speeches, by 6 actors, none in more than 1; all in 1993.",
        ),
        (
            {(actor, 1993): 1 for actor in KINDS} | {("AZE", 1993): 2},
            "“karabakh” stands in 7 of 93 speeches, by 6 actors; Azerbaijan (2) most; all in 1993.",
        ),
        ({}, "“karabakh” stands in none of 89 speeches."),
    ],
)
def test_the_answer_says_how_many_by_whom_most_and_when(mentioned, said):
    assert mention_answers.answer(found(mentioned)) == said


def test_without_documents_the_answer_says_so():
    assert mention_answers.answer(found({}, {})) == "No speech with a known actor and year lies in these dates."


@given(st.dictionaries(st.tuples(st.sampled_from([*KINDS]), st.integers(1988, 2024)), st.integers(1, 30)))
def test_whoever_has_documents_is_on_the_map_or_named_below_it(spoken):
    half = {place: number // 2 for place, number in spoken.items()}
    counted = found(half, spoken)
    said = mention_answers.undrawn(counted)
    named = {actor for actor, name in NAMES.items() if name in said}
    assert named == {actor for actor, _ in spoken if actor in ("SUN", "YUG", "EU")}
    for actor in named:
        mentioned = sum(number for (who, _), number in half.items() if who == actor)
        assert (f"{NAMES[actor]} ({mentioned:,} speech" in said) == bool(mentioned)


def test_who_is_not_on_the_map_is_counted_and_named():
    counted = found({("SUN", 1989): 2, ("YUG", 1990): 1}, SPOKEN | {("EU", 2011): 1})
    assert mention_answers.undrawn(counted) == (
        "3 actors with speeches here have no place on this map of today’s states. "
        "Mentioned by Soviet Union (2 speeches) and Yugoslavia (1 speech). Not mentioned by Europeans."
    )
    assert mention_answers.undrawn(found({("SUN", 1989): 1})).startswith("1 actor with speeches here has no place")
    assert mention_answers.undrawn(found({})) == ""


def test_the_tables_have_everybody_and_every_year_with_documents(monkeypatch):
    monkeypatch.setattr(streamlit, "session_state", defaults())
    counted = found({("ARM", 1992): 5, ("ARM", 2024): 5})
    actors = mentions.by_actor(counted)
    assert actors.to_dict("list") | {"First": [], "Last": []} == {
        "Actor": ["Armenia", "Azerbaijan", "France"],
        "Speeches that mention it": [10, 0, 0],
        "All speeches": [40, 40, 9],
        "Share, %": [25.0, 0.0, 0.0],
        "First": [],
        "Last": [],
    }
    assert tables.as_text(actors)["First"].tolist() == ["1992", "", ""]
    assert "who=ARM" in tables.as_grid(actors)["Actor"][0]
    assert mentions.by_year(counted).to_dict("list") == {
        "Year": [2024, 1993, 1992],
        "Speeches that mention it": [5, 0, 5],
        "All speeches": [20, 49, 20],
        "Share, %": [25.0, 0.0, 25.0],
    }


@pytest.fixture
def page(monkeypatch):
    """What the page hands to the components, and what they report."""
    calls, heard, state = {}, [], {"actor": ["ARM"], "view": "europe"}
    for room in (world_map, time_line):
        monkeypatch.setattr(room, "_mount", lambda **call: calls.update({call["key"]: call}))
    monkeypatch.setattr(links, "to", lambda *_, **__: None)
    monkeypatch.setattr(streamlit, "session_state", state)
    monkeypatch.setattr(naming, "linked", str)
    on = mentions.Callbacks(
        *(lambda *said, name=name: heard.append((name, *said)) for name in ("choose", "dates", "view"))
    )
    mentions.show(found({("ARM", 1992): 5}), on)
    return calls, heard, state


def test_map_and_timeline_show_the_state_of_the_page(page):
    calls, _, _ = page
    where, when = calls["mentions-map"]["data"], calls["mentions-time"]["data"]
    assert (where["view"], where["chosen"], where["day"], where["step"]) == ("europe", "ARM", None, None)
    assert where["drawing"]["actors"]["ARM"]["lines"][1].startswith("5 of 40 speeches")
    assert when["drawing"]["bars"] == [["1992-01-01", "1992-12-31", "1992", [5]]]
    assert when["chosen"] is None


def test_choices_reach_the_page(page):
    calls, heard, state = page
    state |= {
        "mentions-map": {"choose": "AZE", "view": "world"},
        "mentions-time": {"dates": ["1992-01-01", "1993-12-31"]},
    }
    calls["mentions-map"]["on_choose_change"]()
    calls["mentions-map"]["on_view_change"]()
    calls["mentions-time"]["on_dates_change"]()
    assert heard == [("choose", "AZE"), ("view", "world"), ("dates", "1992-01-01", "1993-12-31")]


def test_both_pictures_are_offered_with_title_figures_and_link(page, monkeypatch):
    offered = []
    monkeypatch.setattr(picture_files, "offer", lambda *given, **more: offered.append((*given, more)))
    monkeypatch.setattr(streamlit, "session_state", {"view": "europe"})
    view = View.whole()
    mention_files.offer(found({("ARM", 1992): 5, ("SUN", 1989): 1}), view, "http://localhost/search?q=karabakh")
    (_, stem, draw, where, key), (_, other, _, when, other_key) = offered
    assert key != other_key
    assert stem != other
    assert "karabakh" in stem
    assert where.title == "Who mentions “karabakh”?"
    assert "Soviet Union (1 speech)" in where.disclaimer
    assert when.title == "When was “karabakh” mentioned?"
    assert {where.link, when.link} == {"http://localhost/search?q=karabakh"}
    assert "5 of 40 speeches" in draw()
