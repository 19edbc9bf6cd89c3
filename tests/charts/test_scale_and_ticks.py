"""Days on a line, and the marks of the axes."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.picture.axis import ROOM
from charts.timeline.scale import Scale
from charts.timeline.ticks import count_ticks, time_ticks

LEAP = Scale(date(2020, 1, 1), date(2020, 12, 31), 100, 466)
days = st.dates(date(1988, 1, 1), date(2026, 12, 31))
scales = st.tuples(days, days).map(sorted).map(lambda span: Scale(span[0], span[1], 200, 1140))


def test_a_day_lies_where_it_begins():
    assert LEAP.start(date(2020, 1, 1)) == 100
    assert LEAP.start(date(2020, 12, 31)) == 465
    assert LEAP.noon(date(2020, 1, 11)) == 110.5


def test_a_stretch_has_both_its_days_and_is_cut_at_the_ends():
    assert LEAP.stretch(date(2020, 1, 1), date(2020, 1, 31)) == (100, 131)
    assert LEAP.stretch(date(2019, 1, 1), date(2020, 1, 1)) == (100, 101)
    assert LEAP.stretch(date(2020, 12, 31), date(2021, 5, 1)) == (465, 466)


def test_noon_stays_on_the_line():
    assert LEAP.noon(date(2019, 5, 1)) == 100
    assert LEAP.noon(date(2021, 5, 1)) == 466


@given(scales, st.data())
def test_days_lie_in_their_order(scale, data):
    one, other = sorted(data.draw(st.tuples(days, days)))
    assert scale.start(one) <= scale.start(other)
    first, last = scale.stretch(one, other)
    assert scale.left <= first <= last <= scale.right


@given(scales)
def test_ticks_are_in_the_range_with_room_for_their_words(scale):
    ticks = time_ticks(scale, ROOM)
    assert all(scale.since <= tick.day <= scale.until for tick in ticks)
    for one, other in pairwise(ticks):
        assert scale.start(other.day) - scale.start(one.day) >= min(ROOM.values())
    # Enough to read a day from: never more than a third of the line without one.
    edges = [scale.left, *(scale.start(tick.day) for tick in ticks), scale.right]
    assert max(there - here for here, there in pairwise(edges)) < (scale.right - scale.left) * 0.5 or len(ticks) < 3


def test_decades_have_years_months_have_years_below_and_days_their_month():
    decades = time_ticks(Scale(date(1988, 1, 1), date(2026, 12, 31), 0, 940), ROOM)
    assert [tick.upper for tick in decades] == ["1990", "1995", "2000", "2005", "2010", "2015", "2020", "2025"]
    assert {tick.lower for tick in decades} == {""}
    months = time_ticks(Scale(date(2019, 11, 1), date(2020, 12, 31), 0, 940), ROOM)
    assert [(tick.upper, tick.lower) for tick in months[:4]] == [
        ("Nov", "2019"),
        ("Dec", ""),
        ("Jan", "2020"),
        ("Feb", ""),
    ]
    weeks = time_ticks(Scale(date(2020, 3, 20), date(2020, 4, 30), 0, 940), ROOM)
    assert [(tick.upper, tick.lower) for tick in weeks[:4]] == [
        ("23", "Mar 2020"),
        ("30", ""),
        ("6", "Apr 2020"),
        ("13", ""),
    ]
    [single] = time_ticks(Scale(date(2020, 3, 1), date(2020, 3, 1), 0, 940), ROOM)
    assert (single.upper, single.lower) == ("1", "Mar 2020")


def test_weeks_begin_on_monday():
    weeks = time_ticks(Scale(date(2020, 9, 1), date(2020, 10, 20), 0, 940), ROOM)
    assert {tick.day.weekday() for tick in weeks} == {0}


@given(st.integers(0, 10**9), st.integers(2, 8))
def test_numbers_of_an_axis_are_round_and_reach_over_the_largest(tallest, most):
    ticks = count_ticks(tallest, most)
    steps = {there - here for here, there in pairwise(ticks)}
    assert ticks[0] == 0
    assert ticks[-1] >= max(tallest, 1)
    assert ticks[-2] < max(tallest, 1)
    assert 2 <= len(ticks) <= most + 1
    [step] = steps
    assert f"{step}".rstrip("0") in ("1", "2", "5")


@pytest.mark.parametrize(
    ("tallest", "ticks"),
    [(0, [0, 1]), (1, [0, 1]), (5, [0, 1, 2, 3, 4, 5]), (7, [0, 2, 4, 6, 8]), (367, [0, 100, 200, 300, 400])],
)
def test_there_is_no_half_statement(tallest, ticks):
    assert count_ticks(tallest) == ticks


def test_a_day_is_as_wide_as_its_share_of_the_range():
    week = Scale(date(2020, 3, 1), date(2020, 3, 7), 0, 70)
    assert week.a_day == 10
    assert week.start(week.since + timedelta(days=7)) == week.right
