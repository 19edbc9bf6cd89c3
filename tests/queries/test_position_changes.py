"""Changes of position are those of the rule, and lead day by day to the positions of each day."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries import answer
from tests.queries.asked import answers, any_question
from tests.queries.conftest import SPRING
from tests.queries.drawn import edges
from tests.queries.drawn_talk import positions_asked
from tests.queries.filled import fill
from tests.queries.made import member, said, tables
from tests.queries.oracle import Oracle
from tests.queries.positions_oracle import HELD, changes

WHO = ("actor_id", "actor_name", "actor_kind")


def rows_in(connection, name, asked):
    return answer(connection, name, asked).to_pylist()


def replayed(rows, day):
    """The positions on a day: each actor's last change up to it, unless from then on nothing is shown."""
    last = {row["actor_id"]: row for row in rows if day is None or row["day"] <= day}
    return [{key: row[key] for key in WHO + HELD} for _, row in sorted(last.items()) if row["stance"]]


def shown(rows):
    """What the positions of a day say of those who hold one."""
    return [{key: row[key] for key in WHO + HELD} for row in rows if row["stance"]]


def test_drawn_changes_are_those_of_the_rule_and_lead_to_the_positions_of_each_day(scratch):
    seen: Counter[str | None] = Counter()

    @given(positions_asked, st.none() | edges)
    @settings(max_examples=100, derandomize=True)
    def each_drawn(drawn, day):
        made, asked = drawn
        fill(scratch, made)
        rows = rows_in(scratch, "position_changes", asked)
        assert rows == changes(Oracle(made), asked)
        if day is None or (asked["until"] is not None and day > asked["until"]):
            day = asked["until"]
        assert replayed(rows, day) == shown(rows_in(scratch, "positions_as_of", asked | {"until": day}))
        seen.update({row["voice"] for row in rows} | {row["stance"] for row in rows})

    each_drawn()
    # No voice and no stance: from that day on nothing is shown.
    cases = "own", "borrowed", "support", "oppose", "neutral", "contested", None
    assert {case: seen[case] for case in cases if seen[case] < 1} == {}


def test_changes_on_the_real_records_are_those_of_the_rule(real, real_oracle):
    draw = Random(1994)
    hidden = moved = 0
    for asked, rows in answers(real, "position_changes", [any_question(draw, real_oracle) for _ in range(50)]):
        assert rows == changes(real_oracle, asked), asked
        hidden += sum(row["stance"] is None for row in rows)
        moved += len(rows) - len({row["actor_id"] for row in rows})
    assert hidden >= 4
    assert moved > 600


def test_changes_of_the_real_records_lead_to_the_positions_of_any_day(real, real_oracle):
    draw = Random(300)
    long = [any_question(draw, real_oracle) | {"until": date(2026, 1, 31)} for _ in range(40)]
    for asked, rows in answers(real, "position_changes", long):
        first = asked["since"] or date(1988, 1, 1)
        days = [first + timedelta(draw.randint(-1, (asked["until"] - first).days)) for _ in range(3)]
        for one_day, told in answers(real, "positions_as_of", [asked | {"until": day} for day in days]):
            assert replayed(rows, one_day["until"]) == shown(told), one_day


@pytest.fixture
def changes_of(scratch):
    """Fill the collection and ask for the changes of spring 2020: day, actor and the statements that decide from it."""

    def told(*statements, memberships=(), through=("EU",), **asked):
        made = tables(statements, memberships)
        fill(scratch, made)
        question = SPRING | {"through": list(through)} | asked
        rows = rows_in(scratch, "position_changes", question)
        assert rows == changes(Oracle(made), question)
        return [(f"{row['day']:%m-%d}", row["actor_id"], row["statement_ids"]) for row in rows]

    return told


def test_a_position_changes_on_the_day_from_which_a_statement_counts(changes_of):
    spoken = said("FRA", "2020-04-10", precision="month"), said("FRA", "2020-05-01", "oppose")
    assert changes_of(*spoken) == [("04-30", "FRA", ["s00"]), ("05-01", "FRA", ["s01"])]


def test_saying_the_same_again_is_a_change_of_what_decides(changes_of):
    assert len(changes_of(said("FRA", "2020-04-10"), said("FRA", "2020-04-11"))) == 2


def test_what_is_said_on_one_day_is_one_change(changes_of):
    both = said("FRA", "2020-04-10"), said("FRA", "2020-04-10", "oppose")
    assert changes_of(*both) == [("04-10", "FRA", ["s00", "s01"])]


def test_what_was_said_before_the_range_is_no_change_and_its_last_day_is_within(changes_of):
    spoken = said("FRA", "2019-12-31"), said("FRA", "2020-06-30"), said("FRA", "2020-07-01")
    assert changes_of(*spoken) == [("06-30", "FRA", ["s01"])]


def test_changes_come_in_order_of_day_and_actor(changes_of):
    spoken = said("GBR", "2020-04-10"), said("VAT", "2020-04-09"), said("FRA", "2020-04-10")
    assert [actor for _, actor, _ in changes_of(*spoken)] == ["VAT", "FRA", "GBR"]


def test_an_own_statement_takes_the_place_of_a_borrowed_voice_and_later_ones_of_the_lender_change_nothing(changes_of):
    spoken = said("EU", "2020-02-01"), said("FRA", "2020-03-01"), said("EU", "2020-04-01", "oppose")
    told = changes_of(*spoken, memberships=[member("FRA", "EU")], actors=["FRA"])
    assert told == [("02-01", "FRA", ["s00"]), ("03-01", "FRA", ["s01"])]


def test_each_organisation_that_speaks_changes_what_its_members_borrow(changes_of):
    spells = [member("FRA", "EU"), member("FRA", "OSCE"), member("GBR", "EU", "1973-01-01", "2020-01-31")]
    spoken = said("EU", "2020-01-31"), said("OSCE", "2020-02-01", "oppose"), said("EU", "2020-03-01")
    told = changes_of(*spoken, memberships=spells, actors=["FRA", "GBR"], through=["EU", "OSCE"])
    assert told == [
        ("01-31", "FRA", ["s00"]),
        ("01-31", "GBR", ["s00"]),
        ("02-01", "FRA", ["s00", "s01"]),
        ("03-01", "FRA", ["s01", "s02"]),
    ]


def test_words_that_a_filter_hides_end_a_borrowed_voice_once(changes_of):
    spoken = (
        said("EU", "2020-02-01"),
        *(said("FRA", f"2020-03-0{day}", evidence=[("press", "source-a")]) for day in (1, 2)),
        said("FRA", "2020-04-01"),
    )
    told = changes_of(*spoken, memberships=[member("FRA", "EU")], actors=["FRA"], attributions=["direct"])
    assert told == [("02-01", "FRA", ["s00"]), ("03-01", "FRA", None), ("04-01", "FRA", ["s03"])]


def test_nothing_shown_is_never_the_first_that_is_told(changes_of):
    hidden = said("FRA", "2020-03-01", evidence=[("press", "source-a")])
    assert changes_of(hidden, attributions=["direct"]) == []
    assert changes_of(said("FRA", "2020-03-01", "oppose"), said("FRA", "2020-04-01"), stances=["support"]) == [
        ("04-01", "FRA", ["s01"])
    ]


def test_a_stance_that_is_filtered_out_ends_what_is_shown_until_it_comes_back(changes_of):
    stances = ["support", "oppose", "neutral", "support"]
    spoken = [said("FRA", f"2020-03-0{day}", stance) for day, stance in enumerate(stances, start=1)]
    told = changes_of(*spoken, stances=["support"])
    assert told == [("03-01", "FRA", ["s00"]), ("03-02", "FRA", None), ("03-04", "FRA", ["s03"])]


def test_a_voice_that_is_switched_off_changes_nothing_by_itself(changes_of):
    spoken = said("FRA", "2020-03-01"), said("FRA", "2020-03-02", "oppose", evidence=[("listed", "source-a")])
    assert changes_of(*spoken, voices=["statement"]) == [("03-01", "FRA", ["s00"])]
