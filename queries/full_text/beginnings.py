"""With which characters do the words begin that may fit a query?

A letter beyond ASCII may fold to any other, so every such character is taken for a beginning.
"""

import re
from collections.abc import Iterable, Sequence

from queries.full_text.letters import is_han
from queries.full_text.tree import Leaf, Phrase, Prefix, Similar, Word
from queries.full_text.words import stem

_BEYOND_ASCII = r"[\x80-\U0010ffff]"
# The rest of a word of plain letters, with nothing beyond ASCII on either side: what was found is then a word.
_WHOLE = rf"(?:(?<=[0-9A-Za-z])(?<![0-9A-Za-z\x80-\U0010ffff].)([0-9A-Za-z]*+)(?!{_BEYOND_ASCII}))?"
# The stem of dying is die, and so on: English endings reach the second letter of no other word.
CHANGED = re.compile(r".ie")


def _opening(leaf: Leaf) -> str:
    """How every word begins that fits a leaf: by one or two letters, or in any way."""
    match leaf:
        case Word(folded):
            return folded[: 1 if CHANGED.fullmatch(stem(folded)) else 2]
        case Prefix(folded):
            return folded[:2]
        case Phrase(words):
            return words[0][:2]
        case Similar():
            return ""


def first_characters(leaves: Iterable[Leaf]) -> re.Pattern[str] | None:
    """Find the first characters of words that may fit one of these leaves; None where any word may.

    A match that holds a group is a whole word. Any other is a character with which a word may begin.

    A class of characters comes first and all else behind it, because such a search is much the faster. The look behind
    passes over the inside of words of plain letters; not where Chinese characters are looked for, which can stand so.
    """
    openings = [_opening(leaf) for leaf in leaves]
    if "" in openings:
        return None
    behind = "" if any(map(is_han, map(ord, "".join(openings)))) else r"(?<![0-9A-Za-z].)"
    first = _class([opening[0] for opening in openings])
    ahead = ""
    if all(len(opening) == 2 for opening in openings):
        ahead = f"(?:(?={_class([opening[1] for opening in openings])})|(?<={_BEYOND_ASCII}))"
    return re.compile(f"{first}{behind}{ahead}{_WHOLE}")


def _class(letters: Sequence[str]) -> str:
    """Write plain letters, small and capital, and all beyond ASCII as a class of characters.

    It names what is not in it, which can be looked up at once.
    """
    wanted = {case for letter in letters for case in (letter, letter.upper())}
    others = (chr(code) for code in range(128) if chr(code) not in wanted)
    return f"[^{re.escape(''.join(others))}]"
