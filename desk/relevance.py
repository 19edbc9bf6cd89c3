"""Is a text about what states say to each other at all?"""

import re
from functools import cache

from desk import tables

LEAST_WEIGHT = 3
"""What the different words of diplomacy of a text have to weigh together."""


def is_diplomatic(text: str) -> bool:
    """Whether a text speaks of diplomacy, and more so than of sport, harvests or leisure."""
    lower = " ".join(text.lower().split())
    diplomatic, pastimes = (
        sum(tables.weights(table)[stem] for stem in set(_stems(table).findall(lower)))
        for table in ("diplomatic", "pastimes")
    )
    return diplomatic >= LEAST_WEIGHT and diplomatic > pastimes


@cache
def _stems(table: str) -> re.Pattern[str]:
    """Fits where a word begins with a stem of a table; the longest counts, so that "foreign minister" is one."""
    longest_first = sorted(tables.weights(table), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})")
