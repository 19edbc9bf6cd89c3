"""Is a text about what states say to each other at all?"""

from desk import tables

FEWEST_WORDS = 3
"""Different words of diplomacy that a text needs; the place for a higher bar is the title of docs/desk.md."""


def is_diplomatic(text: str) -> bool:
    """Whether a text speaks of diplomacy, and more so than of sport, harvests or leisure."""
    lower = text.lower()
    diplomatic = sum(stem in lower for stem in tables.words("diplomatic", "stem"))
    pastimes = sum(stem in lower for stem in tables.words("pastimes", "stem"))
    return diplomatic >= FEWEST_WORDS and diplomatic > pastimes
