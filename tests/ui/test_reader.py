"""The reader shows every character of a text once, as text, with its passages marked."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from ui.reader import Passage, marked, passages


def row(statement_id, start, end):
    return {"statement_id": statement_id, "start": start, "end": end}


@st.composite
def marked_texts(draw):
    text = draw(st.text(min_size=1, max_size=60))
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=5))
    rows = [row(f"s{number}", min(span), max(span)) for number, span in enumerate(spans) if span[0] != span[1]]
    return text, passages(sorted(rows, key=lambda found: (found["start"], found["end"])))


@given(marked_texts())
def test_without_its_own_markup_the_html_is_the_text(drawn):
    text, found = drawn
    html = marked(text, found)
    shown = re.sub(r"<sup>.*?</sup>|</?(mark|a|div)\b[^<>]*>", "", html)
    assert unescape(shown) == text
    assert "<script" not in html


@given(marked_texts())
def test_marks_cover_exactly_the_passages(drawn):
    text, found = drawn
    pieces = re.findall(r"<mark class='\w+'>(.*?)</mark>", marked(text, found), re.S)
    covered = {place for passage in found for place in range(passage.start, passage.end)}
    assert unescape("".join(pieces)) == "".join(text[place] for place in sorted(covered))


def test_every_passage_has_one_anchor_and_one_number_at_its_end():
    html = marked("abcdef", [Passage(0, 2, ()), Passage(1, 4, ())])
    assert re.findall(r"id='(passage-\d)'", html) == ["passage-1", "passage-2"]
    assert re.findall(r"href='#(claims-\d)'", html) == ["claims-1", "claims-2"]


def test_the_chosen_statement_stands_out():
    found = passages([row("one", 0, 2), row("two", 3, 5)])
    assert marked("abcdef", found, "two").count("class='lit'") == 1


def test_statements_of_one_stretch_are_one_passage_and_rows_without_a_place_none():
    found = passages([row("one", 0, 2), row("two", 0, 2), row("three", None, None)])
    assert [[said["statement_id"] for said in passage.statements] for passage in found] == [["one", "two"]]
