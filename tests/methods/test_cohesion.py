"""Cohesion of a group in a roll call, by hand and for every count."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methods.cohesion import attina, rice

counts = st.integers(min_value=0, max_value=1_000)


@pytest.mark.parametrize(
    ("in_favour", "against", "expected"),
    [(4, 0, 1), (0, 4, 1), (3, 1, 0.5), (39, 7, 32 / 46), (5, 5, 0), (0, 0, None)],
)
def test_rice_by_hand(in_favour, against, expected):
    assert rice(in_favour, against) == expected


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ((4, 0, 0), 1),
        ((0, 0, 25), 1),
        ((3, 1, 0), 0.5),
        ((2, 1, 1), 0),
        ((39, 7, 100), (100 - 46) / 146),
        ((6, 2, 3), 1 / 11),
        ((1, 1, 1), -1 / 3),
        ((0, 0, 0), None),
    ],
)
def test_attina_by_hand(votes, expected):
    assert attina(*votes) == pytest.approx(expected) if expected is not None else attina(*votes) is None


def test_abstentions_move_attina_and_leave_rice():
    assert (rice(6, 2), attina(6, 2, 0)) == (0.5, 0.5)
    assert (rice(6, 2), attina(6, 2, 4)) == (0.5, 0)


@given(counts, counts)
def test_rice_lies_between_nought_and_one_and_knows_no_side(in_favour, against):
    index = rice(in_favour, against)
    assert index == rice(against, in_favour)
    assert (index is None) == (in_favour + against == 0)
    assert index is None or 0 <= index <= 1


@given(st.tuples(counts, counts, counts))
def test_attina_lies_between_minus_a_third_and_one_and_knows_no_order(votes):
    index = attina(*votes)
    assert {attina(*order) for order in permutations(votes)} == {index}
    assert (index is None) == (sum(votes) == 0)
    assert index is None or -1 / 3 - 1e-12 <= index <= 1
    assert (index == 1) == (sorted(votes)[:2] == [0, 0] and any(votes))


@given(counts, counts)
def test_without_abstentions_attina_is_rice(in_favour, against):
    assert attina(in_favour, against, 0) == rice(in_favour, against)


@given(counts, counts, counts, st.integers(min_value=2, max_value=9))
def test_size_alone_changes_nothing(in_favour, against, abstained, times):
    larger = attina(in_favour * times, against * times, abstained * times)
    assert larger == attina(in_favour, against, abstained)
