"""The class and the words of a position."""

import pytest

from charts.positions import STANDINGS, Standing, hover, standing
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


def test_every_class_has_a_colour_of_its_own():
    assert len({found.colour(LIGHT) for found in STANDINGS}) == len(STANDINGS) == 15


def test_hover_tells_name_stance_voice_day_and_what_a_click_does():
    assert hover(position("GEO", "oppose"), LABELS).split("<br>") == [
        "<b>Name of GEO</b>",
        "<b>Not recognised</b>",
        "in its own voice",
        "31 March 2020",
        "<i>Click to see the statements</i>",
    ]


def test_hover_names_the_organisations_but_not_all_of_many():
    row = position("DEU", "oppose", "borrowed", through=["COE", "EU", "G7", "NATO", "OSCE", "UN"])
    assert "through COE, EU, G7, NATO and 2 more" in hover(row, LABELS)


def test_hover_of_the_silent_claims_no_stance():
    text = hover(position("BRA"), LABELS)
    assert "No position found" in text
    assert not any(label in text for label in LABELS.values())


def test_hover_says_when_a_position_is_only_listed_or_contested():
    assert "only listed by others" in hover(position("ROU", "oppose", attribution="listed"), LABELS)
    vote = position("ROU", "oppose", attribution="listed", is_vote=True)
    assert "by its own vote" in hover(vote, LABELS)
    assert standing(vote) == Standing("oppose", "own")
    assert "different stances on the same day" in hover(position("RUS", "contested"), LABELS)


def test_markup_in_a_name_stays_text():
    assert "<script>" not in hover(position("ARM", "support", actor_name="<script>x</script>"), LABELS)
