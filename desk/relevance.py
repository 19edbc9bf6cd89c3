"""Is a text about what states say to each other at all?"""

import re
from functools import cache

from desk import tables

LEAST_WEIGHT = 3
"""What the different words of diplomacy of a text have to weigh together, where few actors take a stance in it."""
LEAST_ACTORS = 3
"""How many actors have to take a stance in a text that weighs less: a quarrel over fish is told in words of fishery."""


def is_diplomatic(text: str, actors: int = 0) -> bool:
    """Whether a text speaks of diplomacy, and more so than of sport, harvests or leisure.

    Args:
        text: With its title.
        actors: How many actors are known to take a stance in it, at most; 0 asks what its words alone say.
    """
    diplomatic, pastimes = _weight(text, "diplomatic"), _weight(text, "pastimes")
    return diplomatic > pastimes and (diplomatic >= LEAST_WEIGHT or actors >= LEAST_ACTORS)


def _weight(text: str, table: str) -> int:
    """What the different stems of a table that begin a word of a text weigh together."""
    found = {" ".join(match[0].lower().split()) for match in _stems(table).finditer(text)}
    return sum(tables.weights(table)[stem] for stem in found)


@cache
def _stems(table: str) -> re.Pattern[str]:
    """Fits where a word begins with a stem of a table; the longest counts, so that "foreign minister" is one."""
    longest_first = sorted(tables.weights(table), key=len, reverse=True)
    words = "|".join(re.escape(stem).replace(r"\ ", r"[\s\xa0]+") for stem in longest_first)
    return re.compile(rf"\b(?:{words})", re.IGNORECASE | re.ASCII)
