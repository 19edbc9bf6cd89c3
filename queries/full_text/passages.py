"""Which places of a text does a query mark, and which passage of it says most about them?"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from queries.full_text.grammar import understand
from queries.full_text.sought import Place, sought_in_texts
from queries.full_text.tree import Leaf, sought

Span = tuple[int, int]

WIDTH = 260
# Of the passage, so much stands before its first mark.
_BEFORE = 60
# The best passage is looked for among so many beginnings.
_MOST_PLACES = 100
_BLANK = re.compile(r"\s")


class Snippet(NamedTuple):
    """A passage of a text.

    Attributes:
        text: The passage, cut out of the text without a change.
        marks: What fits the query, in code points within the passage; in order, none touches another.
        start: Where the passage begins in the whole text, in code points.
    """

    text: str
    marks: tuple[Span, ...]
    start: int


def occurrences(text: str, asked_text: str, is_similar: bool = False) -> list[Span]:
    """Find every place in a text that fits the words, prefixes and phrases of a query; not those under NOT.

    Args:
        text: Any text.
        asked_text: The query as the reader typed it.
        is_similar: Whether every plain word may be spelled differently.

    Returns:
        Beginning and end in code points, in order; what overlaps is one place.
    """
    tree = understand(asked_text, is_similar).tree
    return marks(places(text, sought(tree))) if tree else []


def places(text: str, leaves: tuple[Leaf, ...]) -> list[Place]:
    """Find every place in a text of some leaves of a query, in the order of their beginnings."""
    return [*sought_in_texts(leaves).places(text)]


def marks(found: Sequence[Place]) -> list[Span]:
    """Make one mark of places that overlap."""
    spans: list[Span] = []
    for start, end, _ in found:
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def snippet(text: str, found: Sequence[Place]) -> Snippet:
    """Cut out the passage that holds most of what is asked for; without places, the beginning of the text.

    Args:
        text: The whole text.
        found: Places in it, from `places`.
    """
    first = _best(found[:_MOST_PLACES]) if found else 0
    start = _beginning(text, first)
    end = _ending(text, first, start + WIDTH)
    inside = [span for span in marks(found) if start < span[1] and span[0] < end]
    return Snippet(
        text[start:end], tuple((max(one, start) - start, min(two, end) - start) for one, two in inside), start
    )


def _best(found: Sequence[Place]) -> int:
    """Where the passage begins that holds the most different leaves, and of these the most places; the first such."""

    def worth(number: int) -> tuple[int, int, int]:
        last = found[number].start + WIDTH - _BEFORE
        leaves = [place.leaf for place in takewhile(lambda place: place.start < last, found[number:])]
        return len(set(leaves)), len(leaves), -number

    return found[max(range(len(found)), key=worth)].start


def _beginning(text: str, first: int) -> int:
    """Begin some way before a place, behind a blank where there is one."""
    start = max(0, first - _BEFORE)
    blank = _BLANK.search(text, start, first) if start else None
    return blank.end() if blank else start


def _ending(text: str, first: int, end: int) -> int:
    """End there or before it, in front of a blank where there is one behind the first place."""
    if end >= len(text):
        return len(text)
    blank = max(text.rfind(sign, first, end) for sign in " \n")
    return blank if blank > first + WIDTH // 2 else end
