"""What is told of an actor and of an event is what the records say, for every one of them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries import answer
from tests.queries.actors_oracle import actor_facts, bodies, memberships
from tests.queries.drawn import collections
from tests.queries.events_oracle import event_facts
from tests.queries.filled import fill
from tests.queries.made import ACTORS, EVENTS, said, tables
from tests.queries.oracle import Oracle
from tests.queries.plain_rows import in_any_order, in_order, recorded_oracle

# A state that left organisations, an authority that is gone, a body, organisations, one that is named in several ways.
AT_ANY_RATE = ("GBR", "NKR", "FRA-SENATE", "OIC", "NAM-ORG", "ARMSSR-SOVIET", "TUR", "SUN")


def rows_of(connection, name, **asked):
    return answer(connection, name, asked).to_pylist()


def assert_memberships(rows, oracle, actor_id):
    """The spells are those on record, full members first, the oldest first."""
    assert in_any_order(rows) == in_any_order(memberships(oracle, actor_id)), actor_id
    # Where it is not known since when, the spell comes last.
    order = [(not row["is_full"], row["member_from"] is None, row["member_from"] or date.max) for row in rows]
    assert order == sorted(order)


def test_actors_of_the_real_records_are_told_as_recorded(real):
    oracle = recorded_oracle()
    for actor_id in [*sorted(oracle.actors)[::2], *AT_ANY_RATE]:
        assert rows_of(real, "actor_by_id", actor_id=actor_id) == [actor_facts(oracle, actor_id)]


def test_the_memberships_of_each_actor_are_those_on_record(real):
    oracle, count = recorded_oracle(), 0
    for actor_id in oracle.actors:
        rows = rows_of(real, "memberships_of_actor", actor_id=actor_id)
        assert_memberships(rows, oracle, actor_id)
        count += len(rows)
    assert count == len(oracle.tables["memberships"])


def test_the_bodies_of_each_state_are_those_on_record(real):
    oracle = recorded_oracle()
    belonging = {row["represents"] for row in oracle.actors.values() if row["represents"]}
    for actor_id in [*sorted(belonging), "ARG", "EU", "FRA-SENATE"]:
        rows = rows_of(real, "bodies_of_actor", actor_id=actor_id)
        assert in_any_order(rows) == in_any_order(bodies(oracle, actor_id))
        assert in_order(rows, "actor_name")
        assert bool(rows) == (actor_id in belonging)


def test_of_france_the_senate_and_the_assembly_are_kept_apart(real):
    rows = rows_of(real, "bodies_of_actor", actor_id="FRA")
    told = [(row["actor_id"], row["kind"], row["count_statements"]) for row in rows]
    # Typed from data/records/statements.csv.
    assert told == [("FRA-ASSEMBLY", "body", 1), ("FRA-SENATE", "body", 2)]
    (senate,) = rows_of(real, "actor_by_id", actor_id="FRA-SENATE")
    assert (senate["represents"], senate["represents_name"], senate["count_statements"]) == ("FRA", "France", 2)
    (state,) = rows_of(real, "actor_by_id", actor_id="FRA")
    assert state["count_statements"] == sum(row["actor_id"] == "FRA" for row in recorded_oracle().statements)


@given(collections, st.sampled_from(sorted(ACTORS)), st.sampled_from(sorted(EVENTS)))
@settings(max_examples=25, derandomize=True)
def test_on_drawn_collections_each_is_told_as_recorded(scratch, made, actor_id, event_id):
    # Whether anybody belongs to the actor is drawn with its name: two of these do to two others.
    belongs = {"EP": "EU", "ABK": "FRA", "XKX": "FRA"}
    made |= {"actors": [row | {"represents": belongs.get(row["actor_id"])} for row in made["actors"]]}
    fill(scratch, made)
    oracle = Oracle(made)
    assert rows_of(scratch, "actor_by_id", actor_id=actor_id) == [actor_facts(oracle, actor_id)]
    assert_memberships(rows_of(scratch, "memberships_of_actor", actor_id=actor_id), oracle, actor_id)
    found = rows_of(scratch, "bodies_of_actor", actor_id=actor_id)
    assert in_any_order(found) == in_any_order(bodies(oracle, actor_id))
    assert rows_of(scratch, "event_by_id", event_id=event_id) == [event_facts(oracle, event_id)]


def test_an_actor_was_first_heard_when_its_first_words_began_to_count(scratch):
    fill(scratch, tables([said("FRA", "2020-02-01", precision="month"), said("FRA", "2020-06-01", precision="year")]))
    (row,) = rows_of(scratch, "actor_by_id", actor_id="FRA")
    assert (row["first_date"], row["last_date"]) == (date(2020, 2, 29), date(2020, 12, 31))
    (row,) = rows_of(scratch, "actor_by_id", actor_id="GBR")
    assert (row["count_statements"], row["count_issues"], row["first_date"], row["last_date"]) == (0, 0, None, None)


@pytest.fixture(scope="module")
def events(real):
    """Every event of the real records, as it is told."""
    told = {each: rows_of(real, "event_by_id", event_id=each) for each in recorded_oracle().events}
    return {event_id: row for event_id, (row,) in told.items()}


def test_each_event_of_the_real_records_is_told_as_recorded(events):
    oracle = recorded_oracle()
    for event_id, row in events.items():
        assert row == event_facts(oracle, event_id)


def test_from_event_to_event_one_passes_through_all_of_them_in_order_of_time(events):
    (first,) = [row for row in events.values() if row["previous_id"] is None]
    passed = [first]
    while passed[-1]["next_id"]:
        passed.append(events[passed[-1]["next_id"]])
        assert passed[-1]["previous_id"] == passed[-2]["event_id"]
    assert in_order(passed, "start_date")
    assert len(passed) == len({row["event_id"] for row in passed}) == len(events)


def test_the_votes_of_spring_2020_are_neighbours(events):
    # Typed from data/records/events.csv.
    vote = events["nk-elections-2020-03-31"]
    assert (vote["previous_id"], vote["next_id"]) == ("nam-baku-2019-10", "nk-runoff-2020-04-14")
    assert events["nk-runoff-2020-04-14"]["previous_id"] == "nk-elections-2020-03-31"
    assert (vote["place"], vote["source_id"]) == ("Stepanakert / Khankendi", "armenpress-2020-04-27-bel")


@pytest.mark.parametrize(
    "name", ["actor_by_id", "bodies_of_actor", "memberships_of_actor", "position_history", "voices_of_actor"]
)
def test_of_an_actor_that_does_not_exist_nothing_is_told(real, name):
    assert rows_of(real, name, actor_id="NOBODY") == []


@pytest.mark.parametrize("name", ["event_by_id", "searches_on_event"])
def test_of_an_event_that_does_not_exist_nothing_is_told(real, name):
    assert rows_of(real, name, event_id="no-such-event") == []
