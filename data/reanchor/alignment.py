"""Which words around a passage stand where in a new text?

Runs of four words that occur once in either text are matched, as far as they keep their order (a longest increasing
subsequence, as in patience diff); then the same within each gap, where more runs are single. What stands directly
beside a match and is the same is matched too. The passage itself is a hole that matches nothing: a copy of it elsewhere
would pull the match away from where the passage really was.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

RUN = 4
# Each level splits gaps by what is single within them; natural texts need three or four.
LEVELS = 8


class Gap(NamedTuple):
    """A part of the old words and the part of the new ones that lies between the same neighbours."""

    old: range
    new: range


def matches(old: Sequence[str], new: Sequence[str], hole: range) -> list[int]:
    """Match the words of two texts in order.

    Args:
        old: Words of the old text.
        new: Words of the new one.
        hole: The old words of the passage.

    Returns:
        For each old word the number of the new one that it is, -1 where there is none. Numbers only rise.
    """
    found = [-1] * len(old)
    gaps = [(Gap(range(len(old)), range(len(new))), LEVELS)]
    while gaps:
        gap, levels = gaps.pop()
        gap = _trimmed(old, new, gap, hole, found)
        if levels and gap.old and gap.new:
            chain = _in_order(_single_runs(old, new, gap, hole))
            borders = [(gap.old.start - 1, gap.new.start - 1), *chain, (gap.old.stop, gap.new.stop)]
            for i, j in chain:
                found[i] = j
            if chain:
                gaps += [
                    (Gap(range(i + 1, after_i), range(j + 1, after_j)), levels - 1)
                    for (i, j), (after_i, after_j) in pairwise(borders)
                    if i + 1 < after_i and j + 1 < after_j
                ]
    return _freed(old, new, hole, found)


def _trimmed(old: Sequence[str], new: Sequence[str], gap: Gap, hole: range, found: list[int]) -> Gap:
    """Match what is the same from either end of a gap, up to the hole, and give what is left."""
    (i, i_end), (j, j_end) = ((part.start, part.stop) for part in gap)
    while i < i_end and j < j_end and i not in hole and old[i] == new[j]:
        found[i] = j
        i, j = i + 1, j + 1
    while i < i_end and j < j_end and i_end - 1 not in hole and old[i_end - 1] == new[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
        found[i_end] = j_end
    return Gap(range(i, i_end), range(j, j_end))


def _freed(old: Sequence[str], new: Sequence[str], hole: range, found: list[int]) -> list[int]:
    """Give back what was matched too far: words that seem to be the passage's, right beside its neighbour.

    Where a sentence beside the passage is gone that began or ended with the same word, either could be meant.
    """
    passage, length = list(old[hole.start : hole.stop]), len(hole)
    after_left = found[hole.start - 1] + 1 if hole.start else 0
    if list(new[after_left : after_left + length]) == passage and (after_left or not hole.start):
        for i in range(hole.stop, len(found)):
            if after_left <= found[i] < after_left + length:
                found[i] = -1
    right = found[hole.stop] if hole.stop < len(found) else len(new)
    if right >= length and list(new[right - length : right]) == passage:
        for i in range(hole.start):
            if found[i] >= right - length:
                found[i] = -1
    return found


def _single_runs(old: Sequence[str], new: Sequence[str], gap: Gap, hole: range) -> list[tuple[int, int]]:
    """Where runs start that occur once on either side of a gap, in the order of the old text."""
    after = _single(new, gap.new)
    return [
        (i, after[run])
        for run, i in _single(old, gap.old).items()
        if run in after and (i + RUN <= hole.start or i >= hole.stop)
    ]


def _single(words: Sequence[str], part: range) -> dict[tuple[str, ...], int]:
    places: dict[tuple[str, ...], int] = {}
    twice = set()
    taken = words[part.start : part.stop]
    for place, run in enumerate(zip(*(taken[i:] for i in range(RUN)), strict=False), start=part.start):
        if run in places:
            twice.add(run)
        else:
            places[run] = place
    return {run: place for run, place in places.items() if run not in twice}


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of pairs whose second numbers rise as the first do."""
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(pairs)
    for number, (_, j) in enumerate(pairs):
        length = bisect_left(tails, j)
        before[number] = ends[length - 1] if length else -1
        tails[length : length + 1] = [j]
        ends[length : length + 1] = [number]
    chain = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]
