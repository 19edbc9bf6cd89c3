"""Which of some places at which its words stand is a passage's own?

The words of a passage say little where they stood more than once before, where they are few, or where something that
looks like the passage edited, or has its surroundings, stands beside. Then its neighbours have to tell.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from data.reanchor.likeness import ALIKE, likeness
from data.reanchor.passages import Passage, places_in_old
from data.reanchor.words import Words

# A passage of fewer letters needs so many of its neighbours on one side.
FEWEST_LETTERS = 25
FEWEST_NEIGHBOURS = 3
SURROUNDINGS = 12
# Bounds for texts that are made to cost time.
LONGEST_CONTEXT = 200
MOST_TWINS = 1_000


def heir(passage: Passage, here: Sequence[int], around: Sequence[int]) -> int | None:
    """Settle which of the places of a passage's words is its own.

    Args:
        passage: The passage.
        here: Places in the new text at which its words stand.
        around: Words of the new text, by number, among which a rival would raise doubts.

    Returns:
        One of the places, None where that is not certain.
    """
    twins = [place for place in places_in_old(passage, range(len(passage.old.words))) if place != passage.start]
    if len(twins) > MOST_TWINS:
        return None
    before, after = _telling(passage, twins)
    counts = {place: _in_common(passage, passage.new, place) for place in here}
    sure = [place for place, (left, right) in counts.items() if left >= before or right >= after]
    return sure[0] if len(sure) == 1 and not _has_rival(passage, sure[0], around) else None


def is_like(passage: Passage, numbers: Sequence[int]) -> bool:
    """Whether some words of the new text, by number, look like the passage, edited."""
    return bool(like(passage.exact, passage.new, numbers))


def like(wanted: str, text: Words, numbers: Sequence[int]) -> list[tuple[int, int]]:
    """The stretches, among some words of a text, that look like other words, edited."""
    return [(start, end) for start, end in text.stretches(numbers) if likeness(wanted, text.text[start:end]) >= ALIKE]


def _telling(passage: Passage, twins: Sequence[int]) -> tuple[int, int]:
    """How many words before it, or after it, tell the passage from others of the same words in the old text."""
    shared = [_in_common(passage, passage.old, place) for place in twins]
    before = max((left + 1 for left, _ in shared), default=0)
    after = max((right + 1 for _, right in shared), default=0)
    if _is_short(passage):
        # Where the text begins or ends before so many words, that tells as much.
        before = max(before, min(FEWEST_NEIGHBOURS, passage.hole.start + 1))
        after = max(after, min(FEWEST_NEIGHBOURS, len(passage.old.words) - passage.hole.stop + 1))
    return before, after


def _is_short(passage: Passage) -> bool:
    return sum(map(str.isalnum, passage.exact)) < FEWEST_LETTERS


def _in_common(passage: Passage, text: Words, place: int) -> tuple[int, int]:
    """How many words before and after a place are those before and after the passage."""
    own, there = passage.hole, passage.words_at(text, place)
    return (
        _agreeing(_words(passage.old, range(own.start - 1, -1, -1)), _words(text, range(there.start - 1, -1, -1))),
        _agreeing(
            _words(passage.old, range(own.stop, len(passage.old.words))),
            _words(text, range(there.stop, len(text.words))),
        ),
    )


def _agreeing(one: Iterator[str], other: Iterator[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _words(text: Words, numbers: range) -> Iterator[str]:
    """Words in a row, so many at most; the end of the text counts as one, and tells places apart like others."""
    yield from (text.words[number] for number in numbers[:LONGEST_CONTEXT])
    if len(numbers) < LONGEST_CONTEXT:
        yield ""


def _has_rival(passage: Passage, here: int, around: Sequence[int]) -> bool:
    """Whether other words look like an edited version of the passage, or have its surroundings."""
    found = passage.words_at(passage.new, here)
    if not _is_short(passage) and is_like(passage, [number for number in around if number not in found]):
        return True
    near = range(found.start - SURROUNDINGS, found.stop + SURROUNDINGS)
    beyond = [number for number in around if number not in near]
    return bool(like(_surroundings(passage), passage.new, beyond))


def _surroundings(passage: Passage) -> str:
    words, hole = passage.old.words, passage.hole
    return " ".join(words[max(hole.start - SURROUNDINGS, 0) : hole.start] + words[hole.stop : hole.stop + SURROUNDINGS])
