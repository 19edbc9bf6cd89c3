"""Which lines of a printed page are one paragraph? A line was ended on purpose where the next word would have fitted.

Nothing is known of a page but its lines, so a paragraph that fills its last line runs into the next one; sentences stay
whole all the same. Headers and footers are lines like all others.
"""

import re
from collections.abc import Collection, Sequence

# Letters differ in width: of a line that was broken for want of room, this share at least is full.
FULL = 0.85
# A new entry of a list, whatever stood before it.
_ITEM = re.compile(r"(?:[•●▪■◦‣*–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+\S")
_PAGE_NUMBER = re.compile(r"\W*\d{1,4}\W*")
_SENTENCE_END = re.compile(r"[.!?…:;]['\"’”»)\]]*$")
_PARTED = re.compile("(\\w+)[-\N{HYPHEN}\N{SOFT HYPHEN}]$")
_WORD = re.compile(r"\w+(?:-\w+)*")
# First parts after which a hyphen at the end of a line is more often the word's own.
KEPT = frozenset(("non", "self", "vice", "well"))
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


def joined(pages: Sequence[str]) -> str:
    """Put lines together to paragraphs, and words that were parted at the end of a line.

    Args:
        pages: Each with a line of print a line; pages follow one another.

    Returns:
        Paragraphs parted by an empty line.
    """
    found: list[str] = []
    is_open = False
    known = frozenset(word.lower() for page in pages for word in _WORD.findall(page))
    for page in pages:
        lines = [" ".join(line.translate(LIGATURES).split()) for line in page.split("\n")]
        width = _width(lines)
        # Over the end of a page goes only what is plainly not at its end.
        is_open = bool(found) and not _SENTENCE_END.search(found[-1]) and not _PAGE_NUMBER.fullmatch(found[-1])
        last = ""
        for line in lines:
            if line and is_open and _goes_on(last, line, width):
                found[-1] = _with(found[-1], line, known)
            elif line:
                found.append(line)
            is_open, last = bool(line), line
    return "\n\n".join(found)


def _width(lines: Sequence[str]) -> int:
    """How many characters a full line of a page has."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(0.9 * len(lengths))] if lengths else 0


def _goes_on(last: str, line: str, width: int) -> bool:
    """Tell whether a line goes on with what the last one said; without a last one it is the first of its page."""
    if _ITEM.match(line) or _PAGE_NUMBER.fullmatch(line):
        return False
    if line[0].islower():
        return True
    is_full = len(last) + 1 + len(line.split(" ", 1)[0]) > FULL * width
    return bool(last) and is_full


def _with(text: str, line: str, known: Collection[str]) -> str:
    """Add a line; a word that was parted loses the hyphen, unless it is known, or likely, to have one of its own."""
    parted = _PARTED.search(text)
    after = _WORD.match(line)
    if not parted or not after:
        return f"{text} {line}"
    first, rest = parted[1].lower(), after[0].lower()
    is_own = first in KEPT or (first, rest) == ("so", "called") or not line[0].islower()
    if f"{first}-{rest}" in known or (is_own and first + rest not in known):
        return text[:-1] + "-" + line
    return text[:-1] + line
