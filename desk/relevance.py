"""Is a text about what states say to each other at all?"""

import re

from desk import tables

FEWEST_WORDS = 3
"""Different words of diplomacy that a text needs."""


def is_diplomatic(text: str) -> bool:
    """Whether a text speaks of diplomacy, and more so than of sport, harvests or leisure."""
    lower = " ".join(text.lower().split())
    diplomatic, pastimes = (
        sum(bool(re.search(rf"\b{re.escape(stem)}", lower)) for stem in tables.words(table, "stem"))
        for table in ("diplomatic", "pastimes")
    )
    return diplomatic >= FEWEST_WORDS and diplomatic > pastimes
