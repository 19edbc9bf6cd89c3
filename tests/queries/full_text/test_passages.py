"""Marks and snippets are right to the code point, whatever the text is."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from queries.full_text import occurrences
from queries.full_text.grammar import understand
from queries.full_text.passages import WIDTH, marks, places, snippet
from queries.full_text.sought import begins
from queries.full_text.tree import Phrase, sought
from queries.full_text.words import WORD, fold

PIECES = [
    "karabakh",
    "Kărăbákh",
    "karabakhi",
    "Karabagh",
    "war",
    "wars",
    "status quo",
    "status-\nquo",
    "dying",
    "die",
    "k",
]
PIECES += [
    "<script>alert(1)</script>",
    "&amp;",
    "&",
    "سلام",
    "שָׁלוֹם",
    "\u202e",
    "\u0301",
    "\u200d",
    "\u00ad",
    "🏳️‍🌈",
    "𐐀𐐁",
    "\x00",
]
PIECES += ["和", "平和", "か\u3099", "é", "É", "ß", "İstanbul", "ﬁne", "’", "_", " ", " ", "\n", "x" * 300]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join)
QUERIES = st.sampled_from(
    [
        "karabakh",
        "karabagh~",
        "kara*",
        '"status quo"',
        "war OR die",
        "istanbul fine",
        "和",
        '"平 和"',
        "é*",
        "سلام",
        "k",
        "𐐨*",
        "ss",
        "karabakh NOT war",
        '"k k" k',
        "script alert",
        "amp",
    ]
)


def asked_for(query):
    """What a query with words in it asks to be found."""
    tree = understand(query).tree
    assert tree
    return sought(tree)


def tokens(text):
    """The words of a text with their places, all of them."""
    return [(word.start(), word.end(), fold(word[0])) for word in WORD.finditer(text)]


def placed(text, leaves):
    """Where leaves stand, by looking at every word."""
    words = tokens(text)
    for place, (start, end, folded) in enumerate(words):
        for leaf in leaves:
            last = place + len(leaf.words) if isinstance(leaf, Phrase) else place + 1
            if isinstance(leaf, Phrase) and [each[2] for each in words[place:last]] != [*leaf.words]:
                continue
            if begins(leaf, folded):
                yield start, words[last - 1][1] if isinstance(leaf, Phrase) else end, leaf


@given(TEXTS, QUERIES)
@example("\u0301karabakh \u0301\u0301karabakh, \u0301", "karabakh")
@example("a\u0301\u0301和karabakh和", "和 karabakh")
def test_places_are_those_of_reading_every_word(text, query):
    leaves = asked_for(query)
    assert [tuple(place) for place in places(text, leaves)] == [*placed(text, leaves)]


@given(TEXTS, QUERIES)
def test_marks_are_in_order_apart_and_begin_and_end_with_a_word(text, query):
    found = occurrences(text, query)
    edges = [edge for mark in found for edge in mark]
    assert edges == sorted(edges)
    assert {start for start, _ in found} <= {start for start, _, _ in tokens(text)}
    assert {end for _, end in found} <= {end for _, end, _ in tokens(text)}


@given(TEXTS, QUERIES)
def test_a_snippet_is_cut_out_unchanged_with_its_marks_where_they_stand(text, query):
    found = places(text, asked_for(query))
    shown = snippet(text, found)
    assert shown.text == text[shown.start : shown.start + len(shown.text)]
    assert len(shown.text) <= WIDTH
    end = shown.start + len(shown.text)
    inside = [(max(one, shown.start), min(two, end)) for one, two in marks(found) if one < end and two > shown.start]
    assert [(one + shown.start, two + shown.start) for one, two in shown.marks] == inside
    assert bool(shown.marks) == bool(found)


def test_the_passage_that_holds_most_of_the_query_is_shown():
    text = "war " + "x " * 500 + "war and peace" + " y" * 500 + " peace"
    shown = snippet(text, places(text, asked_for("war peace")))
    assert [shown.text[start:end] for start, end in shown.marks] == ["war", "peace"]
    assert shown.text.startswith("x x")


def test_a_text_without_places_is_shown_from_its_beginning():
    text = "a text " * 100
    assert snippet(text, []) == (text[:258], (), 0)


def test_words_under_not_are_not_marked():
    assert occurrences("peace and war", "peace NOT war") == [(0, 5)]
    assert occurrences("peace and war", "NOT (peace OR war)") == []


@pytest.mark.parametrize("query", ["", "!!!", "NOT", "(((", "*"])
def test_a_query_without_words_marks_nothing(query):
    assert occurrences("peace!!!", query) == []


def test_what_overlaps_is_one_mark():
    text = "status quo ante bellum"
    assert occurrences(text, '"status quo ante" "quo ante bellum" ante') == [(0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "refugees karabakh stepanakert " * 66_000,
        "k" * 2_000_000,
        "\u0301" * 2_000_000,
        "k" + "\u0301" * 2_000_000 + "k",
        "\x00" * 2_000_000,
        "шк" * 1_000_000,
        "и\u0306к " * 500_000,
        "和" * 700_000,
    ],
    ids=lambda text: ascii(text[:4]),
)
def test_a_line_of_two_megabytes_is_quick(text):
    start = time.process_time()
    for query in ("karabakh к", "karabagh~ 和", '"refugees karabakh"'):
        found = places(text, asked_for(query))
        shown = snippet(text, found)
        assert len(shown.text) <= WIDTH
        assert len(marks(found)) <= len(found)
    # A search that looked at each character more than a few times would take minutes.
    assert time.process_time() - start < 30
