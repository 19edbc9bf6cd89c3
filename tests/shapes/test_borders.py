"""The page on borders says what the map draws."""

import re

import pytest

from charts import shapes
from tests.shapes.conftest import ROOT, rows

PAGE = re.sub(r"\s+", " ", (ROOT / "docs" / "borders.md").read_text(encoding="utf-8"))
# The places of seats.csv stand on the page by the name of the area.
SEATS = {
    "ABK": "Abkhazia",
    "ESH": "Sahrawi Republic is a diamond at Tifariti",
    "NCY": "diamond north of Nicosia",
    "NKR": "diamond at their seat in Khankendi / Stepanakert",
    "PMR": "diamond in Tiraspol",
    "SML": "diamond in Hargeisa",
    "SOS": "South Ossetia",
}


@pytest.mark.parametrize("row", rows("data/shapes/disputed.csv"), ids=lambda row: row["id"])
def test_every_hatched_area_is_explained(row):
    name, _, note = row["note"].partition(": ")
    (explained,) = re.findall(rf"\| [^|]*{re.escape(name)}[^|]* \| ([^|]*hatched[^|]*) \|", PAGE)
    assert note
    assert explained


def test_every_seat_is_explained():
    assert {row["id"] for row in rows("data/shapes/seats.csv")} == set(SEATS)
    assert [words for words in SEATS.values() if words not in PAGE] == []


def test_it_names_the_source_with_its_version():
    package = shapes.SOURCE.partition(",")[0]
    assert package in PAGE
    assert "BSD-3-Clause" in PAGE


def test_it_says_that_nothing_is_implied_before_anything_else():
    assert PAGE.startswith(
        "**Boundaries and names on our maps imply no opinion on the legal status of any territory.**"
    )


def test_the_number_of_markers_is_the_one_that_the_points_give(states):
    small = {row["id"] for row in rows("data/shapes/points.csv") if row["kind"] in ("small", "dot")}
    assert f"{len(small & states)} of {len(states)} states" in PAGE
