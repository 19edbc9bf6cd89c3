"""What words does a text consist of, and where do they stand?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple


class Words(NamedTuple):
    """A text, its words in order without case, and where each starts and ends in it (code points).

    Signs are no words: a text whose quotation marks or dashes were changed throughout must still be aligned.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def within(self, start: int, end: int) -> range:
        """Number the words that some part of a passage belongs to."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def stretches(self, numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Give where numbered words stand: one stretch for all that follow each other, up to the next words around."""
        for _, row in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
            in_row = [number for _, number in row]
            first, after = in_row[0], in_row[-1] + 1
            end = self.starts[after] if after < len(self.words) else len(self.text)
            yield self.ends[first - 1] if first else 0, end


def words(text: str) -> Words:
    """Take a text apart into words."""
    found = [*re.finditer(r"\w+", text)]
    return Words(
        text,
        [match[0].casefold() for match in found],
        [match.start() for match in found],
        [match.end() for match in found],
    )
