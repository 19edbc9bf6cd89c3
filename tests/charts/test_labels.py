"""Words and marks that keep clear of each other."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.timeline.labels import Line, place_labels, shortened, stack_rows


def measure(text):
    return len(text) * 5.7


def place(wanted, left, right, taken=()):
    return place_labels(wanted, Line(left, right, taken), measure)


words = st.text("abcdefgh ", min_size=1, max_size=80).map(str.strip).filter(bool)


def test_a_label_stands_right_of_its_place_or_left_where_there_is_no_room():
    placed = place([("a", "Ceasefire", 100), ("b", "Ceasefire", 290)], 50, 300)
    assert [(label.id, label.anchor) for label in placed] == [("a", "left"), ("b", "right")]
    assert placed[0].left == 100
    assert placed[1].right == 290


def test_the_most_wanted_label_wins():
    placed = place([("busy", "Ceasefire agreed", 150), ("quiet", "Ceasefire ended", 140)], 10, 310)
    assert placed[0].id == "busy"
    assert placed[0].anchor == "left"
    assert [label.anchor for label in placed[1:]] == ["right"]


def test_a_label_makes_way_for_the_lanes_name_but_not_far():
    (label,) = place([("a", "Ceasefire", 60)], 90, 300)
    assert (label.anchor, label.shift, label.left) == ("left", 30, 90)
    assert place([("a", "Ceasefire", 40)], 90, 300) == []


def test_a_label_keeps_clear_of_what_is_taken():
    assert [label.anchor for label in place([("a", "Ceasefire", 100)], 0, 300, [(130, 130)])] == ["right"]
    assert place([("a", "Ceasefire", 100)], 0, 300, [(130, 130), (70, 80)]) == []


def test_where_more_letters_are_allowed_the_whole_title_stands():
    title = "Parliamentary vote held by the authorities of the region in the spring"
    (label,) = place_labels([("a", title, 0)], Line(0, 900, (), (120, 46)), measure)
    assert label.text == title
    (label,) = place_labels([("a", title, 0)], Line(0, 300, (), (120, 46)), measure)
    assert label.text == "Parliamentary vote held by the authorities…"


def test_a_label_without_room_is_left_out():
    assert place([("a", "Ceasefire", 60)], 105, 110) == []


def test_words_are_shortened_when_that_makes_them_fit():
    title = "Parliamentary vote held by the authorities"
    (label,) = place([("a", title, 60)], 20, 60 + measure(title) - 5)
    assert label.text == "Parliamentary vote…"


def test_a_cut_falls_between_words_and_leaves_no_loose_end():
    assert shortened("Ceasefire", 20) == "Ceasefire"
    assert shortened("Trilateral statement of the presidents", 25) == "Trilateral statement…"
    assert shortened("Second war (44-day war) of 2020", 12) == "Second war…"


def test_a_stump_of_a_title_is_no_label():
    assert place([("a", "Statement of the Organisation of Islamic Cooperation", 0)], 0, 90) == []


@given(
    st.lists(st.tuples(words, st.floats(0, 1)), max_size=12),
    st.floats(0, 200),
    st.floats(200, 1200),
)
def test_labels_overlap_nothing_and_stay_on_the_line(wanted, name, width):
    placed = place([(str(at), text, share * width) for at, (text, share) in enumerate(wanted)], name, width)
    for label in placed:
        assert name <= label.left <= label.right <= width
        assert label.right - label.left == pytest.approx(measure(label.text))
        at = wanted[int(label.id)][1] * width + label.shift
        assert at == pytest.approx(label.left if label.anchor == "left" else label.right)
        assert 0 <= label.shift <= 40
    for one, other in combinations(placed, 2):
        assert one.right < other.left or other.right < one.left
    assert len({label.id for label in placed}) == len(placed)


def test_marks_that_would_overlap_go_into_the_next_row():
    assert stack_rows([(0, 10), (5, 15), (12, 20), (16, 30)], 3) == [0, 1, 0, 1]


def test_when_rows_run_out_the_overlap_is_least():
    assert stack_rows([(0, 10), (1, 5), (2, 12)], 2) == [0, 1, 1]


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(1, 60)), max_size=25))
def test_with_rows_enough_nothing_overlaps(drawn):
    spans = sorted((left, left + width) for left, width in drawn)
    rows = stack_rows(spans, len(spans) or 1)
    assert len(rows) == len(spans)
    for (one, row), (other, other_row) in combinations(zip(spans, rows, strict=True), 2):
        assert row != other_row or one[1] <= other[0] or other[1] <= one[0]
