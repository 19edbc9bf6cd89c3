"""In which parts is a long text read, so that memory stays within bounds however long it is?"""

from collections.abc import Iterator

LONGEST = 20_000
"""Characters of a part; whole articles are shorter, and are read in one."""
_MARKS = "\"“„«‘'"


def sections(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each part; parts end with a paragraph where they can, and where no quotation goes on."""
    start = 0
    while len(text) - start > LONGEST:
        end = _cut(text, start + LONGEST // 2, start + LONGEST)
        yield start, end
        start = end
    yield start, len(text)


def _cut(text: str, first: int, last: int) -> int:
    at = text.rfind("\n", first, last)
    while at > 0 and text[at + 1] in _MARKS:
        at = text.rfind("\n", first, at)
    cuts = (at, *(text.rfind(mark, first, last) for mark in ("\n", ". ", " ")))
    return next((cut + 1 for cut in cuts if cut > 0), last)
