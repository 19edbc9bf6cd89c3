"""Votes stand beside words as the rule says: on drawn collections, on the real one, and case by case."""

from collections import Counter
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings

from queries import answer
from tests.queries.asked import answers, any_range, some
from tests.queries.drawn_filters import words_filters
from tests.queries.drawn_talk import votes_and_words
from tests.queries.filled import fill
from tests.queries.made import said, tables, voted
from tests.queries.oracle import Oracle
from tests.queries.words_oracle import words_against_votes

IN_WORDS, ROLL_CALL = "integrity", "votes"


def rows_in(connection, asked):
    return answer(connection, "words_against_votes", asked).to_pylist()


def test_drawn_votes_stand_beside_the_words_of_the_rule(scratch):
    seen: Counter[tuple[str, bool]] = Counter()

    @given(votes_and_words, words_filters)
    # The same draws each time: whether every case was among them must not be a matter of luck.
    @settings(max_examples=200, derandomize=True)
    def each_drawn(made, asked):
        fill(scratch, made)
        rows = rows_in(scratch, asked)
        assert rows == words_against_votes(Oracle(made), asked)
        seen.update({(row["words_stance"], row["differ"]) for row in rows})

    each_drawn()
    plain = [differ for (stance, differ), count in seen.items() for _ in range(count) if stance != "contested"]
    assert min(seen["contested", True], plain.count(True), plain.count(False)) >= 1


def test_votes_of_the_real_records_stand_beside_the_words_of_the_rule(real, real_oracle):
    draw = Random(2008)
    issues = [None, "unga-62-243", "az-territorial-integrity", "nk-votes-valid"]
    questions = [
        any_range(draw, real_oracle)
        | {
            "issue_id": draw.choice(issues),
            "actors": draw.choice([None, some(draw, sorted(real_oracle.actors), 60)]),
        }
        for _ in range(150)
    ]
    differ = same = 0
    for asked, rows in answers(real, "words_against_votes", questions):
        assert rows == words_against_votes(real_oracle, asked), asked
        differ += sum(row["differ"] for row in rows)
        same += sum(not row["differ"] for row in rows)
    assert min(differ, same) > 100


@pytest.fixture
def beside(scratch):
    """Fill the collection and set votes beside words: actor, stance of vote and words, whether they differ."""

    def told(*statements, **asked):
        made = tables(statements)
        fill(scratch, made)
        question = dict.fromkeys(("since", "until", "issue_id", "actors")) | asked
        rows = rows_in(scratch, question)
        assert rows == words_against_votes(Oracle(made), question)
        return [(row["actor_id"], row["vote_stance"], row["words_stance"], row["differ"]) for row in rows]

    return told


def vote_of(actor, stance="support", **more):
    return voted(actor, stance=stance, issue_id=ROLL_CALL, **more)


def test_a_vote_and_words_differ_where_the_stances_do(beside):
    assert beside(vote_of("FRA", "oppose"), said("FRA", "2020-01-31")) == [("FRA", "oppose", "support", True)]
    assert beside(vote_of("FRA"), said("FRA", "2020-01-31")) == [("FRA", "support", "support", False)]


def test_those_who_differ_come_first_then_by_id(beside):
    words = [said(each, "2020-01-31") for each in ("GBR", "FRA", "VAT", "XKX")]
    votes = vote_of("FRA"), vote_of("GBR"), vote_of("VAT", "oppose"), vote_of("XKX", "neutral")
    assert [actor for actor, *_ in beside(*words, *votes)] == ["VAT", "XKX", "FRA", "GBR"]


def test_a_vote_without_words_and_words_without_a_vote_are_not_set_beside_anything(beside):
    assert beside(vote_of("FRA"), said("GBR", "2020-01-31")) == []


def test_the_latest_words_are_set_beside_the_vote_also_those_after_it(beside):
    assert beside(vote_of("FRA"), said("FRA", "2020-01-31"), said("FRA", "2021-01-03", "oppose")) == [
        ("FRA", "support", "oppose", True)
    ]


def test_contested_words_differ_and_have_no_label(beside, scratch):
    words = said("FRA", "2020-01-31"), said("FRA", "2020-01-31", "oppose")
    assert beside(vote_of("FRA"), *words) == [("FRA", "support", "contested", True)]
    (row,) = rows_in(scratch, dict.fromkeys(("since", "until", "issue_id", "actors")))
    assert (row["words_label"], row["words_statement_ids"]) == (None, ["s01", "s02"])
    assert row["vote_label"] == "support votes"


def test_votes_on_the_words_issue_are_no_words(beside):
    assert beside(vote_of("FRA"), voted("FRA", stance="oppose", issue_id=IN_WORDS)) == []


def test_words_on_the_roll_call_itself_are_neither_words_nor_a_vote(beside):
    about = said("FRA", "2020-04-15", "oppose", issue_id=ROLL_CALL)
    assert beside(vote_of("FRA"), about) == []
    assert beside(about, said("FRA", "2020-01-31")) == []


def test_words_outside_the_range_are_not_the_latest(beside):
    words = said("FRA", "2020-01-31"), said("FRA", "2020-04-10", "oppose", precision="month")
    ends = [beside(vote_of("FRA"), *words, until=date(2020, 4, day)) for day in (29, 30)]
    assert [stance for ((_, _, stance, _),) in ends] == ["support", "oppose"]
    assert beside(vote_of("FRA"), words[0], since=date(2020, 2, 1)) == []


def test_the_question_can_name_the_roll_call_or_the_words_issue_or_none(beside):
    spoken = vote_of("FRA"), said("FRA", "2020-01-31")
    assert beside(*spoken, issue_id=ROLL_CALL) == beside(*spoken, issue_id=IN_WORDS) == beside(*spoken)
    assert beside(*spoken, issue_id="another") == []


def test_only_the_actors_asked_about_are_set_beside(beside):
    spoken = [each for actor in ("FRA", "GBR") for each in (vote_of(actor), said(actor, "2020-01-31"))]
    assert [actor for actor, *_ in beside(*spoken, actors=["GBR", "EU"])] == ["GBR"]
    assert beside(*spoken, actors=[]) == []


def test_of_several_votes_the_latest_is_set_beside_the_words(beside):
    votes = vote_of("FRA", "oppose", event="second-call"), vote_of("FRA", "neutral")
    assert beside(*votes, said("FRA", "2020-01-31"))[0][1] == "oppose"


def test_vote_and_words_must_both_lie_in_the_range(beside):
    spoken = vote_of("FRA", "oppose"), said("FRA", "2020-04-15")
    assert beside(*spoken) == [("FRA", "oppose", "support", True)]
    assert beside(*spoken, since=date(2020, 4, 1)) == []
