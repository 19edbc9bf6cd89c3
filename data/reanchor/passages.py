"""At which places do the words of a passage stand?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from data.quotes import places
from data.reanchor.words import Words


class Passage(NamedTuple):
    """A passage of an old text, and the new text in which it is looked for."""

    old: Words
    new: Words
    start: int
    end: int

    @property
    def exact(self) -> str:
        """Its words."""
        return self.old.text[self.start : self.end]

    @property
    def hole(self) -> range:
        """Its words by number."""
        return self.old.within(self.start, self.end)

    def words_at(self, text: Words, place: int) -> range:
        """The words, by number, of the same passage at another place."""
        return text.within(place, place + self.end - self.start)


class Area(NamedTuple):
    """Words of the old and of the new text, by number, among which a passage is looked for."""

    old: Sequence[int]
    new: Sequence[int]


def places_in_new(passage: Passage, numbers: Sequence[int]) -> list[int]:
    """Every place at which the passage stands, character for character, among some words of the new text."""
    return [*_places(passage, passage.new, numbers)]


def places_in_old(passage: Passage, numbers: Sequence[int]) -> list[int]:
    """The same for words of the old text; its own place is one of them."""
    return [*_places(passage, passage.old, numbers)]


def _places(passage: Passage, text: Words, numbers: Sequence[int]) -> Iterator[int]:
    # A passage that ended a word and is followed by further letters now says something else.
    cut = _cut(passage.old.text, passage.start, passage.end)
    for start, end in text.stretches(numbers):
        for offset in places(text.text[start:end], passage.exact):
            place = start + offset
            if _cut(text.text, place, place + passage.end - passage.start) == cut:
                yield place


def _cut(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a passage starts and ends in the middle of a word."""
    before, after = text[max(start - 1, 0) : start + 1], text[end - 1 : end + 1]
    return len(before) == 2 and before.isalnum(), len(after) == 2 and after.isalnum()
