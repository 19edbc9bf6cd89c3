"""Colours that colour-blind readers can tell apart, and that stand out from the ground."""

import tomllib
from itertools import combinations
from math import dist
from pathlib import Path

import pytest

from charts.theme import DARK, LIGHT, SILENCES, STANCES, contrast, css_variables, ink_on, luminance, palette

# Simulation of complete colour blindness in linear RGB: Machado, Oliveira and Fernandes 2009, severity 1.0.
EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# Oklab (Ottosson 2020): from linear RGB to cone responses, from their cube roots to lightness and two hues.
TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
# Hundredths of Oklab; a difference that can just be seen is about 2.
OWN_VOICES, SAME_WEIGHT, ANY_TWO = 6.0, 4.5, 4.0
# Counts lie on one map with each other and with silence, never with stances.
TWO_COUNTS, COUNT_AND_SILENCE, COUNT_AND_STANCE = 10.0, 7.0, 3.5
# Fills that silence has to itself; the sea is not on the land.
SILENT = ("no-position", "not-searched", "filtered-out")
GROUNDS = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def seen(colour, eye):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    simulated = [min(max(c, 0.0), 1.0) for c in times(EYES[eye], linear)]
    return times(TO_LAB, [cone ** (1 / 3) for cone in times(TO_CONES, simulated)])


def distance(one, other, eye):
    return 100 * dist(seen(one, eye), seen(other, eye))


def difference(one, other):
    """How far apart two colours are for the eye that tells them apart worst."""
    return min(distance(one, other, eye) for eye in EYES)


def test_difference_knows_red_from_green_only_with_all_cones():
    red, green = "#B2452F", "#5F7A1E"
    assert distance(red, green, "all cones") > 15
    assert difference(red, green) < 6


@GROUNDS
def test_stances_in_own_voice_differ_for_every_eye(colours):
    for one, other in combinations(colours.own, 2):
        assert difference(one, other) >= OWN_VOICES, (one, other)


@GROUNDS
def test_stances_of_one_weight_differ_for_every_eye(colours):
    for shades in (colours.listed, colours.borrowed):
        for one, other in combinations(shades, 2):
            assert difference(one, other) >= SAME_WEIGHT, (one, other)


@GROUNDS
def test_no_two_meanings_share_a_colour_for_any_eye(colours):
    fills = [*colours.own, *colours.listed, *colours.borrowed, *(colours.named()[name] for name in SILENT)]
    for one, other in combinations(fills, 2):
        assert difference(one, other) >= ANY_TWO, (one, other)


@GROUNDS
def test_counts_differ_from_each_other_from_silence_and_from_every_stance_for_every_eye(colours):
    for one, other in combinations(colours.counts, 2):
        assert difference(one, other) >= TWO_COUNTS, (one, other)
    for count in colours.counts:
        for name in (*SILENT, "land", "sea"):
            assert difference(count, colours.named()[name]) >= COUNT_AND_SILENCE, (count, name)
        for stance in (*colours.own, *colours.listed, *colours.borrowed):
            assert difference(count, stance) >= COUNT_AND_STANCE, (count, stance)


@GROUNDS
def test_more_stands_out_more_from_the_ground(colours):
    strengths = [contrast(shade, colours.ground) for shade in colours.counts]
    assert strengths == sorted(strengths)
    assert strengths[2] >= 3, "the colour of bars"


@GROUNDS
def test_weaker_evidence_lies_nearer_to_the_ground(colours):
    for own, listed, borrowed in zip(colours.own, colours.listed, colours.borrowed, strict=True):
        strengths = [contrast(shade, colours.ground) for shade in (own, listed, borrowed)]
        assert strengths == sorted(strengths, reverse=True), (own, listed, borrowed)


def test_stances_stand_out_from_the_dark_ground():
    for shade in (*DARK.own, *DARK.listed, *DARK.borrowed):
        assert contrast(shade, DARK.ground) >= 3, shade


@GROUNDS
def test_words_can_be_read_and_survive_a_switch_of_the_theme(colours):
    other = DARK if colours is LIGHT else LIGHT
    assert contrast(colours.text, colours.ground) >= 4.5
    assert contrast(colours.text, other.ground) >= 2.5
    assert contrast(colours.quiet, colours.ground) >= 3
    assert contrast(colours.quiet, other.ground) >= 3


@GROUNDS
def test_names_on_outlines_can_be_read(colours):
    for fill in (
        *colours.own,
        *colours.listed,
        *colours.borrowed,
        *colours.counts,
        *(colours.named()[name] for name in SILENT),
    ):
        assert contrast(ink_on(fill), fill) >= 4.5, fill


@GROUNDS
def test_an_outline_shows_what_was_not_searched(colours):
    assert contrast(colours.outline, colours.not_searched) >= 3


def test_contrast_is_that_of_wcag():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert luminance("#FFFFFF") == pytest.approx(1)


def test_each_stance_has_its_design_colour():
    assert [LIGHT.stance(stance) for stance in ("support", "oppose", "neutral")] == ["#2166AC", "#C4442A", "#C8B27D"]
    assert palette(dark=True) is DARK
    assert palette(dark=False) is LIGHT
    assert (len(STANCES), len(SILENCES)) == (4, 6)


def test_the_ground_is_that_of_the_page():
    config = tomllib.loads((Path(__file__).parents[2] / ".streamlit/config.toml").read_text())
    assert config["theme"]["light"]["backgroundColor"] == LIGHT.ground
    assert config["theme"]["dark"]["backgroundColor"] == DARK.ground


def test_an_unknown_stance_has_no_colour():
    with pytest.raises(ValueError, match="maybe"):
        LIGHT.stance("maybe")


def test_the_page_knows_every_colour_of_both_grounds_by_its_name():
    assert LIGHT.named().keys() == DARK.named().keys()
    assert set(SILENCES.values()) <= set(LIGHT.named())
    assert f"--oppose-listed: light-dark({LIGHT.listed[1]}, {DARK.listed[1]});" in css_variables()
    assert css_variables().count("light-dark(") == len(LIGHT.named())
