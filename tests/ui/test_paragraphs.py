"""Paragraphs have numbers that readers quote: where they end, and that nothing of the text is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.paragraphs import ends

PRINT = """\
It is an honour to speak before this Assembly, in which so
many have spoken of peace. We have come here to say again
what we said a year ago.
The Assembly knows the region. It has heard of the valley,
of the mountains around it and of those who live there, and
it has heard both sides.
There is hope.
We thank the Secretary-General for his efforts, and for his
report. We thank all States that have helped those who had
to leave their homes.
"""


def paragraphs(text):
    return [text[start:end] for start, end in pairwise([0, *ends(text)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("one", ["one"]),
        ("one\n", ["one\n"]),
        ("one\ntwo", ["one\n", "two"]),
        ("one\r\n\r\ntwo\rthree", ["one\r\n\r\n", "two\r", "three"]),
        ("\n \none\n \n\t\ntwo\n\n", ["\n \none\n \n\t\n", "two\n\n"]),
        ("one\ftwo\u2028three\vfour", ["one\f", "two\u2028", "three\v", "four"]),
        ("\n\n \n", ["\n\n \n"]),
    ],
)
def test_every_line_is_a_paragraph_and_blank_ones_belong_to_the_one_before(text, expected):
    assert paragraphs(text) == expected


def test_in_a_text_broken_into_lines_a_paragraph_ends_where_a_sentence_leaves_room():
    found = paragraphs(PRINT)
    assert [each.split()[0] for each in found] == ["It", "The", "There", "We"]
    assert paragraphs(PRINT.replace("\n", "\r\n")) == [each.replace("\n", "\r\n") for each in found]


def test_a_blank_line_ends_a_paragraph_of_such_a_text_too():
    text = PRINT.replace("so\nmany", "so\n\nmany")
    assert [each.split()[0] for each in paragraphs(text)] == ["It", "many", "The", "There", "We"]


def test_names_under_each_other_are_not_a_text_broken_into_lines():
    names = "\n".join(
        ("Azerbaijan", "Armenia", "Georgia", "Bosnia and Herzegovina", "Iran", "Chad", "Cuba", "Fiji", "Oman")
    )
    assert len(ends(names)) == 9


@given(st.text(alphabet="ab. \n\r\f\u2028e\u0301😀", max_size=80))
def test_paragraphs_are_the_whole_text_and_each_holds_words(text):
    assert "".join(paragraphs(text)) == text
    if text.strip():
        assert all(each.strip() for each in paragraphs(text))
    else:
        assert len(paragraphs(text)) == bool(text)
