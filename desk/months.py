"""How is a month written, and which one is it?"""

import re

NAME = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\b"
)
"""A pattern of its name or abbreviation, without the full stop; "Decision" is none."""
_BY_NUMBER = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def number(name: str) -> int:
    """Number of the month of a name that `NAME` fits, 1 to 12."""
    return _BY_NUMBER.index(name[:3].lower()) + 1


def is_month(word: str) -> bool:
    """Whether a word is the name of a month, with or without the full stop of an abbreviation."""
    return re.fullmatch(NAME, word.rstrip(".")) is not None
