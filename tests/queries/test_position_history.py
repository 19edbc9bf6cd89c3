"""An actor's own position over time is the one rule of positions, day by day."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries import answer, contract
from tests.queries.actors_oracle import history
from tests.queries.drawn import collections
from tests.queries.drawn_events import much_said
from tests.queries.filled import fill
from tests.queries.made import ISSUES, SOURCES, said, tables
from tests.queries.oracle import Oracle
from tests.queries.plain_rows import in_any_order, in_order, recorded_oracle
from tests.queries.positions_oracle import positions

DAY = timedelta(1)
CASES = (
    *("first", "changed", "reaffirmed", "support", "oppose", "neutral", "contested"),
    *("direct", "press", "listed", "vote True", "vote False"),
)
HELD = ("stance", "date_label", "is_vote", "attribution", "statement_ids")
NO_FILTER = dict.fromkeys(contract("positions_as_of").parameters)


def history_in(connection, actor_id):
    return answer(connection, "position_history", {"actor_id": actor_id}).to_pylist()


def assert_history(rows, oracle, actor_id):
    """The rows are those of the rule, each issue's from the first day to the last."""
    assert in_any_order(rows) == in_any_order(history(oracle, actor_id)), actor_id
    assert in_order(rows, "issue_title", "day")


def assert_position_of_day(rows, oracle, actor_id, day):
    """On each issue the last row up to a day says what the rule says of that day: own voice, no filter."""
    for issue_id in oracle.issues:
        asked = NO_FILTER | {"issue_id": issue_id, "actors": [actor_id], "until": day}
        (held,) = positions(oracle, asked) or [dict.fromkeys(HELD)]
        until_then = [row for row in rows if row["issue_id"] == issue_id and row["day"] <= day]
        told = until_then[-1] if until_then else dict.fromkeys(HELD)
        assert {key: told[key] for key in HELD} == {key: held[key] for key in HELD}, (actor_id, issue_id, day)
        if until_then:
            assert told["day"] == held["counts_on"]
            assert told["held_until"] is None or told["held_until"] >= day


@pytest.fixture(scope="module")
def histories(real):
    """The history of every actor of the real collection that ever spoke, and of some that never did."""
    spoke = {row["actor_id"] for row in recorded_oracle().statements}
    silent = sorted({*recorded_oracle().actors} - spoke)[::10]
    return {actor_id: history_in(real, actor_id) for actor_id in [*sorted(spoke), *silent]}


def test_the_history_of_every_actor_is_that_of_the_rule(histories):
    oracle = recorded_oracle()
    for actor_id, rows in histories.items():
        assert_history(rows, oracle, actor_id)
    every = [row for rows in histories.values() for row in rows]
    spoken = {(row["actor_id"], row["issue_id"], row["counts_on"]) for row in oracle.statements}
    assert len(every) == len(spoken) > 1000
    assert {row["change"] for row in every} == {"first", "changed", "reaffirmed"}
    assert sorted(each for row in every for each in row["statement_ids"]) == sorted(oracle.evidence)


def test_on_any_day_the_last_row_is_the_position_of_that_day(histories):
    draw, oracle = Random(1994), recorded_oracle()
    often = sorted(histories, key=lambda actor_id: -len(histories[actor_id]))[:60]
    for actor_id in often + draw.sample(sorted(histories), 40):
        spoken = [row["day"] for row in histories[actor_id]] or [date(2020, 4, 30)]
        for day in (draw.choice(spoken), draw.choice(spoken) - DAY, date(1988, 1, 1) + DAY * draw.randrange(14_200)):
            assert_position_of_day(histories[actor_id], oracle, actor_id, day)


def test_histories_on_drawn_collections_are_those_of_the_rule(scratch):
    seen: Counter[str] = Counter()

    @given(much_said | much_said | much_said | collections, st.sampled_from(["FRA", "FRA", "GBR", "EU"]), st.randoms())
    @settings(max_examples=50, derandomize=True)
    def each_drawn(made, actor_id, draw):
        fill(scratch, made)
        rows, oracle = history_in(scratch, actor_id), Oracle(made)
        assert_history(rows, oracle, actor_id)
        for day in {row["day"] - DAY * draw.choice([0, 0, 1]) for row in rows}:
            assert_position_of_day(rows, oracle, actor_id, day)
        seen.update({row["change"] for row in rows} | {row["stance"] for row in rows})
        seen.update({f"vote {row['is_vote']}" for row in rows} | {row["attribution"] for row in rows})

    each_drawn()
    assert {case: seen[case] for case in CASES if seen[case] < 2} == {}


def test_how_armenia_stood_on_the_territorial_integrity_of_azerbaijan(histories):
    # Typed from data/records/statements.csv: the day, what was said, whether that was new, until when it stood.
    rows = [row for row in histories["ARM"] if row["issue_id"] == "az-territorial-integrity"]
    assert [(str(row["day"]), row["stance"], row["change"], str(row["held_until"])) for row in rows] == [
        ("1991-09-23", "support", "first", "1996-12-02"),
        ("1996-12-03", "oppose", "changed", "2001-09-29"),
        ("2001-09-30", "oppose", "reaffirmed", "2006-09-06"),
        ("2006-09-07", "neutral", "changed", "2016-04-02"),
        ("2016-04-03", "oppose", "changed", "2019-08-04"),
        ("2019-08-05", "oppose", "reaffirmed", "2022-10-05"),
        ("2022-10-06", "support", "changed", "2023-05-16"),
        ("2023-05-17", "support", "reaffirmed", "2023-05-21"),
        ("2023-05-22", "support", "reaffirmed", "None"),
    ]
    assert [row["date_label"] for row in rows[1:4]] == ["3 December 1996", "September 2001", "7 September 2006"]
    (prague,) = [row for row in rows if row["day"] == date(2022, 10, 6)]
    assert prague["statement_ids"] == ["2022-10-06-arm-az-territorial-integrity"]
    assert (prague["previous_stance"], prague["previous_statement_ids"]) == (
        "oppose",
        ["2019-08-05-arm-az-territorial-integrity"],
    )


def test_an_organisation_says_nothing_in_the_history_of_its_members(scratch):
    fill(scratch, tables([said("EU", "2020-04-15"), said("FRA", "2020-04-30", "oppose")]))
    assert [row["statement_ids"] for row in history_in(scratch, "FRA")] == [["s01"]]


def test_a_contested_day_has_no_label_and_is_a_change(scratch):
    spoken = (
        said("FRA", "2020-01-01"),
        said("FRA", "2020-04-15", "oppose", evidence=[("listed", SOURCES[0])]),
        said("FRA", "2020-04-15", kind="vote"),
        said("FRA", "2020-04-01", "oppose", precision="month", kind="vote"),
        said("FRA", "2020-01-31", issue_id=ISSUES[1]),
    )
    fill(scratch, tables(spoken))
    told = [(row["stance"], row["stance_label"], row["change"]) for row in history_in(scratch, "FRA")]
    assert told == [
        ("support", "support integrity", "first"),
        ("contested", None, "changed"),
        ("oppose", "oppose integrity", "changed"),
        ("support", "support votes", "first"),
    ]
    first, contested, last, other = history_in(scratch, "FRA")
    assert (contested["previous_label"], last["previous_label"]) == ("support integrity", None)
    assert (contested["is_vote"], last["is_vote"], contested["attribution"]) == (False, True, "direct")
    assert (last["day"], last["date_label"]) == (date(2020, 4, 30), "April 2020")
    assert [first["held_until"], contested["held_until"]] == [date(2020, 4, 14), date(2020, 4, 29)]
    assert (last["held_until"], other["held_until"]) == (None, None)
