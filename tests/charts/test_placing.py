"""Events in a lane: every one of them once, no mark on another, words beside those that stand alone."""

from datetime import date, timedelta
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.timeline.placing import labels, marks
from charts.timeline.scale import Scale

SCALE = Scale(date(2020, 1, 1), date(2020, 12, 31), 200, 1140)
days = st.dates(date(2019, 6, 1), date(2020, 12, 31))


def measure(text):
    return len(text) * 9.0


def happening(event_id, day, days=1, count=3, title="Meeting of ministers"):
    ends = None if days is None else (day + timedelta(days=days - 1)).isoformat()
    return [event_id, title, day.isoformat(), ends, count]


lanes = st.lists(st.tuples(days, st.none() | st.integers(1, 60), st.integers(0, 200)), max_size=60).map(
    lambda rows: [happening(f"e{at}", *row) for at, row in enumerate(sorted(rows, key=lambda row: row[0]))]
)


@given(lanes)
def test_every_event_is_in_one_mark_and_no_mark_lies_on_another(lane):
    found = marks(lane, SCALE)
    assert sorted(event.id for mark in found for event in mark.events) == sorted(row[0] for row in lane)
    for one, other in combinations(found, 2):
        assert one.row != other.row or one.right <= other.left or other.right <= one.left
    assert {mark.row for mark in found} <= {0, 1, 2}
    for mark in found:
        assert mark.left < mark.right
        assert SCALE.left <= mark.begin <= mark.finish <= SCALE.right


def test_a_mark_lies_at_noon_of_its_first_day_and_takes_all_of_its_days():
    [mark] = marks([happening("war", date(2020, 9, 27), 45)], SCALE)
    assert mark.begin == pytest.approx(200 + 270.5 * SCALE.a_day)
    assert mark.finish - mark.begin == pytest.approx(44 * SCALE.a_day)
    assert (mark.left, mark.right) == (mark.begin - mark.events[0].radius, mark.finish)


def test_an_unknown_end_takes_no_more_than_its_mark():
    [mark] = marks([happening("road", date(2020, 9, 27), None)], SCALE)
    assert mark.finish == mark.begin


def test_more_statements_make_a_larger_mark_and_only_so_far():
    radii = [marks([happening("e", date(2020, 5, 1), 1, n)], SCALE)[0].events[0].radius for n in (0, 12, 149, 10**6)]
    assert radii == sorted(set(radii))
    assert radii[-1] <= 12


def test_events_go_into_the_next_row_before_they_are_put_together():
    lane = [happening(f"e{at}", date(2020, 5, 1)) for at in range(5)]
    found = marks(lane, SCALE)
    assert sorted((mark.row, len(mark.events)) for mark in found) == [(0, 3), (1, 1), (2, 1)]


@pytest.mark.parametrize(("strong", "named"), [([], "e2"), (["e0"], "e0")])
def test_the_strong_come_first_then_the_busiest(strong, named):
    narrow = Scale(date(2020, 5, 1), date(2020, 5, 9), 200, 700)
    lane = [happening(f"e{at}", date(2020, 5, 1 + at), 1, at) for at in range(3)]
    first, *_ = labels(marks(lane, narrow), strong, narrow, measure)
    assert [label.id for label, _ in first] == [named]


def test_an_event_that_nobody_spoke_of_has_no_words_unless_it_is_strong():
    found = marks([happening("silent", date(2020, 5, 1), 1, 0)], SCALE)
    assert labels(found, [], SCALE, measure) == []
    assert [label.id for [(label, _)] in labels(found, ["silent"], SCALE, measure)] == ["silent"]


def test_the_second_line_leaves_room_for_what_leads_down_from_the_first():
    lane = [
        happening("third", date(2020, 5, 18), 1, 2),
        happening("second", date(2020, 5, 25), 1, 5),
        happening("first", date(2020, 6, 1), 1, 9),
    ]
    upper, lower = labels(marks(lane, SCALE), [], SCALE, measure)
    assert [label.id for label, _ in upper] == ["first", "second"]
    [(label, _)] = lower
    assert label.id == "third"
    assert not any(label.left <= mark.begin <= label.right for _, mark in upper)


@given(lanes)
def test_words_stay_on_the_line_and_off_each_other(lane):
    lines = labels(marks(lane, SCALE), [], SCALE, measure)
    for (_, upper), (label, _) in (pair for pair in product(*lines) if len(lines) == 2):
        assert not label.left < upper.begin < label.right
    for line in lines:
        for label, mark in line:
            assert mark.events[0].id == label.id
            assert len(mark.events) == 1
            assert SCALE.left <= label.left <= label.right <= SCALE.right
        for (one, _), (other, _) in combinations(line, 2):
            assert one.right < other.left or other.right < one.left
