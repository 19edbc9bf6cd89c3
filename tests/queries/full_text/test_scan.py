"""Where documents are read one by one, letters count as the same as they do in the index, but for those named."""

import unicodedata

import pytest

import queries
from queries.full_text import scan
from queries.full_text.letters import PLAIN
from queries.full_text.tree import Phrase, Prefix, Word
from queries.full_text.words import WORD, fold
from tests.queries import filled
from tests.queries.full_text.test_index import source

# Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Georgian.
BLOCKS = (range(0x41, 0x250), range(0x370, 0x700), range(0x10A0, 0x1100), range(0x1E00, 0x2000))


def read(connection, leaf):
    """The ids of documents that hold a leaf."""
    found = queries.answer(connection, "documents", {"pattern": scan.pattern(leaf)})
    return {row["id"] for row in found.to_pylist()}


def is_other_form(letter):
    """Whether a letter is another form of one or two: a ligature, a final letter, a superscript."""
    return unicodedata.normalize("NFKD", letter) != unicodedata.normalize("NFD", letter)


def test_letters_are_the_same_as_in_the_index_but_for_other_forms(connection):
    letters = [
        chr(code) for block in BLOCKS for code in block if WORD.fullmatch(chr(code)) and not is_other_form(chr(code))
    ]
    rows = [source(number, letter, title=None, publisher=None) for number, letter in enumerate(letters)]
    filled.fill(connection, {"sources": rows})
    assert set(PLAIN) <= {letter.lower() for letter in letters} | {"ɓ", "ɗ", "ƙ", "ƴ"}
    # What a letter is folded to, where it is not the letter itself.
    for folded in sorted({fold(letter) for letter in letters if fold(letter) != letter.lower()}):
        expected = {f"s{number}" for number, letter in enumerate(letters) if fold(letter) == folded}
        assert read(connection, Word(folded)) == expected, folded


@pytest.mark.parametrize(
    ("text", "leaf", "is_found"),
    [
        ("Ruritania", Word("ruritania"), True),
        ("Ruritanian", Word("ruritania"), False),
        ("Ruritanian", Prefix("ruritania"), True),
        ("a Ruritania_b", Word("ruritania"), True),
        ("status\n\n-quo", Phrase(("status", "quo")), True),
        ("statusquo", Phrase(("status", "quo")), False),
        ("quo status", Phrase(("status", "quo")), False),
        ("為和平。", Phrase(("和", "平")), True),
        ("為和，平。", Phrase(("和", "平")), True),
        ("x和y", Word("和"), True),
        ("a.*b", Word("ab"), False),
        ("peace\x00war", Word("war"), True),
        ("ﬁne ²", Word("fine"), False),
    ],
)
def test_words_are_found_whole_as_they_are_written(connection, text, leaf, is_found):
    filled.fill(connection, {"sources": [source(1, text)]})
    assert bool(read(connection, leaf)) == is_found


def test_a_phrase_does_not_go_from_one_part_to_the_next(connection):
    filled.fill(connection, {"sources": [source(1, "quo", title="status", publisher="status")]})
    assert read(connection, Phrase(("status", "quo"))) == set()
    assert read(connection, Word("quo")) == {"s1"}
