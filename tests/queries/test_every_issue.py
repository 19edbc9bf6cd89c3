"""Every issue in one question gives what each issue gives alone, on drawn collections and on the real one."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings

from queries import answer, contract
from tests.queries import drawn
from tests.queries.asked import answers, any_question
from tests.queries.drawn_filters import position_filters
from tests.queries.filled import fill
from tests.queries.made import said, tables

EVERYONE = dict.fromkeys(contract("positions_on_every_issue").parameters)


def one_by_one(connection, asked):
    """The rows of every issue by its own question, with the columns that say which issue it is."""
    issues = connection.cursor().sql("from issues order by issue_id").to_arrow_table().to_pylist()
    rows = []
    for issue in issues:
        labels = {stance: issue[f"{stance}_label"] for stance in ("support", "oppose", "neutral")}
        named = {"issue_id": issue["issue_id"], "issue_title": issue["title"]}
        told = answer(connection, "positions_as_of", asked | {"issue_id": issue["issue_id"]}).to_pylist()
        rows += [named | row | {"stance_label": labels.get(row["stance"])} for row in told]
    return rows


@settings(max_examples=40)
@given(drawn.collections, position_filters)
def test_on_drawn_collections_each_issue_is_as_if_asked_alone(scratch, made, asked):
    fill(scratch, made)
    every = {name: asked[name] for name in EVERYONE}
    assert answer(scratch, "positions_on_every_issue", every).to_pylist() == one_by_one(scratch, every)


@pytest.mark.parametrize("stances", [["oppose"], ["neutral"], []])
def test_a_filter_for_stances_shows_a_contested_position_with_either_side(scratch, stances):
    sides = said("FRA", "2020-04-15"), said("FRA", "2020-04-15", "oppose"), said("GBR", "2020-04-15")
    fill(scratch, tables(sides))
    asked = EVERYONE | {"since": date(2020, 1, 1), "until": date(2020, 6, 30), "stances": stances}
    rows = answer(scratch, "positions_on_every_issue", asked).to_pylist()
    assert rows == one_by_one(scratch, asked)
    shown = {row["actor_id"]: row["stance"] for row in rows if row["issue_id"] == "integrity" and row["stance"]}
    assert shown == ({"FRA": "contested"} if "oppose" in stances else {})


def test_on_the_real_collection_each_issue_is_as_if_asked_alone(real, real_oracle):
    draw = Random(62243)
    questions = [any_question(draw, real_oracle) for _ in range(6)]
    every = [{name: asked[name] for name in EVERYONE} for asked in questions]
    for asked, rows in answers(real, "positions_on_every_issue", every):
        assert rows == one_by_one(real, asked), asked


def test_the_whole_collection_holds_every_actor_that_ever_took_a_position(real):
    asked = EVERYONE | {"since": date(1900, 1, 1), "until": date(2100, 1, 1)}
    rows = answer(real, "positions_on_every_issue", asked).to_pylist()
    held = {(row["actor_id"], row["issue_id"]) for row in rows if row["stance"]}
    spoken = real.cursor().sql("select distinct actor_id, issue_id from statements").fetchall()
    assert held == set(spoken)
    assert len(held) > 500
