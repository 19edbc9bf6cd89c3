"""Agreement of two actors, by hand and for every pair."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methods.agreement import FEWEST_SHARED, Agreement, agreement

stances = st.sampled_from(["support", "oppose", "neutral", "contested", None])
actors = st.dictionaries(st.sampled_from("abcdefgh"), stances)
OPPOSITE = {"support": "oppose", "oppose": "support"}


def turned(held):
    """The same actor, had every proposition been put the other way round."""
    return {issue: OPPOSITE.get(stance, stance) for issue, stance in held.items()}


def on(*held):
    return dict(enumerate(held))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (on("support", "oppose", "neutral"), on("support", "oppose", "neutral"), Agreement(3, 3, 0, 0, 1)),
        (on("support", "oppose", "support"), on("oppose", "support", "oppose"), Agreement(3, 0, 0, 3, 0)),
        (on("support", "support", "neutral"), on("support", "neutral", "oppose"), Agreement(3, 1, 2, 0, 2 / 3)),
        (on("support", "support", "neutral", "oppose"), on(*["oppose"] * 4), Agreement(4, 1, 1, 2, 1.5 / 4)),
        (on("support", "oppose"), on("support", "oppose"), Agreement(2, 2, 0, 0, None)),
        ({}, on("support"), Agreement(0, 0, 0, 0, None)),
    ],
)
def test_pairs_by_hand(one, other, expected):
    assert agreement(one, other, fewest=3) == expected


@pytest.mark.parametrize("unsaid", ["contested", None])
def test_what_is_contested_or_unsaid_by_either_leaves_its_issue_out(unsaid):
    full, gap = on(*["support"] * 4), on(unsaid, "support", "support", "oppose")
    assert agreement(full, gap, 3) == agreement(gap, full, 3) == Agreement(3, 2, 0, 1, 2 / 3)


def test_an_issue_that_only_one_has_is_not_shared():
    assert agreement({"a": "support"}, {"b": "support"}, fewest=0) == Agreement(0, 0, 0, 0, None)


def test_five_issues_in_common_are_enough_unless_more_or_fewer_are_asked_for():
    five, four = on(*["support"] * 5), on(*["support"] * 4)
    assert agreement(five, five).index == agreement(four, four, fewest=4).index == 1
    assert agreement(four, four).index is agreement(five, five, fewest=6).index is None


@given(actors, actors)
def test_it_is_symmetric_bounded_and_counts_every_shared_issue_once(one, other):
    found = agreement(one, other)
    assert found == agreement(other, one)
    assert found.alike + found.near + found.apart == found.shared <= min(len(one), len(other))
    assert (found.index is None) == (found.shared < FEWEST_SHARED)
    assert found.index is None or 0 <= found.index <= 1


@given(actors)
def test_with_itself_an_actor_agrees_wholly(one):
    assert agreement(one, one, fewest=1).index in (1, None)


@given(actors, actors)
def test_turning_every_proposition_round_changes_nothing(one, other):
    assert agreement(turned(one), turned(other)) == agreement(one, other)


@given(actors)
def test_the_opposite_of_an_actor_agrees_by_its_neutral_stances_alone(one):
    found = agreement(one, turned(one), fewest=1)
    assert (found.alike, found.near) == (sum(stance == "neutral" for stance in one.values()), 0)
