"""An article under review: places in two ways of counting, what a page may report, what is held, what is said."""

from contextlib import suppress
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as some

from desk.articles import Proposal
from ui import held, review_words
from ui.parameters import defaults
from ui.places import place_at, unit_at
from ui.review import Submitted, begun, span
from ui.review_rows import DECISIONS, Row, UnusableRow, row

FOUNDING = Path(__file__).parents[2] / "data" / "texts" / "azernews-2020-04-15-geo.txt"
TEXT = "🌍 Ankara said no. Later Paris said 𝔫𝔬 too."
SUBMITTED = Submitted(TEXT, "Two capitals", date(2020, 4, 15), "en")
WHOLE = Row(1, 0, 5, actor="FRA", issue="nk-votes-valid", stance="oppose", date="2020-04-15")
json = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture(autouse=True)
def session(monkeypatch):
    monkeypatch.setattr(st, "session_state", defaults())


def proposal(**more):
    cells = {
        "actor_id": "TUR",
        "speaker": "Ankara",
        "stance": "oppose",
        "kind": "reported",
        "date": None,
        "date_basis": None,
        "start": 2,
        "end": 16,
        "excerpt": TEXT[2:16],
        "rule": "reported clause",
        "cues": ("said",),
        "confidence": 0.7,
        "issue_id": "nk-votes-valid",
    }
    return Proposal(**cells | more)


@given(some.text(), some.data())
def test_places_are_the_same_in_both_ways_of_counting(text, data):
    at = data.draw(some.integers(0, len(text)))
    assert place_at(text, unit_at(text, at)) == at


def test_a_place_within_a_character_counts_to_the_one_before():
    assert [place_at("a🌍b", unit) for unit in range(5)] == [0, 1, 1, 2, 3]


def test_proposals_stand_in_the_order_of_the_text_with_their_words():
    late = proposal(actor_id="FRA", start=24, end=40)
    found = begun(SUBMITTED, [late, proposal()])
    assert [(each.key, each.actor, span(TEXT, each)) for each in found.rows] == [
        (1, "TUR", (2, 16)),
        (2, "FRA", (24, 40)),
    ]


def test_what_the_collection_does_not_know_is_left_out_or_left_open():
    strange = [proposal(actor_id="ATLANTIS"), proposal(issue_id="no-such-issue")]
    (found,) = begun(SUBMITTED, strange).rows
    assert (found.issue, found.lacks()) == ("", ("issue", "date"))


def test_a_speaker_that_is_the_actor_itself_or_one_of_a_list_is_not_named():
    listed = proposal(kind="listed", speaker="Ankara's ministry")
    told = begun(SUBMITTED, [proposal(speaker="Türkiye"), proposal(speaker="the ministry", start=3), listed])
    assert sorted((each.speaker, each.attribution) for each in told.rows) == [
        ("", "listed"),
        ("", "press"),
        ("the ministry", "press"),
    ]


def test_a_speaker_is_cut_and_written_in_one_line():
    (found,) = begun(SUBMITTED, [proposal(speaker="The\xa0foreign  ministry " + 300 * "x")]).rows
    assert found.speaker.startswith("The foreign ministry xx")
    assert len(found.speaker) == 200
    assert begun(SUBMITTED, []).take(1, [asdict(found)]).rows == (found,)


def test_what_is_undecided_is_a_review_of_its_own():
    found = begun(SUBMITTED, [proposal(), proposal(actor_id="FRA", start=24, end=40)])
    one, two = found.rows
    left = found.take(1, [asdict(replace(one, decision="dropped")), asdict(two)]).rest()
    assert left
    assert (left.rows, left.heard) == ((two,), 0)
    assert left.version != found.version
    assert found.take(1, []).rest() is None


def test_more_than_anybody_could_review_is_refused():
    with pytest.raises(ValueError, match="more than can be reviewed"):
        begun(SUBMITTED, [proposal(start=at, end=at + 1) for at in range(2_001)])


def test_a_report_is_taken_as_it_is():
    before = begun(SUBMITTED, [proposal()])
    reported = asdict(replace(before.rows[0], stance="support", date="2020-04-14", decision="accepted"))
    after = before.take(1, [reported])
    assert [each.stance for each in after.accepted()] == ["support"]
    assert after.take(1, []) == after, "a report that was heard counts once"
    assert after.take(0, []) == after


@pytest.mark.parametrize(
    "change",
    [
        {"key": -1},
        {"key": True},
        {"start": 5},
        {"end": 1_000},
        {"end": 1.5},
        {"actor": "ATLANTIS"},
        {"actor": ["FRA"]},
        {"issue": "no-such-issue"},
        {"stance": "contested"},
        {"date": "2020-02-31"},
        {"date": "20200415"},
        {"precision": "week"},
        {"kind": "rumour"},
        {"kind": ["vote"]},
        {"attribution": ""},
        {"decision": "saved"},
        {"speaker": "x" * 201},
        {"summary": "x" * 281},
        {"summary": None},
        {"is_further": "yes"},
        {"decision": "accepted", "date": ""},
    ],
)
def test_a_report_that_our_page_does_not_write_is_refused(change):
    assert row(asdict(WHOLE), 60) == WHOLE
    with pytest.raises(UnusableRow):
        row(asdict(WHOLE) | change, 60)


@given(json)
def test_no_report_breaks_it(reported):
    for each in (reported, asdict(WHOLE) | (reported if isinstance(reported, dict) else {"actor": reported})):
        with suppress(UnusableRow):
            assert row(each, 60).decision in DECISIONS


def test_of_a_date_only_what_is_known_is_kept():
    days = [replace(WHOLE, precision=known).first_day() for known in ("day", "month", "year")]
    assert days == ["2020-04-15", "2020-04-01", "2020-01-01"]


def test_two_rows_of_one_key_are_refused():
    with pytest.raises(UnusableRow):
        begun(SUBMITTED, []).take(1, [asdict(WHOLE), asdict(WHOLE)])


def near(day, issue="nk-votes-valid"):
    return [each.id for each in held.like([replace(WHOLE, actor="GEO", issue=issue, date=day)]).get(1, [])]


def test_what_is_held_within_three_days_is_found():
    known = "2020-04-15-geo-nk-votes-valid"
    assert [known in near(f"2020-04-{day}") for day in (11, 12, 15, 18, 19)] == [False, True, True, True, False]
    assert near("2020-04-15", "minsk-process") == []
    assert near("9999-12-31") == near("0001-01-01") == []


def test_a_month_is_as_near_as_its_nearest_day():
    # Held with the month alone: April 2020.
    found = held.like([replace(WHOLE, actor="DEU", issue="az-territorial-integrity", date="2020-05-03")])
    assert [each.id for each in found[1]] == ["2020-04-deu-az-territorial-integrity"]


def test_evidence_is_added_to_what_is_held_unless_the_reviewer_wants_otherwise():
    likes = [held.Held("other", "support", "Other"), held.Held("one", "oppose", "One"), held.Held("two", "oppose", "")]
    assert held.joined(WHOLE, []) == ""
    assert held.joined(WHOLE, likes) == "one"
    assert held.joined(replace(WHOLE, held="two"), likes) == "two"
    assert held.joined(replace(WHOLE, held="gone"), likes) == "one"
    assert held.joined(replace(WHOLE, held="other"), likes) == "other"
    assert held.joined(replace(WHOLE, is_further=True), likes) == ""
    assert held.joined(replace(WHOLE, stance="neutral"), likes) == ""


def test_a_source_is_known_by_its_text_or_its_address():
    text = FOUNDING.read_bytes().decode()
    address = "https://www.azernews.az/karabakh/164123.html"
    for said, url in ((text, ""), ("Other words.", address)):
        (found,) = held.sources(said, url)
        assert (found["source_id"], found["has_text"]) == ("azernews-2020-04-15-geo", said == text)
    assert held.sources("Other words.", "https://example.org/") == []


def test_a_text_that_is_held_is_known_by_its_words_whatever_white_space_a_browser_gives_them():
    text = FOUNDING.read_bytes().decode()
    assert held.as_held(text) == text
    assert held.as_held("\n" + "\t\n ".join(text.split(" ")) + " ") == text
    for other in (text.replace("Karabakh", "Karabagh", 1), text.replace("2020-04", "2020 -04", 1), "", "Other words."):
        assert held.as_held(other) == other


def test_the_summary_is_said_in_the_words_of_the_issue_unless_the_reviewer_wrote_one():
    said = "France refused to recognise the votes, Azernews reported."
    assert review_words.summary(WHOLE, "Azernews") == said
    assert review_words.written(WHOLE, "Azernews") == said
    assert review_words.written(replace(WHOLE, summary=" Mine. "), "Azernews") == "Mine."
    assert review_words.summary(replace(WHOLE, stance=""), "Azernews") == ""
    assert len(review_words.summary(WHOLE, "x" * 400)) == 280
