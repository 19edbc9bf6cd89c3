"""How blocs voted: SQL against a plain count from what people wrote down, on drawn collections and on the real one."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries import answer
from tests.queries import drawn
from tests.queries.filled import fill
from tests.queries.made import EVENTS, member, tables, voted
from tests.queries.oracle import Oracle

COLUMNS = {"support": "in_favour", "oppose": "against", "neutral": "abstained", None: "absent"}
SIX = [member(actor, "UN") for actor in ("FRA", "GBR", "VAT", "ABK", "XKX", "SUN")]


def by_bloc(oracle, event_id):
    """One row per organisation with two members or more among the called, straight from the header's words."""
    event = oracle.events.get(event_id)
    if event is None or event["roll_call_of"] is None:
        return []
    day = event["start_date"]
    called = {actor for actor in oracle.actors if oracle.is_member(actor, event["roll_call_of"], day)}
    votes: dict[str, str] = {}
    for row in sorted(oracle.tables["statements"], key=lambda row: row["statement_id"]):
        if row["event_id"] == event_id and row["kind"] == "vote":
            votes.setdefault(row["actor_id"], row["stance"])
    rows = []
    for organisation in oracle.actors:
        members = {actor for actor in called if oracle.is_member(actor, organisation, day)}
        counts = Counter(COLUMNS[votes.get(actor)] for actor in members)
        if len(members) >= 2:
            name = oracle.actors[organisation]["short_name"]
            row = {"organisation_id": organisation, "organisation_name": name, "members": len(members)}
            rows.append(row | {column: counts[column] for column in COLUMNS.values()})
    return sorted(rows, key=lambda row: (-row["members"], row["organisation_id"]))


@pytest.fixture
def count(scratch):
    """Fill the collection and ask for a roll call; the answer is held against the plain count."""

    def rows_of(*statements, memberships=(), event="roll-call"):
        made = tables(statements, memberships)
        fill(scratch, made)
        rows = answer(scratch, "roll_call_by_bloc", {"event_id": event}).to_pylist()
        assert rows == by_bloc(Oracle(made), event)
        return {row["organisation_id"]: tuple(row[column] for column in ("members", *COLUMNS.values())) for row in rows}

    return rows_of


def test_members_count_by_their_vote_and_the_rest_as_absent(count):
    cast = voted("FRA"), voted("GBR", stance="oppose"), voted("VAT", stance="neutral"), voted("ABK")
    eu = [member(actor, "EU") for actor in ("FRA", "GBR", "XKX")]
    assert count(*cast, memberships=SIX + eu) == {"UN": (6, 2, 1, 1, 2), "EU": (3, 1, 1, 0, 1)}


def test_who_was_not_called_counts_nowhere(count):
    eu = [member(actor, "EU") for actor in ("FRA", "GBR", "XKX")]
    called = [member("FRA", "UN"), member("GBR", "UN")]
    assert count(voted("FRA"), voted("XKX"), memberships=called + eu)["EU"] == (2, 1, 0, 0, 1)


def test_one_member_is_no_bloc(count):
    assert set(count(voted("FRA"), memberships=[*SIX, member("FRA", "EU")])) == {"UN"}


def test_membership_is_that_of_the_day_and_full(count):
    left = member("FRA", "EU", "1990", "2020-03-30"), member("GBR", "EU", "2020-04-01"), member("VAT", "EU")
    partner = member("ABK", "EU", role="partner")
    assert set(count(memberships=[*SIX, *left, partner])) == {"UN"}
    assert count(memberships=[*SIX, member("FRA", "EU", "1990", "2020-03-31"), member("VAT", "EU")])["EU"][0] == 2


def test_two_spells_on_one_day_are_one_member(count):
    again = [member("FRA", "EU"), member("FRA", "EU", "2000-01-01"), member("GBR", "EU")]
    assert count(voted("FRA"), memberships=SIX + again)["EU"] == (2, 1, 0, 0, 1)


def test_what_was_said_about_the_vote_is_no_vote(count):
    words = voted("FRA", stance="oppose", kind="statement"), voted("FRA", "second-call", "oppose")
    assert count(*words, voted("GBR"), memberships=SIX)["UN"] == (6, 1, 0, 0, 5)


@pytest.mark.parametrize("event", ["war", "no-such-event", None])
def test_an_event_without_a_roll_call_has_no_blocs(count, event):
    assert count(voted("FRA", "war"), memberships=SIX, event=event) == {}


@settings(max_examples=50)
@given(drawn.collections, st.sampled_from(["roll-call", "ballot", "second-call"]))
def test_on_drawn_collections_it_is_the_plain_count(scratch, made, event):
    fill(scratch, made)
    assert answer(scratch, "roll_call_by_bloc", {"event_id": event}).to_pylist() == by_bloc(Oracle(made), event)


def test_roll_calls_are_the_events_that_name_who_was_called(scratch):
    fill(scratch, tables())
    found = answer(scratch, "roll_calls", {}).to_pylist()
    assert [(row["event_id"], row["organisation_id"]) for row in found] == [
        ("ballot", "OSCE"),
        ("roll-call", "UN"),
        ("second-call", "UN"),
    ]
    assert [row["called_on"].isoformat() for row in found] == [EVENTS[row["event_id"]][0] for row in found]


def test_members_on_a_day_are_the_full_members_of_that_day(real, real_oracle):
    for day in (date(1993, 4, 30), date(2008, 3, 14), date(2020, 1, 31), date(2020, 2, 1), date(2026, 12, 31)):
        rows = answer(real, "members_on_day", {"until": day}).to_pylist()
        pairs = sorted((o, a) for a, o in real_oracle.spells if real_oracle.is_member(a, o, day))
        assert [(row["organisation_id"], row["actor_id"]) for row in rows] == pairs


def test_resolution_62_243_is_counted_as_the_records_have_it(real, real_oracle):
    rows = answer(real, "roll_call_by_bloc", {"event_id": "unga-62-243"}).to_pylist()
    assert rows == by_bloc(real_oracle, "unga-62-243")
    counts = {row["organisation_id"]: tuple(row[column] for column in COLUMNS.values()) for row in rows}
    assert counts["UN"] == (39, 7, 100, 46)
    assert counts["GUAM"] == (4, 0, 0, 0)
    assert len(rows) > 15
