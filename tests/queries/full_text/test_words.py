"""What a word is, and when two are the same."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.full_text.beginnings import CHANGED
from queries.full_text.letters import FOLDED, PLAIN
from queries.full_text.words import WORD, fold, fold_text, folded_words, is_similar, most_changes, stem
from tests.queries.full_text.matcher import distance
from tests.queries.full_text.vocabulary import KEYS, SPELLINGS, same_stem

# Letters, marks, joiners, signs and Chinese characters, as they meet in texts and as they do not.
HOSTILE = (
    st.text(
        st.sampled_from("aZ9_ıəßﬁŁé\u0301\u0323\u05b4\u064e\u093f\u0e38か\u3099漢々\ufe0f\u00ad\u200dʻ½²-’ \n\x00🌍𐐀")
    )
    | st.text()
)


@pytest.mark.parametrize(("key", "spelling"), [(key, each) for key in KEYS for each in SPELLINGS[key]])
def test_spellings_of_a_word_are_the_same(key, spelling):
    assert folded_words(spelling) == [key]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Karabakh's peoples’", ["karabakh", "s", "peoples"]),
        ("Nagorno-Karabakh, 62/243", ["nagorno", "karabakh", "62", "243"]),
        ("Kara\u00adbakh Oʻzbekiston Qurʾān", ["karabakh", "ozbekiston", "quran"]),
        ("Straße, Ærø, Œuvre, Þingvellir, ﬁne, ＡＢ", ["strasse", "aero", "oeuvre", "thingvellir", "fine", "ab"]),
        ("和平 peace", ["和", "平", "peace"]),
        ("हिन्दी", ["हिन्दी"]),
        ("Ёлка снова", ["елка", "снова"]),
        ("snake_case ___ \x00", ["snake", "case"]),
    ],
)
def test_words_of_a_text(text, words):
    assert folded_words(text) == words


def test_every_character_is_read_alike_in_a_text_and_as_a_word():
    # One that stands by itself, and one within, before and behind a word.
    for code in (*range(0x3300), *range(0xA000, 0xD800), *range(0xE000, 0x11000), *range(0x1E000, 0x20010)):
        for text in (f"a {chr(code)} b", f"a{chr(code)}b", f"漢{chr(code)}か"):
            assert folded_words(text) == [fold(word) for word in WORD.findall(text)], ascii(text)


@given(HOSTILE)
def test_a_text_is_read_alike_as_a_whole_and_word_by_word(text):
    assert folded_words(text) == [fold(word) for word in WORD.findall(text)]


@given(HOSTILE)
def test_composed_and_decomposed_texts_are_the_same(text):
    assert fold_text(unicodedata.normalize("NFC", text)) == fold_text(unicodedata.normalize("NFD", text))


def test_what_a_character_is_folded_to_is_folded_to_itself():
    for code in (*range(0x3300), *range(0xA000, 0xD800), *range(0xF900, 0x11000)):
        for word in folded_words(chr(code)):
            assert folded_words(word) == [word], ascii(chr(code))


def test_letters_that_are_named_plain_have_no_decomposition():
    assert [letter for letter in PLAIN if unicodedata.normalize("NFKD", letter) != letter] == []
    assert [letter for letter, plain in PLAIN.items() if FOLDED[ord(letter)] != plain] == []


def test_stems_are_shared_by_forms_of_a_word_and_by_no_others():
    shared = [(one, other) for one in KEYS for other in KEYS if stem(one) == stem(other)]
    assert shared == [(one, other) for one in KEYS for other in KEYS if same_stem(one, other)]


def test_no_ending_reaches_the_second_letter_but_in_words_like_dying():
    endings = [
        "",
        "s",
        "es",
        "ed",
        "ing",
        "ies",
        "ied",
        "ying",
        "y",
        "ly",
        "ational",
        "ization",
        "ness",
        "iviti",
        "edly",
    ]
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = [
        one + two + three + end for one in letters for two in letters for three in ("", *"aeinsty") for end in endings
    ]
    assert [word for word in words if stem(word)[:2] != word[:2] and not CHANGED.fullmatch(stem(word))] == []
    assert stem("dying") == "die"


def test_similar_spellings_are_those_of_few_changes():
    draw = random.Random(1)
    pairs = [(draw.choice(KEYS), mutated(draw, draw.choice(KEYS))) for _ in range(500)]
    pairs += [(key, mutated(draw, key)) for key in KEYS for _ in range(20)]
    for one, other in pairs:
        assert is_similar(one, other) == (distance(one, other) <= most_changes(one))


def mutated(draw, word):
    """A word after up to three changes."""
    letters = [*word]
    for _ in range(draw.randint(1, 3)):
        place = draw.randrange(len(letters) + 1)
        letters[place : place + draw.randint(0, 2)] = draw.choice([[], ["k"], letters[place : place + 2][::-1]])
    return "".join(letters)
