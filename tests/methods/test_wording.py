"""What is new in wording: marked word by word, never where only the order differs."""

import random
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methods.wording import FUNCTION_WORDS, successive, wording

SPOKEN = ("The", "vote", "is", "not", "valid", "Baku", "said,", "votes;", "were", "Artsakh's", "“people”", "no")
WORDS = st.lists(st.sampled_from(SPOKEN))


def plain(text):
    """The words of a text that count, by a rule of its own: everything that is neither space nor sign."""
    words = [re.sub(r"[,;.“”]", "", word).casefold() for word in text.split()]
    return Counter(word for word in words if word and word not in FUNCTION_WORDS)


def new_words(found):
    return plain(" ".join(piece.text for piece in found.pieces if piece.is_new))


def test_new_words_are_marked_and_neighbours_are_one_piece():
    found = wording("Yerevan backed the vote.", "Yerevan backed the free and fair vote again.")
    assert [(piece.text, piece.is_new) for piece in found.pieces] == [
        ("Yerevan backed the ", False),
        ("free", True),
        (" and ", False),
        ("fair", True),
        (" vote again.", False),
    ]
    assert wording("A vote.", "A free fair vote.").pieces[1].text == "free fair"
    assert found.gone == ()


def test_what_is_no_longer_said_is_named_as_it_was_written():
    assert wording("The so-called Vote lacks legitimacy", "the vote").gone == ("so-called", "lacks", "legitimacy")


def test_only_the_order_differs_and_no_change_is_claimed():
    found = wording("Baku rejects the vote and the result.", "The result and the vote Baku rejects.")
    assert found.is_reordered
    assert not found.gone
    assert [piece.is_new for piece in found.pieces] == [False]


def test_the_same_text_again_is_neither_new_nor_reordered():
    found = wording("Not recognised.", "not recognised")
    assert not found.is_reordered
    assert not found.gone
    assert not any(piece.is_new for piece in found.pieces)


def test_a_negation_is_a_word_like_any_other():
    assert wording("The vote is recognised.", "The vote is not recognised.").pieces[1].text == "not"


def test_a_word_said_twice_is_new_once():
    assert new_words(wording("people", "people and people")) == Counter({"people": 1})


def test_the_first_text_has_nothing_new():
    first, second = successive(["One vote.", "Two votes."])
    assert [piece.is_new for piece in first.pieces] == [False]
    assert new_words(second) == Counter({"two": 1, "votes": 1})


def test_nothing_is_lined_up_of_nothing():
    assert successive([]) == []


@given(before=WORDS.map(" ".join), text=WORDS.map(" ".join))
def test_pieces_are_the_text_and_new_and_gone_are_the_difference_of_words(before, text):
    found = wording(before, text)
    assert "".join(piece.text for piece in found.pieces) == text
    assert new_words(found) == plain(text) - plain(before)
    assert plain(" ".join(found.gone)) == plain(before) - plain(text)


@given(words=WORDS, seed=st.integers())
def test_any_order_of_the_same_words_claims_no_change(words, seed):
    shuffled = random.Random(seed).sample(words, len(words))
    found = wording(" ".join(words), " ".join(shuffled))
    assert not found.gone
    assert not any(piece.is_new for piece in found.pieces)


@pytest.mark.parametrize("text", ["", " ", "…", "a the of", "Ərəz’s state-run \u202e(x)"])
def test_odd_texts_come_out_whole(text):
    found = wording("something", text)
    assert "".join(piece.text for piece in found.pieces) == text
