"""Which events get their words, and where do marks go so that none lies on another? Pure arithmetic in pixels."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

Measure = Callable[[str], float]

_GAP = 8.0
_SHORTEST = 12
# How far a label may lie from its mark and still be read as its label.
_FARTHEST = 40.0
# What a cut must not leave at the end: "Statement of the…" says less than "Statement…".
_LOOSE_END = re.compile(r"(\W+(a|an|and|at|by|for|from|held|in|of|on|s|the|to|with))*\W*$", re.IGNORECASE)


class Label(NamedTuple):
    """Words on a line: they cover `left` to `right`; the `anchor` side lies `shift` pixels right of their mark."""

    id: str
    text: str
    anchor: str
    shift: float
    left: float
    right: float


class Line(NamedTuple):
    """Where labels may stand: from `left` to `right`, but not on what is `taken`; `most` letters, or fewer."""

    left: float
    right: float
    taken: Sequence[tuple[float, float]] = ()
    most: tuple[int, ...] = (46, 34, 26)


def place_labels(wanted: Iterable[tuple[str, str, float]], line: Line, measure: Measure) -> list[Label]:
    """As many labels as fit on one line, the first wanted first.

    Args:
        wanted: id, words and the mark's place of each, most wanted first.
        line: Where they may stand.
        measure: How wide words are.

    Returns:
        Labels that keep clear of each other, of what is taken and of both ends.
    """
    placed: list[Label] = []
    for event, words, at in wanted:
        taken = [*line.taken, *((label.left, label.right) for label in placed)]
        candidates = _candidates((event, words, at), line, measure)
        placed += islice((label for label in candidates if _is_free(label, line, taken)), 1)
    return placed


def shortened(words: str, most: int) -> str:
    """The words, cut between two of them with an ellipsis when there are more letters than that."""
    if len(words) <= most:
        return words
    cut = words[:most].rsplit(" ", 1)[0]
    return _LOOSE_END.sub("", cut) + "…"


def stack_rows(spans: Iterable[tuple[float, float]], rows: int) -> list[int]:
    """The row of each span, in the order given, so that spans in one row do not overlap while rows last.

    Args:
        spans: Left and right edge of each, by left edge.
        rows: How many rows there may be; once all are taken, a span goes where the overlap is least.
    """
    ends: list[float] = []
    chosen = []
    for left, right in spans:
        free = [row for row, end in enumerate(ends) if end <= left]
        if free:
            row = free[0]
        elif len(ends) < rows:
            row = len(ends)
            ends.append(right)
        else:
            row = ends.index(min(ends))
        ends[row] = max(ends[row], right)
        chosen.append(row)
    return chosen


def _candidates(wanted: tuple[str, str, float], line: Line, measure: Measure) -> Iterator[Label]:
    """The label to the right of its mark, a little further right, to its left; then in fewer words."""
    event, words, at = wanted
    for text in dict.fromkeys([shortened(words, most) for most in line.most]):
        if len(text) < _SHORTEST and text != words:
            continue
        room, shift = measure(text), max(0.0, line.left - at)
        if shift <= _FARTHEST:
            yield Label(event, text, "left", shift, at + shift, at + shift + room)
        yield Label(event, text, "right", 0.0, at - room, at)


def _is_free(label: Label, line: Line, taken: Iterable[tuple[float, float]]) -> bool:
    clear = all(label.right + _GAP <= left or right + _GAP <= label.left for left, right in taken)
    return clear and line.left <= label.left and label.right <= line.right
