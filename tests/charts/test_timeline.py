"""The timeline as plain values: each statement once, each event once, in order of time."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.timeline import LANES, Frame, bin_days, bin_for, drawing, lane_of
from tests.charts.made import LABELS, counted, event

YEAR = Frame(date(2020, 1, 1), date(2020, 12, 31), LABELS)
MONTHS = Frame(date(2020, 2, 10), date(2021, 12, 31), LABELS)
DECADES = Frame(date(1988, 1, 1), date(2026, 12, 31), LABELS)
WEEK = (date(2020, 3, 30), date(2020, 4, 5))
APRIL = (date(2020, 4, 1), date(2020, 4, 30))
BINS = [
    counted("oppose", 2, *WEEK),
    counted("support", 3, *WEEK),
    counted("neutral", 1, date(2020, 1, 27), date(2020, 2, 2)),
    counted("oppose", 4, *APRIL, certain=False),
]
EVENTS = [
    event("war-2020-09-27", "war", date(2020, 9, 27), date(2020, 11, 10), 149, "Second war"),
    event("ceasefire-2020-10-10", "ceasefire", date(2020, 10, 10), date(2020, 10, 10), 12),
    event("elections", "election", date(2020, 3, 31), date(2020, 3, 31), 68),
    event("runoff", "election", date(2020, 4, 14), date(2020, 4, 14), 20),
    event("road", "blockade", date(2020, 12, 12), None, 0),
]


def test_bars_hold_what_is_dated_as_finely_as_they_are_and_spans_the_rest():
    made = drawing(BINS, [], YEAR)
    assert [stance["key"] for stance in made["stances"]] == ["support", "oppose", "neutral"]
    assert made["bars"] == [
        ["2020-01-27", "2020-02-02", "Week of 27 January 2020", [0, 0, 1]],
        ["2020-03-30", "2020-04-05", "Week of 30 March 2020", [3, 2, 0]],
    ]
    assert made["spans"] == [["2020-04-01", "2020-04-30", "April 2020", [0, 4, 0]]]


def test_only_stances_that_occur_are_there_with_words_colour_and_all_that_is_theirs():
    made = drawing([counted("oppose", 2, *WEEK), counted("oppose", 4, *APRIL, certain=False)], [], YEAR)
    assert made["stances"] == [{"key": "oppose", "words": "Not recognised", "fill": "oppose-own", "count": 6}]
    assert made["bars"][0][3] == [2]


@pytest.mark.parametrize(
    ("frame", "name"),
    [(DECADES, "year"), (MONTHS, "month"), (YEAR, "week"), (Frame(date(2020, 3, 1), APRIL[1], LABELS), "day")],
)
def test_the_unit_follows_the_range(frame, name):
    made = drawing([], [], frame)
    assert (made["bin"], made["unit"]) == (name, f"Statements per {name}")
    assert (made["since"], made["until"]) == (frame.since.isoformat(), frame.until.isoformat())


def test_a_bin_may_reach_over_the_edges_of_the_range():
    made = drawing([counted("support", 1, date(2020, 2, 1), date(2020, 2, 29))], [], MONTHS)
    assert made["bars"] == [["2020-02-01", "2020-02-29", "February 2020", [1]]]


def test_events_are_in_lanes_in_order_of_time_and_lanes_without_events_left_out():
    made = drawing([], EVENTS, YEAR)
    assert [lane["name"] for lane in made["lanes"]] == ["War and clash", "Vote", "Agreement and ceasefire", "Other"]
    assert made["lanes"][1]["events"] == [
        ["elections", "Title of elections", "2020-03-31", "2020-03-31", 68],
        ["runoff", "Title of runoff", "2020-04-14", "2020-04-14", 20],
    ]
    assert made["lanes"][3]["events"] == [["road", "Title of road", "2020-12-12", None, 0]]


def test_wars_and_blockades_are_bands_whose_end_may_be_unknown():
    assert drawing([], EVENTS, YEAR)["bands"] == [
        ["war-2020-09-27", "Second war", "2020-09-27", "2020-11-10"],
        ["road", "Title of road", "2020-12-12", None],
    ]


def test_the_message_tells_how_many_which_way_when_most_and_what_they_were_about():
    assert drawing(BINS, EVENTS, YEAR)["label"] == (
        "Timeline of 10 statements between 1 January 2020 and 31 December 2020: Regarded as valid 3, Not recognised 6, "
        "No judgement 1. Most, 5, in the week of 30 March 2020; 4 are dated by month or year only. "
        "5 events; most statements, 149, on: Second war."
    )


def test_the_message_of_days_names_the_day_and_of_one_statement_is_singular():
    spring = Frame(date(2020, 3, 1), date(2020, 4, 30), LABELS)
    quiet = [event("elections", "election", date(2020, 3, 31), date(2020, 3, 31), 0)]
    assert drawing([counted("support", 1, date(2020, 3, 31))], quiet, spring)["label"] == (
        "Timeline of 1 statement between 1 March 2020 and 30 April 2020: Regarded as valid 1. Most, 1, on "
        "31 March 2020. 1 event; no statement is on one of them."
    )


def test_the_message_says_what_there_is_none_of():
    assert drawing([], [], YEAR)["label"] == (
        "No statements between 1 January 2020 and 31 December 2020. "
        "No events between 1 January 2020 and 31 December 2020."
    )
    vague = drawing([counted("oppose", 1, *APRIL, certain=False)], [], YEAR)
    assert "Not recognised 1. 1 is dated by month or year only. No events" in vague["label"]
    assert "Most" not in vague["label"]


rows = st.lists(
    st.builds(
        lambda stance, count, day, certain: counted(
            stance,
            count,
            *(bin_days(day, "week" if certain else "month")),
            certain=certain,
        ),
        st.sampled_from(["support", "oppose", "neutral"]),
        st.integers(1, 9),
        st.dates(YEAR.since, YEAR.until),
        st.booleans(),
    ),
    max_size=20,
)


@given(rows)
def test_each_statement_counts_once(found):
    made = drawing(found, [], YEAR)
    drawn = [*made["bars"], *made["spans"]]
    assert all(len(counts) == len(made["stances"]) for *_, counts in drawn)
    for at, stance in enumerate(made["stances"]):
        assert stance["count"] == sum(counts[at] for *_, counts in drawn)
    assert sum(stance["count"] for stance in made["stances"]) == sum(row["count_statements"] for row in found)
    for part in (made["bars"], made["spans"]):
        periods = [(starts, ends) for starts, ends, *_ in part]
        assert periods == sorted(set(periods))


def test_it_is_made_of_plain_values_and_leaves_the_rows_alone():
    before = [dict(row) for row in [*BINS, *EVENTS]]
    made = drawing(BINS, EVENTS, YEAR)
    assert json.loads(json.dumps(made)) == {**made, "bars": [list(bar) for bar in made["bars"]]}
    assert [*BINS, *EVENTS] == before


def test_every_kind_of_event_in_the_records_has_a_lane():
    path = Path(__file__).parents[2] / "data/records/events.csv"
    with path.open(encoding="utf-8", newline="") as file:
        kinds = {row["kind"] for row in csv.DictReader(file)}
    assert kinds <= {kind for lane in LANES.values() for kind in lane}
    assert lane_of("blockade") == "Other"
    assert 4 <= len(LANES) <= 6


def test_a_kind_without_a_lane_is_refused():
    with pytest.raises(ValueError, match="parade"):
        drawing([], [event("e", "parade", date(2020, 1, 1))], YEAR)


def test_the_bin_is_the_one_that_the_rows_are_counted_by():
    for frame in (DECADES, MONTHS, YEAR):
        assert drawing([], [], frame)["bin"] == bin_for(frame.since, frame.until)
