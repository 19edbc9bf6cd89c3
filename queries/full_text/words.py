"""What is a word, and when are two words the same to a search?

The index, the scan, snippets and the marks in a text all take texts apart here, so that they agree. A word is a run of
letters and digits; everything else ends it, apostrophe and hyphen too. Chinese characters are words by themselves.
"""

import re
import unicodedata
from functools import lru_cache

import tantivy

from queries.full_text.letters import DROPPED, FOLDED, HAN, MODIFIERS, SPELLING

# Nearly all words are of plain letters: the first branch takes these fast, and whole (++), or not at all.
WORD = re.compile(
    rf"[0-9A-Za-z]++(?![\x80-\U0010ffff])"
    rf"|(?:[^\W_{HAN}{MODIFIERS}]|[{SPELLING}])(?:[^\W_{HAN}]|[{SPELLING}{DROPPED}])*"
    rf"|[{HAN}][{DROPPED}]*"
)

STEMMER = tantivy.Filter.stemmer("english")
_stemming = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(STEMMER).build()


def fold_text(text: str) -> str:
    """Fold a text: its words without capitals and diacritics, with blanks between them."""
    return unicodedata.normalize("NFC", text).translate(FOLDED)


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Fold one word of a text, as `WORD` finds it."""
    return fold_text(word).strip()


@lru_cache(maxsize=200_000)
def stem(folded: str) -> str:
    """Cut an English ending off a folded word; other words stay as they are."""
    return str(_stemming.analyze(folded)[0])


def folded_words(text: str) -> list[str]:
    """Fold every word of a text, in order."""
    return fold_text(text).split()


def most_changes(folded: str) -> int:
    """How many letters of a word may differ in a similar spelling: none in short ones, two in long ones."""
    return (len(folded) >= 5) + (len(folded) >= 9)


def is_similar(word: str, other: str) -> bool:
    """Whether the second can be had from the first by few changes: a letter more, less, another, or two exchanged."""
    most = most_changes(word)
    # A change makes one letter come and another go; most words differ by more, and no table need be filled.
    if abs(len(word) - len(other)) > most or len({*word} ^ {*other}) > 2 * most:
        return False
    before: list[int] = []
    above: list[int] = [*range(len(other) + 1)]
    for row, letter in enumerate(word, start=1):
        current: list[int] = [row]
        for column, against in enumerate(other, start=1):
            best = min(above[column] + 1, current[-1] + 1, above[column - 1] + (letter != against))
            if row > 1 < column and letter == other[column - 2] and word[row - 2] == against:
                best = min(best, before[column - 2] + 1)
            current.append(best)
        if min(current) > most:
            return False
        before, above = above, current
    return above[-1] <= most
