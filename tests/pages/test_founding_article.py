"""The article that the collection grew out of: on the map by its source filter, and whole in the reader."""

import re
from html import unescape
from pathlib import Path

import pytest

from tests.pages import seen
from tests.pages.test_every_page import page, texts

SOURCE = "azernews-2020-04-15-geo"
TEXT = Path(__file__).parents[2] / "data" / "texts" / f"{SOURCE}.txt"
LISTED = {"Australia", "Canada", "Estonia", "France", "Germany", "Latvia", "Norway", "Pakistan", "Ukraine"}
LISTED |= {"Türkiye", "UK"}
ORGANISATIONS = {"EU", "GUAM", "NATO", "OIC", "OSCE", "TURKPA", "V4"}


@pytest.fixture(scope="module")
def on_the_map():
    app = page("map", {"source": SOURCE, "issue": "nk-votes-valid", "from": "2020-03-01", "to": "2020-04-30"})
    table = seen.grid(app)
    return table[table["Position"] == "Not recognised"].set_index("Actor")


def test_georgia_speaks_for_itself_and_the_others_are_only_listed(on_the_map):
    assert set(on_the_map.index) == {"Georgia"} | LISTED | ORGANISATIONS
    assert on_the_map.loc["Georgia", "Voice"] == "Own voice"
    assert set(on_the_map.drop("Georgia")["Voice"]) == {"Named in a list"}
    assert on_the_map.loc["Georgia", "Evidence"] == "Reported by the press"
    assert set(on_the_map.drop("Georgia")["Evidence"]) == {"Only named in a list"}


def test_the_reader_marks_every_passage_and_keeps_every_word():
    html = next(text for text in texts(page("source", {"read": SOURCE})) if "class='text'" in text)
    text = TEXT.read_bytes().decode("utf-8")
    marks = unescape("".join(re.findall(r"<mark class='quoted'>(.*?)</mark>", html, re.S)))
    assert unescape(re.sub(r"<sup>.*?</sup>|</?(mark|a|div)\b[^<>]*>", "", html)) == text
    assert [int(number) for number in re.findall(r"id='passage-(\d+)'", html)] == [1, 2, 3, 4, 5, 6, 7]
    assert "condemned the illegal elections held in in Karabakh on March 31" in marks
    assert "More than 20,000" not in marks


def test_every_listed_name_has_a_link_to_its_statement():
    app = page("source", {"read": SOURCE})
    told = re.findall(r"<p class='told'>(.*?)</p>", "".join(texts(app)))
    for name in LISTED | ORGANISATIONS:
        mine = [each for each in told if f">{name}</a>, statement of <a class='inner' href='statements?" in each]
        assert len(mine) == 2, name
        assert all("&amp;statement=" in each for each in mine)
