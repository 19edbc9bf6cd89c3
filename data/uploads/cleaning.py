"""How does a text look to the desk? Offsets into it have to survive every store, and a person has to see all of it.

Lines end in one way, paragraphs are parted by one empty line, nothing trails, and what takes no room is gone. All
other characters are the author's.
"""

import re
import unicodedata

# Of the characters without a width, those that words of some scripts are spelt with, or that are seen.
SPELT = frozenset("\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
# Controls, formatting such as soft hyphens or the direction of writing, and halves of characters.
UNSEEN = frozenset(("Cc", "Cf", "Cs"))
_LINE_END = re.compile("\r\n|[\r\v\x85\u2028]")
_PARAGRAPH_END = re.compile("[\f\u2029]")
_EMPTY_LINES = re.compile(r"\n{3,}")


def cleaned(text: str) -> str:
    """Bring a text into the form that the desk reads; doing so twice changes nothing.

    Args:
        text: Any; single line ends stay.
    """
    lined = _PARAGRAPH_END.sub("\n\n", _LINE_END.sub("\n", text)).replace("\t", " ")
    seen = lined.translate({ord(sign): None for sign in set(lined) if _is_unseen(sign)})
    return _EMPTY_LINES.sub("\n\n", "\n".join(map(str.rstrip, seen.split("\n")))).strip()


def paragraphs(lines: str) -> str:
    """Clean a text in which every line is a paragraph."""
    return cleaned("\n\n".join(lines.splitlines()))


def _is_unseen(sign: str) -> bool:
    return sign != "\n" and sign not in SPELT and unicodedata.category(sign) in UNSEEN
