"""Sentences of words that no language has, some frequent and most rare, to be searched for.

All words are equally long and begin with the one letter that stands nowhere else, so that none is part of another; none
changes by its stem. So an index, a scan for letters and a scan for words find the same.
"""

from itertools import product
from random import Random

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

SEED = 20_260_415
SYLLABLES = ["".join(pair) for pair in product("bdfgklmnprtv", "aou")]
WORDS = ["x" + "".join(syllables) for syllables in product(SYLLABLES, repeat=3)][:: len(SYLLABLES) ** 3 // 20_000]
A_SENTENCE = 24
# The most frequent word stands in most sentences; these stand in one of fifty to one of a thousand.
SOUGHT = range(100, 3_000)


class Sentences:
    """One sentence after the other, the same ones every time."""

    def __init__(self) -> None:
        self._draw = np.random.default_rng(SEED)
        self._words = pa.array(WORDS)

    def made(self, count: int) -> pa.Array:
        """Make so many of them."""
        numbers = (self._draw.random(count * A_SENTENCE) ** 3 * len(WORDS)).astype(int)
        offsets = pa.array(np.arange(count + 1, dtype="i4") * A_SENTENCE)
        return pc.binary_join(pa.ListArray.from_arrays(offsets, self._words.take(pa.array(numbers))), " ")


def sought(draw: Random) -> list[str]:
    """Draw what somebody looks for: one word, or two that have to be there both."""
    return [WORDS[number] for number in draw.sample(SOUGHT, draw.choice((1, 2)))]
