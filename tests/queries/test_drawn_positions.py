"""Positions, row for row, are those of the rule: on drawn collections, and on the real one."""

from collections import Counter
from random import Random

from hypothesis import given, settings

from queries import answer
from tests.queries.asked import answers, any_question
from tests.queries.dates import exists_from, exists_until, last_day, member_from, member_until
from tests.queries.drawn import collections
from tests.queries.drawn_filters import position_filters
from tests.queries.filled import fill
from tests.queries.oracle import Oracle
from tests.queries.positions_oracle import positions

SILENCES = {
    "outside these filters",
    "did not exist yet",
    "no longer existed",
    "took no part in the vote",
    "no position found",
    "not searched",
}
EVERY_VALUE: dict[str, set[object]] = {
    "voice": {None, "own", "borrowed"},
    "stance": {None, "support", "oppose", "neutral", "contested"},
    "attribution": {None, "direct", "press", "listed"},
    "is_vote": {None, True, False},
    "silence": {None, *SILENCES},
}


def positions_in(connection, asked):
    return answer(connection, "positions_as_of", asked).to_pylist()


def count_answers(seen, rows):
    """Count in how many answers each value of a column stands at least once."""
    for column in EVERY_VALUE:
        seen.update((column, value) for value in {row[column] for row in rows})


def assert_each_was_seen(seen, least):
    """What was drawn shows the rule only where every value came up, and often."""
    cases = {(column, value) for column, values in EVERY_VALUE.items() for value in values}
    assert {case: seen[case] for case in cases if seen[case] < least} == {}
    assert set(seen) == cases


def test_drawn_positions_are_those_of_the_rule(scratch):
    seen: Counter[tuple[str, object]] = Counter()

    @given(collections, position_filters)
    @settings(max_examples=150, derandomize=True)
    def each_drawn(made, asked):
        fill(scratch, made)
        rows = positions_in(scratch, asked)
        assert rows == positions(Oracle(made), asked)
        count_answers(seen, rows)

    each_drawn()
    assert_each_was_seen(seen, least=3)


def test_positions_on_the_real_records_are_those_of_the_rule(real, real_oracle):
    draw = Random(2020)
    seen: Counter[tuple[str, object]] = Counter()
    for asked, rows in answers(real, "positions_as_of", [any_question(draw, real_oracle) for _ in range(400)]):
        assert rows == positions(real_oracle, asked), asked
        count_answers(seen, rows)
    assert_each_was_seen(seen, least=8)


def test_the_built_tables_derive_dates_and_memberships_as_the_rule_says(real_oracle):
    for row in real_oracle.tables["memberships"]:
        assert row["is_full"] == (row["role"] in ("member", "elected member"))
        assert row["member_from"] == member_from(row["joined"])
        assert row["member_until"] == member_until(row["left"])
    for row in real_oracle.tables["actors"]:
        assert row["exists_from"] == exists_from(row["founded"])
        assert row["exists_until"] == exists_until(row["dissolved"])
    joinable = sorted({organisation for _, organisation in real_oracle.spells})
    for row in real_oracle.tables["statements"]:
        assert row["counts_on"] == last_day(row["date"], row["date_precision"])
        expected = [x for x in joinable if real_oracle.is_member(row["actor_id"], x, row["counts_on"])]
        assert row["organisations"] == expected
