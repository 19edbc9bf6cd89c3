"""How finely a range is counted, and which days a drag over the bars means."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.timeline import bin_days, bin_for, selected_dates
from charts.words import bin_words, day_words

DAY = timedelta(days=1)
days = st.dates(date(1988, 1, 1), date(2026, 12, 31))
ranges = st.tuples(days, days).map(sorted)


def drag(*edges):
    """Streamlit's selection after a drag."""
    return {"selection": {"points": [], "box": [{"xref": "x", "x": list(edges), "y": [3, 0]}], "lasso": []}}


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


def test_a_drag_becomes_the_whole_years_whose_middle_it_covers():
    selection = drag("2011-08-09 05:14:33.7864", "2018-06-11 19:06:24.466")
    assert selected_dates(selection, date(1988, 1, 1), date(2026, 1, 31)) == (date(2012, 1, 1), date(2017, 12, 31))


def test_a_drag_from_right_to_left_means_the_same():
    there, back = "2020-04-02 20:00", "2020-03-29 07:30"
    for edges in [(there, back), (back, there)]:
        found = selected_dates(drag(*edges), date(2020, 3, 1), date(2020, 4, 30))
        assert found == (date(2020, 3, 29), date(2020, 4, 2))


def test_a_drag_inside_one_bar_means_that_bar():
    found = selected_dates(drag("2020-09-03 00:00", "2020-09-09 00:00"), date(2019, 1, 1), date(2021, 12, 31))
    assert found == (date(2020, 9, 1), date(2020, 9, 30))


def test_a_drag_never_leaves_the_range_shown():
    since, until = date(2016, 5, 10), date(2020, 8, 20)
    assert selected_dates(drag("1990-01-01", "2030-01-01"), since, until) == (since, until)
    assert selected_dates(drag("2016-05-01", "2016-06-20"), since, until) == (since, date(2016, 6, 30))
    assert selected_dates(drag("2031-01-01", "2032-01-01"), since, until) == (date(2020, 8, 1), until)


@pytest.mark.parametrize(
    "selection",
    [{}, {"selection": {}}, {"selection": {"box": []}}, {"box": [{"x": []}]}, {"box": [], "points": [{"x": 1}]}],
)
def test_no_drag_means_no_dates(selection):
    assert selected_dates(selection, date(2020, 1, 1), date(2020, 12, 31)) is None


@given(ranges, st.floats(-0.2, 1.2), st.floats(-0.2, 1.2))
def test_any_drag_gives_whole_bins_of_the_range_and_every_bar_whose_middle_it_covers(span, one, other):
    since, until = span
    start = datetime.combine(since, time())
    length = datetime.combine(until, time()) + DAY - start
    edges = sorted([start + length * one, start + length * other])
    found = selected_dates(drag(*(edge.isoformat(" ") for edge in edges)), since, until)
    assert found is not None
    first, last = found
    name = bin_for(since, until)
    assert since <= first <= last <= until
    assert first == max(bin_days(first, name)[0], since)
    assert last == min(bin_days(last, name)[1], until)
    starts = sorted({bin_days(since + DAY * at, name)[0] for at in range((until - since).days + 1)})
    for begin, after in pairwise([*starts, bin_days(until, name)[1] + DAY]):
        shown = max(begin, since), min(after, until + DAY)
        middle = start + (datetime.combine(shown[0], time()) - start) + (shown[1] - shown[0]) / 2
        if edges[0] <= middle <= edges[1]:
            assert first <= shown[0] <= last


def test_days_and_bins_are_written_as_readers_write_them():
    assert day_words(date(2020, 3, 1)) == "1 March 2020"
    assert [bin_words(date(2020, 3, 30), name) for name in ("year", "month", "week", "day")] == [
        "2020",
        "March 2020",
        "the week of 30 March 2020",
        "30 March 2020",
    ]
