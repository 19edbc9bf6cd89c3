"""What became of a quoted passage in a newer text of its source?

The text around the passage is aligned with the new one; between the nearest matches on either side is the passage's
home. What was left without a match is aligned again, and so on, because that is where a block that was moved will be.
"""

from collections.abc import Sequence
from typing import NamedTuple

from data.reanchor.alignment import matches
from data.reanchor.heirs import heir, is_like, like
from data.reanchor.passages import Area, Passage, places_in_new, places_in_old

VERIFIED, RE_ANCHORED, BROKEN, AMBIGUOUS = "verified", "re-anchored", "broken", "ambiguous"
# The first round finds what kept its order, each further one a block that was moved.
ROUNDS = 4


class Finding(NamedTuple):
    """What became of a passage: its verdict, and the place where it stands now, or of what stands in its stead."""

    verdict: str
    start: int
    end: int
    why: str = ""


def find(passage: Passage) -> Finding:
    """Say what became of a passage.

    Returns:
        Verified, or re-anchored where its place is another, only if all its characters stand unchanged where its
        surroundings lead; broken if these lead to something else or to nothing; ambiguous if they do not settle it.
    """
    if passage.old.text == passage.new.text:
        return Finding(VERIFIED, passage.start, passage.end)
    if not passage.hole:
        return Finding(AMBIGUOUS, 0, 0, "has no words by which it could be found")
    everything = Area(range(len(passage.old.words)), range(len(passage.new.words)))
    home, rest = _aligned(passage, everything)
    return _at_home(passage, home, rest) or _moved(passage, rest)


def _at_home(passage: Passage, home: Area, rest: Area) -> Finding | None:
    """Judge what stands between the matches around the passage; None where it left its place."""
    here = places_in_new(passage, home.new)
    if here:
        place = heir(passage, here, home.new)
        return _unsettled(passage, here) if place is None else _unchanged(passage, place)
    instead = _span(passage, home.new)
    if is_like(passage, home.new):
        return Finding(BROKEN, *instead, "was edited")
    if len(home.new) <= len(home.old) - len(passage.hole):
        # Nothing but its old neighbours, edited: it left.
        return None
    if places_in_new(passage, rest.new):
        return Finding(AMBIGUOUS, *instead, "has other words in its place, but stands elsewhere too")
    return Finding(BROKEN, *instead, "has other words in its place")


def _moved(passage: Passage, left: Area) -> Finding:
    """Look for a passage that left its place among all that has no match."""
    here = places_in_new(passage, left.new)
    rounds = 1
    while here and rounds < ROUNDS:
        place, left = _moved_in_one_block(passage, here, left)
        if place is not None:
            return _unchanged(passage, place)
        here = places_in_new(passage, left.new)
        rounds += 1
    if here:
        return _unsettled(passage, here)
    edited = like(passage.exact, passage.new, left.new)
    return Finding(BROKEN, *edited[0], "was moved and edited") if edited else Finding(BROKEN, 0, 0, "is gone")


def _moved_in_one_block(passage: Passage, here: Sequence[int], left: Area) -> tuple[int | None, Area]:
    """Align what is left once more; gives the passage's place, if that settles it, and what is left then."""
    home, rest = _aligned(passage, left)
    count_old = len(places_in_old(passage, left.old))
    if len(here) > count_old:
        return None, rest
    area = left if len(here) == 1 else home
    return heir(passage, places_in_new(passage, area.new), left.new), rest


def _aligned(passage: Passage, left: Area) -> tuple[Area, Area]:
    """Give the passage's home within an area, and what of the area is left without a match."""
    start = left.old.index(passage.hole.start)
    hole = range(start, start + len(passage.hole))
    old, new = passage.old.words, passage.new.words
    found = matches([old[i] for i in left.old], [new[j] for j in left.new], hole)
    before = next((i for i in reversed(range(hole.start)) if found[i] >= 0), -1)
    after = next((i for i in range(hole.stop, len(found)) if found[i] >= 0), len(found))
    first = found[before] + 1 if before >= 0 else 0
    last = found[after] if after < len(found) else len(left.new)
    matched = {*found}
    rest = Area(
        [i for i, j in zip(left.old, found, strict=True) if j < 0],
        [j for number, j in enumerate(left.new) if number not in matched],
    )
    return Area(left.old[before + 1 : after], left.new[first:last]), rest


def _unchanged(passage: Passage, place: int) -> Finding:
    verdict = VERIFIED if place == passage.start else RE_ANCHORED
    return Finding(verdict, place, place + passage.end - passage.start)


def _unsettled(passage: Passage, here: Sequence[int]) -> Finding:
    place, length = here[0], passage.end - passage.start
    why = "stands in more than one place" if len(here) > 1 else "stands where its surroundings do not confirm it"
    return Finding(AMBIGUOUS, place, place + length, why)


def _span(passage: Passage, numbers: Sequence[int]) -> tuple[int, int]:
    """The part of the new text that some words in a row take up, without the spaces around."""
    return (passage.new.starts[numbers[0]], passage.new.ends[numbers[-1]]) if numbers else (0, 0)
