"""The article that the collection grew out of: on the map by its source filter, and whole in the reader."""

import json
import re
from html import unescape
from itertools import chain
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


def test_who_is_silent_has_no_voice_in_the_table():
    table = seen.grid(page("map", {"issue": "nk-votes-valid"}))
    silent = table[table["Date"].isna()]
    assert len(silent)
    assert set(silent["Voice"]) == {""}
    assert "" not in set(table[table["Date"].notna()]["Voice"])


@pytest.fixture(scope="module")
def in_the_reader():
    return page("source", {"read": SOURCE, "q": "Karabakh"})


def pieces(app):
    """What the reader is told of the text, piece by piece: text, numbers of passages, of ends, and of the hit."""
    (told,) = [each for each in map(sent, app.get("bidi_component")) if "paragraphs" in each]
    for piece in chain.from_iterable(told["paragraphs"]):
        plain = piece if isinstance(piece, dict) else {"text": piece}
        yield plain["text"], plain.get("passages", []), plain.get("ends", []), plain.get("hit", 0)


def sent(component):
    """What a component on the page was told."""
    return json.loads(component.proto.json)


def test_the_reader_marks_every_passage_and_keeps_every_word(in_the_reader):
    found = list(pieces(in_the_reader))
    assert "".join(text for text, *_ in found) == TEXT.read_bytes().decode("utf-8")
    marks = "".join(text for text, passages, *_ in found if passages)
    assert sorted(chain.from_iterable(ends for _, _, ends, _ in found)) == [1, 2, 3, 4, 5, 6, 7]
    assert "condemned the illegal elections held in in Karabakh on March 31" in marks
    assert "More than 20,000" not in marks


def test_the_reader_marks_every_place_of_the_words_that_were_searched_for(in_the_reader):
    found = list(pieces(in_the_reader))
    hits = {hit: "" for *_, hit in found if hit}
    for text, *_, hit in found:
        if hit:
            hits[hit] += text
    assert [*hits.values()] == re.findall("karabakh", TEXT.read_bytes().decode("utf-8"), re.IGNORECASE)
    (answer,) = [text for text in texts(in_the_reader) if "class='answer'" in text]
    assert f"“Karabakh” was found at {len(hits)} places of the text." in unescape(answer)


def test_the_reader_says_how_well_each_statement_is_corroborated(in_the_reader):
    told = "".join(texts(in_the_reader))
    first = told.partition("id='claims-2'")[0]
    assert "3 sources; 2 of them hold no text here and could not be compared." in first
    assert first.count("<li>") == 2
    assert "Georgia on the second round of the Karabakh presidential vote" in first


def test_every_listed_name_has_a_link_to_its_statement():
    app = page("source", {"read": SOURCE})
    told = re.findall(r"<p class='told'>(.*?)</p>", "".join(texts(app)))
    for name in LISTED | ORGANISATIONS:
        mine = [each for each in told if f">{name}</a>, statement of <a class='inner' href='statements?" in each]
        assert len(mine) == 2, name
        assert all("&amp;statement=" in each for each in mine)
