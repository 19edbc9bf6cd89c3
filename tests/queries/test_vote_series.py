"""How each vote held by the de facto authorities was received is what the records say, for every issue."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings

from queries import answer
from tests.queries import drawn_events
from tests.queries.events_oracle import vote_series
from tests.queries.filled import fill
from tests.queries.made import EVENTS, ISSUES, SOURCES, said, tables
from tests.queries.oracle import Oracle
from tests.queries.plain_rows import in_any_order, in_order, recorded_oracle

CASES = ("support", "oppose", "neutral", "contested", "listed True", "listed False")
LISTED = [("listed", SOURCES[0])]


def series_in(connection, issue_id):
    return answer(connection, "vote_series", {"issue_id": issue_id}).to_pylist()


def assert_series(rows, oracle, issue_id):
    """The rows are those of the rule, one vote after the other."""
    assert in_any_order(rows) == in_any_order(vote_series(oracle, issue_id)), issue_id
    assert in_order(rows, "start_date")


def test_the_series_of_votes_on_every_issue_is_that_on_record(real):
    oracle = recorded_oracle()
    counts = {}
    for issue_id in oracle.issues:
        rows = series_in(real, issue_id)
        assert_series(rows, oracle, issue_id)
        counts[issue_id] = len({row["event_id"] for row in rows})
    assert counts["nk-votes-valid"] >= 10
    assert min(counts.values()) == 0


def test_the_series_of_votes_on_drawn_collections_is_that_of_the_rule(scratch):
    seen: Counter[str] = Counter()

    @given(drawn_events.much_said)
    @settings(max_examples=40, derandomize=True)
    def each_drawn(made):
        fill(scratch, made)
        rows = series_in(scratch, ISSUES[0])
        assert_series(rows, Oracle(made), ISSUES[0])
        seen.update({row["stance"] for row in rows} | {f"listed {row['count_listed'] > 0}" for row in rows})

    each_drawn()
    assert {case: seen[case] for case in CASES if seen[case] < 2} == {}


def test_how_the_vote_of_september_2023_was_received(real):
    # Typed from data/records/statements.csv and evidence.csv.
    rows = {
        row["stance"]: row
        for row in series_in(real, "nk-votes-valid")
        if row["event_id"] == "nk-presidential-2023-09-09"
    }
    assert set(rows) == {"neutral", "oppose"}
    assert (rows["neutral"]["actor_ids"], rows["neutral"]["stance_label"]) == (["IRN"], "No judgement")
    assert rows["oppose"]["actor_ids"] == [
        *("AZE", "BGR-ASSEMBLY", "COE", "EU", "GBR", "GEO", "HUN", "KAZ", "MDA"),
        *("OIC", "OTS", "PAK", "ROU", "TUR", "TURKPA", "UKR", "USA", "UZB"),
    ]
    assert (rows["oppose"]["count_actors"], rows["oppose"]["stance_label"]) == (18, "Not recognised")


@pytest.fixture
def received(scratch):
    """How the ballot was received on the first issue, when these statements are all that is on record."""

    def by_stance(*spoken):
        made = drawn_events.with_kinds(tables(spoken), dict.fromkeys(EVENTS, "election"))
        fill(scratch, made)
        rows = [row for row in series_in(scratch, ISSUES[0]) if row["event_id"] == "ballot"]
        return {row["stance"]: (row["actor_ids"], row["count_listed"]) for row in rows}

    return by_stance


def on_ballot(actor, day, stance="support", **more):
    return said(actor, day, stance, event_id="ballot", **more)


def test_an_actor_counts_once_a_vote_by_its_latest_words_on_it(received):
    spoken = on_ballot("FRA", "2020-04-01"), on_ballot("FRA", "2020-04-15", "oppose"), on_ballot("EU", "2020-04-01")
    later = said("FRA", date(2020, 4, 30), event_id="war"), said("FRA", date(2020, 4, 30), issue_id=ISSUES[1])
    assert received(*spoken, *later) == {"oppose": (["FRA"], 0), "support": (["EU"], 0)}


def test_words_known_to_the_month_come_after_those_of_its_other_days(received):
    spoken = on_ballot("FRA", "2020-04-01", "oppose", precision="month"), on_ballot("FRA", "2020-04-15")
    assert received(*spoken) == {"oppose": (["FRA"], 0)}


def test_both_sides_on_one_day_are_contested(received):
    spoken = on_ballot("FRA", "2020-04-15", "neutral"), on_ballot("FRA", "2020-04-15"), on_ballot("FRA", "2020-04-01")
    assert received(*spoken) == {"contested": (["FRA"], 0)}


def test_listed_is_whoever_is_only_named_in_a_list_on_the_day_that_counts(received):
    spoken = on_ballot("FRA", "2020-04-15", evidence=LISTED), on_ballot("GBR", "2020-04-15", evidence=LISTED)
    own = on_ballot("GBR", "2020-04-15", evidence=[*LISTED, ("press", SOURCES[1])])
    assert received(*spoken, own) == {"support": (["FRA", "GBR"], 1)}
