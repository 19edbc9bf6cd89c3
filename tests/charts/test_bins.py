"""How finely a range is counted, and how days, bins and periods are written."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.timeline import bin_days, bin_for
from charts.words import bin_words, day_words, head_words, period_words

DAY = timedelta(days=1)
days = st.dates(date(1988, 1, 1), date(2026, 12, 31))
ranges = st.tuples(days, days).map(sorted)


@pytest.mark.parametrize(
    ("since", "until", "name"),
    [
        (date(1988, 1, 1), date(2026, 1, 31), "year"),
        (date(2015, 1, 1), date(2020, 6, 30), "year"),
        (date(2016, 1, 1), date(2020, 12, 31), "month"),
        (date(2020, 1, 1), date(2021, 12, 31), "month"),
        (date(2020, 1, 1), date(2020, 12, 31), "week"),
        (date(2020, 9, 1), date(2020, 12, 31), "week"),
        (date(2020, 3, 1), date(2020, 4, 30), "day"),
        (date(2020, 9, 1), date(2020, 11, 30), "day"),
        (date(2020, 3, 31), date(2020, 3, 31), "day"),
    ],
)
def test_the_bin_follows_the_range(since, until, name):
    assert bin_for(since, until) == name


@given(ranges)
def test_no_range_gets_more_bars_than_a_screen_can_show(span):
    since, until = span
    name = bin_for(since, until)
    starts = {bin_days(since + DAY * at, name)[0] for at in range((until - since).days + 1)}
    assert len(starts) <= 92


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("year", date(2020, 1, 1), date(2020, 12, 31)),
        ("month", date(2020, 2, 1), date(2020, 2, 29)),
        ("week", date(2020, 2, 24), date(2020, 3, 1)),
        ("day", date(2020, 2, 29), date(2020, 2, 29)),
    ],
)
def test_a_bin_runs_from_its_first_day_to_its_last(name, first, last):
    assert bin_days(date(2020, 2, 29), name) == (first, last)


@given(days, st.sampled_from(["year", "month", "week", "day"]))
def test_bins_meet_without_gap_or_overlap(day, name):
    first, last = bin_days(day, name)
    assert first <= day <= last
    assert bin_days(last, name) == bin_days(first, name) == (first, last)
    assert bin_days(last + DAY, name)[0] == last + DAY


def test_days_and_bins_are_written_as_readers_write_them():
    assert day_words(date(2020, 3, 1)) == "1 March 2020"
    assert [bin_words(date(2020, 3, 30), name) for name in ("year", "month", "week", "day")] == [
        "2020",
        "March 2020",
        "the week of 30 March 2020",
        "30 March 2020",
    ]
    assert head_words(date(2020, 3, 30), "week") == "Week of 30 March 2020"
    assert head_words(date(2020, 3, 1), "month") == "March 2020"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2020, 1, 1), date(2020, 12, 31), "2020"),
        (date(2020, 4, 1), date(2020, 4, 30), "April 2020"),
        (date(2020, 2, 1), date(2020, 2, 29), "February 2020"),
        (date(2019, 2, 1), date(2019, 2, 27), "1 February 2019 to 27 February 2019"),
        (date(2019, 1, 1), date(2020, 12, 31), "1 January 2019 to 31 December 2020"),
        (date(2019, 4, 1), date(2020, 4, 30), "1 April 2019 to 30 April 2020"),
        (date(2020, 4, 5), date(2020, 4, 5), "5 April 2020"),
    ],
)
def test_a_period_has_the_shortest_words(first, last, words):
    assert period_words(first, last) == words
