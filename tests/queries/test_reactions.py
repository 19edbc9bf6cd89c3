"""Who reacted to an event, when and how is what the records say, for every event and on drawn collections."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries import answer
from tests.queries import drawn_events
from tests.queries.drawn_bins import any_filters, any_range
from tests.queries.events_oracle import reactions
from tests.queries.filled import fill
from tests.queries.made import said, tables
from tests.queries.oracle import Oracle
from tests.queries.plain_rows import in_any_order, in_order, recorded_oracle

DATES = ("since", "until")
ELECTIONS = "nk-elections-2020-03-31"


def reactions_in(connection, event_id):
    return answer(connection, "reactions_to_event", {"event_id": event_id}).to_pylist()


def assert_reactions(rows, oracle, event_id):
    """The rows are those of the rule, the earliest first, each on the last day that its date allows."""
    assert in_any_order(rows) == in_any_order(reactions(oracle, event_id)), event_id
    # Of those that count from one day, the ones known to that day come before those known to its month or year.
    keys = [(row["days_last"], -row["days_first"]) for row in rows]
    assert keys == sorted(keys)


def test_reactions_to_every_event_are_those_on_record(real):
    oracle, seen = recorded_oracle(), []
    for event_id in oracle.events:
        rows = reactions_in(real, event_id)
        assert_reactions(rows, oracle, event_id)
        seen += [row["statement_id"] for row in rows]
    assert sorted(seen) == sorted(row["statement_id"] for row in oracle.statements if row["event_id"])
    assert len(seen) > 1000


@given(drawn_events.much_said, st.sampled_from(drawn_events.SPOKEN_OF))
@settings(max_examples=25, derandomize=True)
def test_reactions_on_drawn_collections_are_those_on_record(scratch, made, event_id):
    fill(scratch, made)
    assert_reactions(reactions_in(scratch, event_id), Oracle(made), event_id)


def reactions_in_view(connection, asked, event_id):
    rows = answer(connection, "statements_on_event", asked | {"event_id": event_id}).to_pylist()
    assert in_order(rows, "counts_on")
    return in_any_order(rows)


def seen_on(oracle, asked, event_id):
    """The statements in view that react to an event, in few columns."""
    columns = ("statement_id", "actor_id", "stance", "counts_on")
    view = [row for row in oracle.in_view(asked) if row["event_id"] == event_id]
    return in_any_order([{column: row[column] for column in columns} for row in view])


def test_reactions_in_view_are_those_that_the_filters_let_pass(real):
    draw, oracle, sizes = Random(31), recorded_oracle(), []
    for _ in range(60):
        since, until = any_range(draw, oracle)
        event_id = draw.choice([row["event_id"] for row in oracle.statements if row["event_id"]])
        asked = any_filters(draw, oracle) | draw.choice([{"since": since, "until": until}, dict.fromkeys(DATES)])
        rows = reactions_in_view(real, asked, event_id)
        assert rows == seen_on(oracle, asked, event_id), (asked, event_id)
        sizes.append(len(rows))
    assert sum(size > 3 for size in sizes) > 10
    assert 0 in sizes


def test_to_an_event_that_does_not_exist_nobody_reacts(real):
    assert reactions_in(real, "no-such-event") == []


@pytest.fixture(scope="module")
def to_the_elections(real):
    """The reactions to the votes of 31 March 2020, by statement."""
    return {row["statement_id"]: row for row in reactions_in(real, ELECTIONS)}


# Typed from data/records: statements.csv for the dates, evidence.csv for sources and attributions.
@pytest.mark.parametrize(
    ("statement_id", "days", "label", "stance", "attribution", "count_sources"),
    [
        ("2020-03-30-irn-nk-votes-valid", (-1, -1), "30 March 2020", "neutral", "press", 1),
        ("2020-03-30-tur-nk-votes-valid", (-1, -1), "30 March 2020", "oppose", "direct", 3),
        ("2020-03-31-eu-nk-votes-valid", (0, 0), "31 March 2020", "oppose", "press", 2),
        ("2020-04-04-nam-org-nk-votes-valid", (4, 4), "4 April 2020", "oppose", "direct", 1),
        ("2020-04-10-rus-nk-votes-valid", (10, 10), "10 April 2020", "neutral", "press", 1),
        ("2020-04-fra-nk-votes-valid", (1, 30), "April 2020", "oppose", "listed", 1),
        ("2020-04-ukr-nk-votes-valid", (1, 30), "April 2020", "oppose", "press", 2),
        ("2020-05-eu-nk-votes-valid", (31, 61), "May 2020", "oppose", "press", 1),
    ],
)
def test_how_long_after_the_vote_of_2020_an_actor_spoke(
    to_the_elections, statement_id, days, label, stance, attribution, count_sources
):
    row = to_the_elections[statement_id]
    assert (row["days_first"], row["days_last"]) == days
    assert (row["date_label"], row["stance"]) == (label, stance)
    assert (row["attribution"], row["count_sources"]) == (attribution, count_sources)


def test_every_mention_of_april_2020_came_one_to_thirty_days_after_the_vote(to_the_elections):
    of_april = [row for row in to_the_elections.values() if row["date_label"] == "April 2020"]
    assert {(row["days_first"], row["days_last"], row["counts_on"]) for row in of_april} == {(1, 30, date(2020, 4, 30))}
    named = {"EST", "FRA", "LVA", "NATO", "OSCE", "UKR", "V4"}
    assert {row["actor_id"] for row in of_april if row["issue_id"] == "nk-votes-valid"} == named


def test_the_first_to_react_to_the_vote_of_2020_were_iran_and_turkiye_and_the_last_the_eu(to_the_elections):
    actors = [row["actor_id"] for row in to_the_elections.values()]
    assert actors[:4] == ["IRN", "TUR", "TUR", "TUR"]
    assert actors[-3:] == ["EU", "EU", "EU"]
    assert len(actors) == 77


def test_days_are_counted_from_the_first_day_of_an_event_of_months(scratch):
    spoken = (
        said("FRA", "2020-02-28", event_id="war"),
        said("FRA", "2020-03-01", event_id="war"),
        said("FRA", "2020-06-01", event_id="war", precision="year"),
        said("GBR", "2021-01-03", event_id="war"),
    )
    fill(scratch, tables(spoken))
    # The war of this collection began on 29 February 2020.
    told = [(row["days_first"], row["days_last"]) for row in reactions_in(scratch, "war")]
    assert told == [(-1, -1), (1, 1), (-59, 306), (309, 309)]
