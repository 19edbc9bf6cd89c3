"""Where in a text are the words of a query? To the code point, and without taking whole texts apart.

Only words that begin rightly are looked at (see `beginnings`); what they turn out to be is decided word by word.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from queries.full_text.beginnings import first_characters
from queries.full_text.letters import DROPPED, FOLDED, HAN, SPELLING
from queries.full_text.tree import Leaf, Phrase, Prefix, Similar, Word
from queries.full_text.words import WORD, fold, is_similar, stem

# What is left of a word that was come upon in its middle.
_REST = re.compile(rf"(?:[^\W_{HAN}]|[{SPELLING}{DROPPED}])+")
# Marks that stand where no word is, or one character.
_OF_NO_WORD = re.compile(rf"[{DROPPED}]+|.", re.DOTALL)
# So many different words of texts are kept together with what they are to a query.
_MOST_KEPT = 10_000

# A word as it is written, its beginning and its end.
Found = tuple[str, int, int]


class Place(NamedTuple):
    """Where a leaf of a query stands in a text, in code points."""

    start: int
    end: int
    leaf: Leaf


class _Fitting(dict[str, tuple[Leaf, ...]]):
    """Which leaves a word fits, as it is written in a text; worked out when it is first met."""

    def __init__(self, leaves: tuple[Leaf, ...]) -> None:
        super().__init__()
        self._leaves = leaves

    def __missing__(self, written: str) -> tuple[Leaf, ...]:
        if len(self) >= _MOST_KEPT:
            self.clear()
        folded = fold(written)
        fitting = self[written] = tuple(leaf for leaf in self._leaves if begins(leaf, folded))
        return fitting


class Sought:
    """The leaves of a query, ready to be looked for in many texts; threads may share it."""

    def __init__(self, leaves: tuple[Leaf, ...]) -> None:
        self._first = first_characters(leaves)
        self._fitting = _Fitting(leaves)

    def places(self, text: str) -> Iterator[Place]:
        """Find every place of a leaf in a text, in the order of their beginnings; they may overlap."""
        fitting = self._fitting
        words = _candidates(self._first, text) if self._first else _fitting_words(text, fitting)
        for word, start, end in words:
            for leaf in fitting[word]:
                last = _end_of_phrase(leaf, text, end) if isinstance(leaf, Phrase) else end
                if last is not None:
                    yield Place(start, last, leaf)


@lru_cache(maxsize=32)
def sought_in_texts(leaves: tuple[Leaf, ...]) -> Sought:
    """Make the leaves of a query ready; who asks for the same shares what was learnt from other texts."""
    return Sought(leaves)


def begins(leaf: Leaf, folded: str) -> bool:
    """Whether a folded word is what a leaf asks for, or the first word of its phrase."""
    match leaf:
        case Word(wanted):
            return stem(folded) == stem(wanted)
        case Similar(wanted):
            return stem(folded) == stem(wanted) or is_similar(wanted, folded)
        case Prefix(wanted):
            return folded.startswith(wanted)
        case Phrase(words):
            return folded == words[0]


def _end_of_phrase(phrase: Phrase, text: str, end: int) -> int | None:
    """Where a phrase ends whose first word ends there, if its other words follow."""
    for wanted in phrase.words[1:]:
        word = WORD.search(text, end)
        if not word or fold(word[0]) != wanted:
            return None
        end = word.end()
    return end


def _fitting_words(text: str, fitting: _Fitting) -> list[Found]:
    """Find the words of a text that fit a leaf; each different word is looked at once."""
    fit = (word for word in {*WORD.findall(text)} if fitting[word])
    return sorted((found for word in fit for found in _places_of(word, text)), key=itemgetter(1))


def _places_of(written: str, text: str) -> Iterator[Found]:
    start = text.find(written)
    while start >= 0:
        word = WORD.match(text, start) if _begins(text, start) else None
        if word and word[0] == written:
            yield written, start, word.end()
        start = text.find(written, start + 1)


def _candidates(first: re.Pattern[str], text: str) -> Iterator[Found]:
    """Find the words of a text that begin with certain characters."""
    passed = 0
    for candidate in first.finditer(text):
        start, end = candidate.span()
        if candidate.lastindex:
            yield candidate[0], start, end
        elif start >= passed:
            is_beginning = _begins(text, start)
            word = WORD.match(text, start) if is_beginning else None
            if word:
                yield word[0], start, word.end()
            rest = word or (_OF_NO_WORD if is_beginning else _REST).match(text, start) or candidate
            passed = rest.end()


def _begins(text: str, place: int) -> bool:
    """Whether the character there does not go on with a word. What is folded to a blank first stands by itself."""
    before = place - 1
    while before >= 0 and FOLDED[ord(text[before])] == "":
        before -= 1
    return before < 0 or FOLDED[ord(text[before])][0] == " " or FOLDED[ord(text[place])].startswith(" ")
