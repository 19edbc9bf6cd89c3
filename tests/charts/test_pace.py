"""How fast actors reacted: each counted once, at its first word on a known day, in a unit that suits the stretch."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.pace import Look, alt_text, counted, first_on_a_known_day, pace, unit_of

LABELS = {"support": "Backed it", "oppose": "Objected", "neutral": "No side"}
LOOK = Look("An <b>issue</b>", "Source: a & b", LABELS, dark=False)


def reaction(actor, lag, stance="oppose", last=None):
    return {"actor_id": actor, "stance": stance, "days_first": lag, "days_last": lag if last is None else last}


SPOKEN = [
    reaction("TUR", -1),
    reaction("EU", 0, "neutral"),
    reaction("ARM", 1, "support"),
    reaction("TUR", 2, "support"),
    reaction("NOR", 1),
    reaction("UKR", 1, last=30),
]


def bars(figure):
    return {(bar.name, x): y for bar in figure.data for x, y in zip(bar.x, bar.y, strict=True)}


def test_every_actor_counts_once_at_its_first_word_on_a_known_day():
    assert bars(pace(SPOKEN, LOOK)) == {
        ("Backed it", 1): 1,
        ("Objected", -1): 1,
        ("Objected", 1): 1,
        ("No side", 0): 1,
    }


@pytest.mark.parametrize(("last", "unit"), [(44, "day"), (45, "week"), (309, "week"), (310, "month"), (4000, "month")])
def test_the_unit_follows_the_stretch(last, unit):
    assert unit_of([reaction("A", -1), reaction("B", last)])[0] == unit


def test_weeks_before_the_event_are_not_mixed_with_those_after():
    assert counted([reaction("A", -1), reaction("B", 0), reaction("C", 6), reaction("D", 7)], 7) == {-1: 1, 0: 2, 1: 1}


def test_the_alt_text_says_how_many_which_way_and_when_most():
    assert alt_text(SPOKEN, LABELS) == (
        "Bar chart of 4 actors by the day of their first word since the event: Backed it 1, Objected 2, No side 1. "
        "Most, 2, 1 day after it."
    )


def test_what_comes_from_records_is_text():
    figure = pace(SPOKEN, LOOK)
    assert [each.text for each in figure.layout.annotations] == [
        "<b>An &lt;b&gt;issue&lt;/b&gt;</b>",
        "Source: a &amp; b",
    ]


@given(st.lists(st.tuples(st.sampled_from("ABCDE"), st.integers(-400, 4000), st.sampled_from([*LABELS])), min_size=1))
def test_all_actors_are_drawn(drawn):
    spoken = [reaction(actor, lag, stance) for actor, lag, stance in sorted(drawn, key=lambda row: row[1])]
    heights = Counter[str]()
    for (name, _), number in bars(pace(spoken, LOOK)).items():
        heights[name] += number
    firsts = first_on_a_known_day(spoken)
    assert heights == Counter(LABELS[row["stance"]] for row in firsts)
    assert len(firsts) == len({actor for actor, *_ in drawn})
