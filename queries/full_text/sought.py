"""Where in a text are the words of a query? To the code point, and without taking whole texts apart.

Only words that begin with the right letter are looked at. A letter beyond ASCII may fold to any other, so all of these
are; what they turn out to be is decided word by word.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from queries.full_text.letters import DROPPED, FOLDED, HAN, SPELLING, is_han
from queries.full_text.tree import Leaf, Phrase, Prefix, Similar, Word
from queries.full_text.words import WORD, fold, is_similar, stem

# What is left of a word that was come upon in its middle, or one character.
_REST = re.compile(rf"(?:[^\W_{HAN}]|[{SPELLING}{DROPPED}])+|.", re.DOTALL)
_BEYOND_ASCII = r"[\x80-\U0010ffff]"
# The rest of a word of plain letters, with nothing beyond ASCII on either side: what was found is then a word.
_WHOLE = rf"(?:(?<=[0-9A-Za-z])(?<![0-9A-Za-z\x80-\U0010ffff].)([0-9A-Za-z]*+)(?!{_BEYOND_ASCII}))?"
# The stem of dying is die, and so on: English endings reach the second letter of no other word.
_CHANGED = re.compile(r".ie")
# So many different words of texts are kept together with what they are to a query.
_MOST_KEPT = 20_000


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
        self._candidate = _candidate([_opening(leaf) for leaf in leaves])
        self._fitting = _Fitting(leaves)

    def places(self, text: str) -> Iterator[Place]:
        """Find every place of a leaf in a text, in the order of their beginnings; they may overlap."""
        fitting = self._fitting
        for word, start, end in _candidates(self._candidate, text) if self._candidate else _words(text):
            for leaf in fitting[word]:
                last = _end_of_phrase(leaf, text, end) if isinstance(leaf, Phrase) else end
                if last is not None:
                    yield Place(start, last, leaf)


@lru_cache(maxsize=16)
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


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Find the words of a text with their beginnings and ends."""
    return ((word[0], *word.span()) for word in WORD.finditer(text))


def _candidates(first: re.Pattern[str], text: str) -> Iterator[tuple[str, int, int]]:
    """Find the words of a text that begin with certain characters, with their beginnings and ends."""
    passed = 0
    for candidate in first.finditer(text):
        start, end = candidate.span()
        if candidate.lastindex:
            yield candidate[0], start, end
        elif start >= passed:
            word = WORD.match(text, start) if _begins(text, start) else None
            if word:
                yield word[0], start, word.end()
            rest = word or _REST.match(text, start) or candidate
            passed = rest.end()


def _begins(text: str, place: int) -> bool:
    """Whether the character there does not go on with a word. What is folded to a blank first stands by itself."""
    before = place - 1
    while before >= 0 and FOLDED[ord(text[before])] == "":
        before -= 1
    return before < 0 or FOLDED[ord(text[before])][0] == " " or FOLDED[ord(text[place])].startswith(" ")


def _opening(leaf: Leaf) -> str:
    """How every word begins that fits a leaf: by one or two letters, or in any way."""
    match leaf:
        case Word(folded):
            return folded[: 1 if _CHANGED.fullmatch(stem(folded)) else 2]
        case Prefix(folded):
            return folded[:2]
        case Phrase(words):
            return words[0][:2]
        case Similar():
            return ""


def _candidate(openings: list[str]) -> re.Pattern[str] | None:
    """Find the first characters of words that may fit; None where any word may.

    These begin with the right plain letters, or beyond ASCII.

    A class of characters comes first and all else behind it, because such a search is much the faster. The look behind
    passes over the inside of words of plain letters; not where Chinese characters are looked for, which need no blank.
    """
    if "" in openings:
        return None
    behind = "" if any(map(is_han, map(ord, "".join(openings)))) else r"(?<![0-9A-Za-z].)"
    first = _class([opening[0] for opening in openings])
    ahead = ""
    if all(len(opening) == 2 for opening in openings):
        ahead = f"(?:(?={_class([opening[1] for opening in openings])})|(?<={_BEYOND_ASCII}))"
    return re.compile(f"{first}{behind}{ahead}{_WHOLE}")


def _class(letters: Sequence[str]) -> str:
    """Write plain letters, small and capital, and all beyond ASCII as a class of characters.

    It names what is not in it, which can be looked up at once.
    """
    wanted = {case for letter in letters for case in (letter, letter.upper())}
    others = (chr(code) for code in range(128) if chr(code) not in wanted)
    return f"[^{re.escape(''.join(others))}]"
