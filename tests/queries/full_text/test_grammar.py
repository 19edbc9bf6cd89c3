"""Any text is understood as something, and what is left out is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.full_text.grammar import understand
from queries.full_text.pieces import MOST_CHARACTERS, MOST_WORDS
from queries.full_text.tree import Phrase, leaves

PIECES = st.sampled_from(
    ["karabakh", "AND", "OR", "NOT", "(", ")", '"', "*", "~", "war~", "kara*", "«", "-", "'s", "和", "\x00"]
)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("karabakh", "“karabakh”"),
        ("Əliyev Erdoğan", "“aliyev” and “erdogan”"),
        ("a b OR c d", "(“a” and “b”) or (“c” and “d”)"),
        ("a AND b NOT c", "“a” and “b” and not “c”"),
        ("a (b OR NOT c)", "“a” and (“b” or not “c”)"),
        ("NOT (a OR b)", "not (“a” or “b”)"),
        ("NOT NOT a", "“a”"),
        ("not and or", "“not” and “and” and “or”"),
        ("war War WAR", "“war”"),
        ('"status quo" kara*', "exactly “status quo” and a word that begins with “kara”"),
        ("«status  quo» „war“", "exactly “status quo” and exactly “war”"),
        ("Nagorno-Karabakh 62/243 U.S.", "exactly “nagorno karabakh” and exactly “62 243” and exactly “u s”"),
        ("Armenia's people’s peoples'", "“armenia” and “people” and “peoples”"),
        ("karabach~ azerbaidjan~2", "(“karabach” or a similar spelling) and (“azerbaidjan” or a similar spelling)"),
        ("Nagorno-Karab*", "“nagorno” and a word that begins with “karab”"),
        ("和平", "exactly “和 平”"),
    ],
)
def test_a_query_is_understood(text, sentence):
    assert understand(text)[2:] == (sentence, ())


def test_similar_spellings_are_for_plain_words_of_five_letters_and_more():
    asked = 'karabakh war "status quo" azerb*'
    assert understand(asked, is_similar=True).sentence == (
        "(“karabakh” or a similar spelling) and “war” and exactly “status quo” and a word that begins with “azerb”"
    )


@pytest.mark.parametrize(
    ("text", "sentence", "note"),
    [
        ("OR peace", "“peace”", "OR needs words on both sides"),
        ("peace AND", "“peace”", "AND needs words on both sides"),
        ("peace NOT", "“peace”", "NOT needs a word behind it"),
        ("(peace", "“peace”", "is not closed"),
        ("peace) war", "“peace” and “war”", "closing parenthesis has no partner"),
        ('"peace talks', "exactly “peace talks”", "quotation mark has no partner"),
        ("kara*bakh", "exactly “kara bakh”", "only at the end of a word"),
        ("* peace", "“peace”", "only at the end of a word"),
        ("war~", "“war”", "too short for similar spellings"),
        ("((((((((((((((((((war))))))))))))))))))", "“war”", "more than 16 deep"),
        (" ".join(map(str, range(40))), None, "first 32 words"),
        ("peace " * 50, "“peace”", "first 200 characters"),
        ("!!! ()", "", "no word to search for"),
    ],
)
def test_what_is_left_out_is_said(text, sentence, note):
    understood = understand(text)
    assert sentence in (None, understood.sentence)
    assert any(note in each for each in understood.notes)


@pytest.mark.parametrize("text", ["", "  \n\u3000"])
def test_nothing_asked_for_is_everything(text):
    assert understand(text) == (None, True, "everything", ())


@given(st.text() | st.lists(PIECES).map(" ".join) | st.lists(PIECES).map("".join), st.booleans())
def test_no_text_fails_and_every_query_is_bounded(text, is_similar):
    understood = understand(text, is_similar)
    found = [*leaves(understood.tree)] if understood.tree else []
    assert sum(len(leaf.words) if isinstance(leaf, Phrase) else 1 for leaf in found) <= MOST_WORDS
    assert bool(found) == bool(understood.sentence) or understood.is_everything
    assert found or understood.notes or understood.is_everything


@pytest.mark.parametrize("sign", ["(", ")", '"', "NOT ", "AND ", "OR ", "(NOT ", "a* ", "~"])
def test_repeated_signs_are_borne(sign):
    assert understand(sign * MOST_CHARACTERS).notes
