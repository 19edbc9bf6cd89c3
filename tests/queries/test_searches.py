"""Whose reaction to an event was searched for, and what was found, is what the records say."""

from hypothesis import given, settings
from hypothesis import strategies as st

from queries import answer
from tests.queries import drawn_events
from tests.queries.events_oracle import searches
from tests.queries.filled import fill
from tests.queries.made import ISSUES, said, searched, tables
from tests.queries.oracle import Oracle
from tests.queries.plain_rows import in_any_order, recorded_oracle

ELECTIONS = "nk-elections-2020-03-31"


def searches_in(connection, event_id):
    return answer(connection, "searches_on_event", {"event_id": event_id}).to_pylist()


def assert_searches(rows, oracle, event_id):
    """The rows are those on record, the ones without result first."""
    assert in_any_order(rows) == in_any_order(searches(oracle, event_id)), event_id
    has_result = [row["found"] != "no" for row in rows]
    assert has_result == sorted(has_result)


def test_searches_on_every_event_are_those_on_record(real):
    oracle, count = recorded_oracle(), 0
    for event_id in oracle.events:
        rows = searches_in(real, event_id)
        assert_searches(rows, oracle, event_id)
        count += len(rows)
    assert count == sum(row["event_id"] is not None for row in oracle.tables["coverage"]) > 150


@given(drawn_events.much_said, st.sampled_from(drawn_events.SPOKEN_OF))
@settings(max_examples=25, derandomize=True)
def test_searches_on_drawn_collections_are_those_on_record(scratch, made, event_id):
    fill(scratch, made)
    assert_searches(searches_in(scratch, event_id), Oracle(made), event_id)


def test_whose_reaction_to_the_vote_of_2020_was_not_found(real):
    # Typed from data/records/coverage.csv.
    rows = searches_in(real, ELECTIONS)
    of = {
        found: {row["actor_id"] for row in rows if row["found"] == found} for found in ("no", "listed only", "partly")
    }
    assert of["no"] == {
        *("ABK", "CHN", "HUN", "IND", "ISR", "KAZ", "LTU", "PACE", "PMR", "POL", "SOS", "SVK", "USA"),
    }
    assert of["listed only"] == {"EST", "FRA", "LVA", "OSCE"}
    assert of["partly"] == {"V4"}
    assert {str(row["searched_on"]) for row in rows} == {"2026-11-24"}
    assert len(rows) == 33


def test_who_was_not_found_has_no_statement_on_the_vote_of_2020(real):
    for row in searches_in(real, ELECTIONS):
        assert (row["count_statements"] == 0) == (row["found"] == "no"), row["actor_id"]


def test_a_search_on_one_issue_counts_only_statements_on_it(scratch):
    spoken = said("FRA", "2020-04-15", event_id="ballot"), said("FRA", "2020-04-15", event_id="war")
    looked = searched("FRA", ISSUES[0], "ballot"), searched("FRA", ISSUES[1], "ballot"), searched("FRA", None, "ballot")
    fill(scratch, tables(spoken, coverage=looked))
    told = {row["issue_id"]: row["count_statements"] for row in searches_in(scratch, "ballot")}
    assert told == {ISSUES[0]: 1, ISSUES[1]: 0, None: 1}
