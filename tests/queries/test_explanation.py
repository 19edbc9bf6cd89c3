"""What a position came about from is what the rule says: on drawn collections, on the real one, and case by case."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings

from queries import answer
from tests.queries.asked import answers, any_question
from tests.queries.conftest import SPRING
from tests.queries.drawn_talk import explanations_asked
from tests.queries.explanation_oracle import explanation
from tests.queries.filled import fill
from tests.queries.made import member, said, tables, voted
from tests.queries.oracle import Oracle
from tests.queries.positions_oracle import positions

PARTS = {"decides", "runner-up", "overruled", "not counted"}
LISTED = [("listed", "source-a")]


def rows_in(connection, asked):
    return answer(connection, "explanation_of_position", asked).to_pylist()


def assert_it_explains(oracle, asked, rows):
    """What decides is what the map's colour rests on."""
    (row,) = positions(oracle, asked | {"actors": [asked["actor_id"]], "stances": None}) or [{"statement_ids": None}]
    decides = sorted(row["statement_id"] for row in rows if row["part"] == "decides")
    assert decides == (row["statement_ids"] or [])


def test_drawn_explanations_are_those_of_the_rule(scratch):
    seen: Counter[tuple[str, str]] = Counter()

    @given(explanations_asked)
    @settings(max_examples=120, derandomize=True)
    def each_drawn(drawn):
        made, asked = drawn
        fill(scratch, made)
        rows = rows_in(scratch, asked)
        assert rows == explanation(Oracle(made), asked)
        assert_it_explains(Oracle(made), asked, rows)
        seen.update({(row["part"], row["voice"]) for row in rows})

    each_drawn()
    assert set(seen) == {(part, voice) for part in PARTS for voice in ("own", "borrowed")}


def test_explanations_on_the_real_records_are_those_of_the_rule(real, real_oracle):
    draw = Random(1996)
    questions = []
    for _ in range(150):
        asked = any_question(draw, real_oracle)
        spoken = real_oracle.on_issue[asked["issue_id"]]
        actor = draw.choice([draw.choice(spoken)["actor_id"], draw.choice(sorted(real_oracle.actors))])
        del asked["actors"], asked["stances"]
        questions.append(asked | {"actor_id": actor})
    seen: Counter[str] = Counter()
    for asked, rows in answers(real, "explanation_of_position", questions):
        assert rows == explanation(real_oracle, asked), asked
        assert_it_explains(real_oracle, asked, rows)
        seen.update({row["part"] for row in rows})
    assert set(seen) == PARTS
    assert min(seen.values()) >= 10


@pytest.fixture
def explain(scratch):
    """Fill the collection and have the position of France in spring 2020 explained: each statement and its part."""

    def told(*statements, memberships=(), through=("EU",), **asked):
        made = tables(statements, memberships)
        fill(scratch, made)
        question = SPRING | {"through": list(through), "actor_id": "FRA"} | asked
        question = {key: question[key] for key in question if key not in ("actors", "stances")}
        rows = rows_in(scratch, question)
        assert rows == explanation(Oracle(made), question)
        assert [row["place"] for row in rows] == [*range(1, len(rows) + 1)]
        return [(row["statement_id"], row["part"]) for row in rows]

    return told


def test_the_latest_own_day_decides_the_next_is_the_runner_up_and_the_rest_is_overruled(explain):
    spoken = [said("FRA", f"2020-03-{day}") for day in ("01", "02", "02", "03", "03")]
    assert explain(*spoken) == [
        ("s03", "decides"),
        ("s04", "decides"),
        ("s01", "runner-up"),
        ("s02", "runner-up"),
        ("s00", "overruled"),
    ]


def test_organisations_are_the_runner_up_of_the_only_own_day(explain):
    spells = [member("FRA", "EU"), member("FRA", "OSCE"), member("FRA", "EP")]
    spoken = said("FRA", "2020-03-01"), said("EU", "2020-03-02"), said("OSCE", "2020-03-03"), said("EP", "2020-03-04")
    told = explain(*spoken, memberships=spells, through=["EU", "EP"])
    assert told == [("s00", "decides"), ("s03", "runner-up"), ("s02", "not counted"), ("s01", "runner-up")]


def test_organisations_are_overruled_where_an_earlier_own_day_is_the_runner_up(explain):
    spoken = said("FRA", "2020-03-01"), said("FRA", "2020-03-02"), said("EU", "2020-03-03")
    told = explain(*spoken, memberships=[member("FRA", "EU")])
    assert told == [("s01", "decides"), ("s00", "runner-up"), ("s02", "overruled")]


def test_every_organisation_that_is_on_decides_where_there_are_no_own_words(explain):
    spells = [member("FRA", "EU"), member("FRA", "OSCE")]
    spoken = said("EU", "2020-02-01", "oppose"), said("EU", "2020-03-01"), said("OSCE", "2020-03-02", "oppose")
    told = explain(*spoken, memberships=spells, through=["EU", "OSCE"])
    assert told == [("s02", "decides"), ("s01", "decides")]
    assert explain(*spoken, memberships=spells) == [("s02", "not counted"), ("s01", "decides")]


def test_of_an_organisation_the_latest_while_the_actor_was_a_member_is_weighed(explain):
    spells = [member("FRA", "EU", "1990", "2020-03-31")]
    spoken = said("EU", "2020-03-30"), said("EU", "2020-03-31"), said("EU", "2020-04-01"), said("OSCE", "2020-03-01")
    assert explain(*spoken, memberships=spells) == [("s01", "decides")]


def test_what_organisations_said_on_one_day_is_in_order_of_their_ids(explain):
    spells = [member("FRA", "EU"), member("FRA", "OSCE"), member("FRA", "EP")]
    spoken = [said(each, "2020-03-01") for each in ("OSCE", "EU", "EP", "EU")]
    told = explain(*spoken, memberships=spells, through=[])
    assert [each for each, _ in told] == ["s02", "s01", "s03", "s00"]


def test_a_voice_that_is_switched_off_keeps_its_place_and_is_not_counted(explain):
    spoken = (
        said("FRA", "2020-03-01"),
        voted("FRA"),
        said("FRA", "2020-02-01"),
        said("FRA", "2020-04-01", evidence=LISTED),
    )
    told = explain(*spoken, voices=["statement"])
    assert told == [("s03", "not counted"), ("s01", "not counted"), ("s00", "decides"), ("s02", "runner-up")]


def test_own_words_that_are_all_switched_off_overrule_organisations(explain):
    spoken = said("FRA", "2020-03-01", evidence=LISTED), said("EU", "2020-04-01")
    told = explain(*spoken, memberships=[member("FRA", "EU")], voices=["statement"])
    assert told == [("s00", "not counted"), ("s01", "overruled")]


def test_what_decides_for_an_organisation_is_listed_though_it_said_more_in_a_voice_that_is_off(explain):
    spoken = said("EU", "2020-03-01"), said("EU", "2020-03-02", "oppose", evidence=LISTED)
    told = explain(*spoken, memberships=[member("FRA", "EU")], voices=["statement"])
    assert told == [("s01", "not counted"), ("s00", "decides")]


def test_what_is_filtered_out_was_not_weighed(explain):
    spoken = (
        said("FRA", "2020-03-01"),
        voted("FRA"),
        said("FRA", "2019-12-31"),
        said("FRA", "2020-04-01", issue_id="votes"),
    )
    assert explain(*spoken, kinds=["statement"]) == [("s00", "decides")]


def test_the_words_of_another_actor_explain_nothing(explain):
    assert explain(said("GBR", "2020-03-01"), said("EU", "2020-03-01")) == []


def test_other_own_words_keep_organisations_from_being_the_runner_up_though_they_are_switched_off(explain):
    spoken = said("FRA", "2020-03-01", evidence=LISTED), said("FRA", "2020-03-02"), said("EU", "2020-03-03")
    told = explain(*spoken, memberships=[member("FRA", "EU")], voices=["statement"])
    assert told == [("s01", "decides"), ("s00", "not counted"), ("s02", "overruled")]


def test_other_own_words_keep_organisations_from_being_the_runner_up_though_they_are_filtered_out(explain):
    spoken = voted("FRA"), said("FRA", "2020-04-15"), said("EU", "2020-04-16")
    told = explain(*spoken, memberships=[member("FRA", "EU")], kinds=["statement"])
    assert told == [("s01", "decides"), ("s02", "overruled")]


def test_what_an_organisation_said_earlier_in_a_voice_that_is_off_is_not_listed(explain):
    spoken = said("EU", "2020-03-01", evidence=LISTED), said("EU", "2020-03-02")
    assert explain(*spoken, memberships=[member("FRA", "EU")], voices=["statement"]) == [("s01", "decides")]


def test_of_an_organisation_that_is_off_only_the_latest_is_listed_whatever_its_voice(explain):
    spoken = said("EU", "2020-03-01"), said("EU", "2020-03-02", evidence=LISTED)
    told = explain(*spoken, memberships=[member("FRA", "EU")], voices=["statement"], through=[])
    assert told == [("s01", "not counted")]


def test_what_a_filter_for_members_leaves_out_was_not_weighed(explain):
    spells = [member("FRA", "EU", "2020-03-02"), member("FRA", "OSCE")]
    spoken = said("FRA", "2020-03-01"), said("FRA", "2020-03-02"), said("OSCE", "2020-03-01")
    told = explain(*spoken, memberships=spells, members_of=["EU"], through=["OSCE"])
    assert told == [("s01", "decides")]


def test_what_was_said_before_an_actor_joined_the_un_is_not_counted_under_the_rule_for_its_members(explain):
    spells = [member("FRA", "UN", "2020-03-02"), member("FRA", "EU")]
    spoken = said("FRA", "2020-03-01"), said("FRA", "2020-03-02"), said("EU", "2020-03-01")
    told = explain(*spoken, memberships=spells, un_members_only=True)
    assert told == [("s01", "decides"), ("s00", "not counted"), ("s02", "not counted")]
