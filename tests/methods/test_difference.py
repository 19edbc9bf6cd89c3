"""What moved between two days turns the positions of the first into those of the second, and is named rightly."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from methods.difference import apply, difference
from tests.queries.asked import answers, any_question
from tests.queries.filled import oracle_of, real_collection
from tests.queries.positions_oracle import HELD

CHANGES = {"new", "changed", "reaffirmed", "no new evidence", "gone", "silent"}
FIRST_DAY, LAST_DAY = date(1988, 2, 1), date(2026, 1, 31)


@pytest.fixture(scope="module")
def real():
    return real_collection()


@pytest.fixture(scope="module")
def oracle(real):
    return oracle_of(real)


def pairs_of_days(draw, oracle, count):
    """The same question on an earlier and a later day, under one rule and from one first day."""
    for _ in range(count):
        asked = any_question(draw, oracle)
        spoken = [row["counts_on"] for row in oracle.on_issue[asked["issue_id"]]]
        days = sorted(draw.choice(spoken) + timedelta(draw.choice([-1, 0, 0, 40])) for _ in range(2))
        yield from (asked | {"until": day} for day in days)


def named(before, after):
    """What happened to a position, from the list in docs/method.md#two-dates."""
    held, holds = ((row or {}).get("stance") is not None for row in (before, after))
    if held and holds:
        if before["stance"] != after["stance"]:
            return "changed"
        same = set(before["statement_ids"]) == set(after["statement_ids"])
        return "no new evidence" if same else "reaffirmed"
    return "gone" if held else "new" if holds else "silent"


def test_differences_of_two_days_turn_the_first_into_the_second_and_are_named_as_the_rule_says(real, oracle):
    asked = answers(real, "positions_as_of", [*pairs_of_days(Random(2023), oracle, 250)])
    seen: Counter[str] = Counter()
    for (question, before), (_, after) in zip(asked, asked, strict=True):
        differences = difference(before, after)
        assert apply(before, differences) == after, question
        first, second = ({row["actor_id"]: row for row in rows} for rows in (before, after))
        assert [row["actor_id"] for row in differences] == sorted({*first, *second})
        for row in differences:
            pair = first.get(row["actor_id"]), second.get(row["actor_id"])
            assert (row["before"], row["after"]) == pair
            assert row["change"] == named(*pair)
        assert apply(before, [row for row in differences if row["change"] != "no new evidence"]) == after
        seen.update({row["change"] for row in differences})
    assert set(seen) == CHANGES
    assert min(seen.values()) >= 8


def test_the_last_day_compared_with_itself_shows_no_new_evidence(real, oracle):
    asked = any_question(Random(1), oracle) | {"since": None, "until": LAST_DAY, "issue_id": "nk-votes-valid"}
    ((_, rows),) = answers(real, "positions_as_of", [asked | dict.fromkeys(("actors", "members_of", "stances"))])
    changes = {row["change"] for row in difference(rows, rows)}
    assert changes == {"no new evidence", "silent"}


def position(actor="FRA", stance="support", ids=("s00",), **more):
    """A row of positions, of which only what a difference looks at is filled."""
    row = {"actor_id": actor, "actor_name": f"Name of {actor}", "actor_kind": "state", "iso3": actor, "silence": None}
    return row | dict.fromkeys(HELD) | {"stance": stance, "voice": "own", "statement_ids": [*ids]} | more


def silent(actor="FRA", silence="not searched"):
    return position(actor) | dict.fromkeys(HELD) | {"silence": silence}


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (None, position(), "new"),
        (silent(), position(), "new"),
        (position(), position(stance="oppose", ids=["s01"]), "changed"),
        (position(), position(stance="contested", ids=["s00", "s01"]), "changed"),
        (position(), position(ids=["s01"]), "reaffirmed"),
        (position(), position(ids=["s00", "s01"]), "reaffirmed"),
        (position(ids=["s00"], voice="borrowed"), position(ids=["s01"]), "reaffirmed"),
        (position(), position(), "no new evidence"),
        (position(), None, "gone"),
        (position(), silent(silence="outside these filters"), "gone"),
        (silent(), silent(), "silent"),
        (silent(silence="did not exist yet"), silent(), "silent"),
        (None, silent(), "silent"),
        (silent(), None, "silent"),
    ],
)
def test_each_difference_has_its_name(before, after, change):
    first, second = ([row] if row else [] for row in (before, after))
    (row,) = difference(first, second)
    assert (row["change"], row["before"], row["after"]) == (change, before, after)
    assert (row["actor_id"], row["actor_name"], row["actor_kind"]) == ("FRA", "Name of FRA", "state")
    assert apply(first, [row]) == second


def test_actors_come_in_order_of_their_ids_whatever_the_order_of_the_rows():
    before, after = [position("GBR"), position("FRA")], [position("VAT"), position("GBR"), position("ABK")]
    differences = difference(before, after)
    assert [row["actor_id"] for row in differences] == ["ABK", "FRA", "GBR", "VAT"]
    assert [row["actor_id"] for row in apply(before, differences)] == ["ABK", "GBR", "VAT"]


def test_neither_day_is_altered_by_comparing():
    before, after = [position()], [position(stance="oppose")]
    apply(before, difference(before, after))
    assert (before, after) == ([position()], [position(stance="oppose")])
