"""The class and the words of a position."""

import pytest

from charts.looks import Look, look, look_of_change
from charts.positions import STANDINGS, Standing, lines, standing
from charts.theme import LIGHT
from tests.charts.made import LABELS, position


@pytest.mark.parametrize(
    ("row", "expected", "words"),
    [
        (position("ARM", "support"), Standing("support", "own"), "Regarded as valid – own voice"),
        (position("GEO", "oppose", attribution="press"), Standing("oppose", "own"), "Not recognised – own voice"),
        (
            position("ROU", "oppose", attribution="listed"),
            Standing("oppose", "listed"),
            "Not recognised – listed by others only",
        ),
        (
            position("MLT", "oppose", "borrowed"),
            Standing("oppose", "borrowed"),
            "Not recognised – through an organisation",
        ),
        (position("RUS", "contested"), Standing("contested", "own"), "Contested – own voice"),
        (position("BRA"), Standing("no position found", None), "No position found"),
        (position("TUV", silence="not searched"), Standing("not searched", None), "Not searched"),
        (
            position("FRA", silence="outside these filters"),
            Standing("outside these filters", None),
            "Outside these filters",
        ),
    ],
)
def test_each_row_has_one_class_and_its_words(row, expected, words):
    assert standing(row) == expected
    assert expected.words(LABELS) == words


@pytest.mark.parametrize("row", [position("ARM", "perhaps"), position("ARM", silence=None)])
def test_a_row_without_a_class_is_refused(row):
    with pytest.raises(ValueError, match="ARM"):
        standing(row)


def test_every_class_is_painted_in_a_way_of_its_own():
    looks = [look(found) for found in STANDINGS]
    assert len(set(looks)) == len(STANDINGS) == 18
    assert {name for found in looks for name in (found.fill, found.ink) if name} <= set(LIGHT.named())


def test_equal_fills_are_told_apart_by_hatches_and_only_they_need_to():
    by_fill: dict[str, list[str]] = {}
    for found in map(look, STANDINGS):
        by_fill.setdefault(found.fill, []).append(found.pattern)
    assert by_fill["not-searched"] == ["lines", ""]
    assert by_fill["sea"] == ["dots", "cross"]
    assert all(len(patterns) == 1 for fill, patterns in by_fill.items() if fill not in ("not-searched", "sea"))


def test_borrowed_voices_and_disagreement_are_hatched():
    assert look(Standing("oppose", "borrowed")) == Look("oppose-borrowed", "lines", "oppose-own")
    assert look(Standing("contested", "own")).pattern == "cross"
    assert look(Standing("oppose", "own")) == Look("oppose-own")


@pytest.mark.parametrize(
    ("change", "before", "after", "expected"),
    [
        ("changed", "support", "neutral", Look("neutral-own", "stripes", "support-own")),
        ("new", None, "oppose", Look("oppose-own")),
        ("reaffirmed", "oppose", "oppose", Look("oppose-borrowed")),
        ("no new evidence", "oppose", "oppose", Look("no-position")),
        ("gone", "oppose", None, Look("filtered-out")),
        ("silent", None, None, Look("not-searched")),
    ],
)
def test_a_change_wears_the_old_stance_on_the_new_one(change, before, after, expected):
    assert look_of_change(change, before, after) == expected


def test_lines_tell_stance_voice_and_day():
    assert lines(position("GEO", "oppose"), LABELS) == [
        "Name of GEO",
        "Not recognised",
        "in its own voice",
        "31 March 2020",
    ]


def test_lines_name_the_organisations_but_not_all_of_many():
    row = position("DEU", "oppose", "borrowed", through=["COE", "EU", "G7", "NATO", "OSCE", "UN"])
    assert "through COE, EU, G7, NATO and 2 more" in lines(row, LABELS)


def test_lines_of_the_silent_claim_no_stance():
    assert lines(position("BRA"), LABELS) == ["Name of BRA", "No position found"]
    missed = position("BRA", silence="took no part in the vote")
    assert lines(missed, LABELS) == ["Name of BRA", "Took no part in the vote"]


def test_lines_say_when_a_position_is_only_listed_or_contested():
    assert "only listed by others" in lines(position("ROU", "oppose", attribution="listed"), LABELS)
    vote = position("ROU", "oppose", attribution="listed", is_vote=True)
    assert "by its own vote" in lines(vote, LABELS)
    assert standing(vote) == Standing("oppose", "own")
    assert "different stances on the same day" in lines(position("RUS", "contested"), LABELS)
