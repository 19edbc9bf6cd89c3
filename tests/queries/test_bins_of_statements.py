"""Bins of the timeline hold each statement in view once: in its bin where the date tells, else beside the bins."""

from collections import Counter
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries import answer
from tests.queries.bins_oracle import CERTAIN, SIZES, bin_around, bins
from tests.queries.dates import last_day
from tests.queries.drawn import collections
from tests.queries.drawn_bins import ANY, any_filters, any_range, certain_ranges
from tests.queries.drawn_filters import filters
from tests.queries.filled import fill
from tests.queries.made import said, tables
from tests.queries.oracle import Oracle
from tests.queries.plain_rows import in_any_order, in_order, recorded_oracle

ALL = ANY | {"since": None, "until": None}


def binned(connection, asked, size):
    return answer(connection, "statements_per_bin", asked | {"bin": size}).to_pylist()


def assert_each_counts_once(rows, view, size):
    """Every statement in view is in one row: the whole bin around it, or the period that is known of it."""
    assert in_order(rows, "starts")
    assert sum(row["count_statements"] for row in rows) == len(view)
    dated = Counter(row["date_precision"] in CERTAIN[size] for row in view)
    for is_certain in (True, False):
        counts = [row["count_statements"] for row in rows if row["is_certain"] == is_certain]
        assert sum(counts) == dated[is_certain]
    for row in rows:
        if row["is_certain"]:
            assert (row["starts"], row["ends"]) == bin_around(row["ends"], size)
        else:
            assert row["ends"] in {last_day(row["starts"], known) for known in ("month", "year")}


@pytest.fixture(scope="module")
def views():
    """Questions on the real records, always the same, each with the statements in its view."""
    draw, oracle = Random(53), recorded_oracle()
    fixed = certain_ranges(oracle)
    ranges = fixed + [any_range(draw, oracle) for _ in range(305 - len(fixed))]
    # Of the certain ranges every other is asked without any filter.
    chosen = [ANY if at < len(fixed) and at % 2 == 0 else any_filters(draw, oracle) for at in range(len(ranges))]
    asked = [{"since": since, "until": until} | some for (since, until), some in zip(ranges, chosen, strict=True)]
    return [(each, oracle.in_view(each)) for each in asked]


def test_the_questions_are_many_and_of_every_sort(views):
    assert len(views) >= 300
    sizes = Counter(min(len(view), 2) for _, view in views)
    assert min(sizes[0], sizes[1], sizes[2]) >= 5
    assert max(len(view) for _, view in views) == len(recorded_oracle().statements)
    switched_on = Counter(name for asked, _ in views for name in ANY if asked[name])
    assert min(switched_on[name] for name in ANY) > 5
    assert sum(asked["since"] == asked["until"] for asked, _ in views) > 30


@pytest.mark.parametrize("size", SIZES)
def test_bins_of_the_real_records_are_those_of_the_rule(real, views, size):
    for asked, view in views:
        rows = binned(real, asked, size)
        assert in_any_order(rows) == in_any_order(bins(view, size)), asked
        assert_each_counts_once(rows, view, size)


@given(collections, filters, st.sampled_from(SIZES))
@settings(max_examples=30, derandomize=True)
def test_bins_of_drawn_records_are_those_of_the_rule(scratch, made, asked, size):
    fill(scratch, made)
    rows, view = binned(scratch, asked, size), Oracle(made).in_view(asked)
    assert in_any_order(rows) == in_any_order(bins(view, size))
    assert_each_counts_once(rows, view, size)


def test_a_stretch_of_whole_bins_asked_alone_has_the_same_bins(real):
    draw, sizes = Random(29), []
    for size in SIZES * 9:
        asked = ALL | any_filters(draw, recorded_oracle()) | {"since": date(1991, 3, 7), "until": date(2023, 11, 22)}
        rows = binned(real, asked, size)
        whole = [row for row in rows if row["is_certain"] and is_within(row, asked)]
        if whole:
            first, last = sorted((draw.choice(whole), draw.choice(whole)), key=lambda row: row["starts"])
            stretch = {"since": first["starts"], "until": last["ends"]}
            inner = binned(real, asked | stretch, size)
            assert inner == [row for row in rows if stretch["since"] <= row["ends"] <= stretch["until"]], (asked, size)
            assert [row for row in inner if row["is_certain"]] == [row for row in whole if is_within(row, stretch)]
            sizes.append(len(inner))
    assert sum(size > 3 for size in sizes) > 15


def is_within(row, asked):
    """Does a whole bin lie in the range?"""
    return bool(asked["since"] <= row["starts"] and row["ends"] <= asked["until"])


def test_around_leap_days_and_ends_of_years_each_statement_lies_in_the_right_bin(scratch):
    spoken = (
        said("FRA", "1992-02-29"),
        said("FRA", "1992-02-01", precision="month"),
        said("FRA", "2020-12-28"),
        said("FRA", "2020-06-01", "oppose", precision="year"),
        said("FRA", "2021-01-03"),
        said("FRA", "2021-01-04"),
    )
    fill(scratch, tables(spoken))

    def told(size):
        rows = binned(scratch, ALL, size)
        certain, known = ([row for row in rows if row["is_certain"] == each] for each in (True, False))
        return [
            [(f"{row['starts']} {row['ends']}", row["stance"], row["count_statements"]) for row in part]
            for part in (certain, known)
        ]

    february, year = ("1992-02-01 1992-02-29", "support", 1), ("2020-01-01 2020-12-31", "oppose", 1)
    of_years, nothing = told("year")
    assert nothing == []
    assert sorted(of_years) == [
        *[("1992-01-01 1992-12-31", "support", 2), year],
        *[("2020-01-01 2020-12-31", "support", 1), ("2021-01-01 2021-12-31", "support", 2)],
    ]
    of_months, known = told("month")
    assert known == [year]
    assert of_months == [
        *[("1992-02-01 1992-02-29", "support", 2), ("2020-12-01 2020-12-31", "support", 1)],
        ("2021-01-01 2021-01-31", "support", 2),
    ]
    # Saturday 29 February 1992; Monday 28 December 2020 begins the week that ends on Sunday 3 January 2021.
    of_weeks, known = told("week")
    assert known == [february, year]
    assert of_weeks == [
        *[("1992-02-24 1992-03-01", "support", 1), ("2020-12-28 2021-01-03", "support", 2)],
        ("2021-01-04 2021-01-10", "support", 1),
    ]
    of_days, known = told("day")
    assert known == [february, year]
    assert [where[:10] for where, _, _ in of_days] == ["1992-02-29", "2020-12-28", "2021-01-03", "2021-01-04"]


@pytest.mark.parametrize("size", SIZES)
def test_a_month_is_in_the_range_with_its_last_day_and_keeps_its_whole_period(scratch, size):
    fill(scratch, tables([said("FRA", "2020-02-01", precision="month")]))
    leap_day = ALL | {"since": date(2020, 2, 29), "until": date(2020, 2, 29)}
    (row,) = binned(scratch, leap_day, size)
    whole = bin_around(date(2020, 2, 29), size) if size == "year" else (date(2020, 2, 1), date(2020, 2, 29))
    assert (row["starts"], row["ends"]) == whole
    assert row["is_certain"] == (size in ("year", "month"))
    assert binned(scratch, ALL | {"since": date(2020, 2, 1), "until": date(2020, 2, 28)}, size) == []
