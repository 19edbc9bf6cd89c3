"""Where are the quotations of a text, and which of them stand for themselves?

Marks nest (a quotation inside a quotation belongs to the outer speaker). A quotation goes on in the next paragraph
where that opens with the same mark, as printers have it; else a mark that is not closed in its paragraph opens
nothing. Two runs of words that only an attribution interrupts are one quotation.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

FEWEST_WORDS = 5
"""A fragment of fewer words that is no clause by itself leaves its sentence reported."""
_CLOSED_BY = {'"': '"”', "“": '”"', "„": "“”", "«": "»", "‘": "’", "'": "'"}
_MARK = re.compile("[\"“”„«»‘’']")
_DEEPEST = 8
_STRAIGHT, _APOSTROPHES = "\"'", "'’"
_PARAGRAPH = re.compile(r"[^\n]+")
_CLAUSE = re.compile(r"\W[A-ZÀ-Þ]\S*\s.*[.,!?…]\W", re.DOTALL)
_FINITE = re.compile(r"\b(?:is|are|was|were|will|must|has|have|do|does|can|we|they|it|I|you|he|she)\b", re.IGNORECASE)
_INTERRUPTION = re.compile(r",?[^.\n:;]{3,90}, ")


class Quotation(NamedTuple):
    """From the first mark to the last one; `parts` are the runs between which an attribution may stand.

    `direct` when it stands for itself.
    """

    start: int
    end: int
    direct: bool
    parts: tuple[tuple[int, int], ...]

    def moved(self, by: int) -> "Quotation":
        """The same so many characters further on."""
        parts = tuple((start + by, end + by) for start, end in self.parts)
        return Quotation(self.start + by, self.end + by, self.direct, parts)

    def words(self, text: str) -> str:
        """What is said, without marks and attribution."""
        return " ".join(text[start + 1 : end - 1] for start, end in self.parts)


def quotations(text: str) -> list[Quotation]:
    """Find the outermost quotations of a text, in order."""
    found: list[Quotation] = []
    for start, end in _outermost(text):
        if found and _interrupted(text, found[-1], start):
            found[-1] = Quotation(found[-1].start, end, True, (*found[-1].parts, (start, end)))
        else:
            direct = _is_direct(text[start:end]) or _stands_alone(text, start, end)
            found.append(Quotation(start, end, direct, ((start, end),)))
    return found


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that holds more than white space."""
    return (match.span() for match in _PARAGRAPH.finditer(text) if not match[0].isspace())


def _outermost(text: str) -> Iterator[tuple[int, int]]:
    open_at: list[int] = []
    for first, last in paragraphs(text):
        open_at = [at for at in open_at[:1] if text.startswith(text[at], first) and text[at] not in _APOSTROPHES]
        for match in _MARK.finditer(text, first + len(open_at), last):
            at = match.start()
            depth = next((d for d in reversed(range(len(open_at))) if _closes(text, at, open_at[d])), None)
            if depth is not None:
                if depth == 0 and match.start() - open_at[0] > 1:
                    yield open_at[0], match.end()
                del open_at[depth:]
            elif len(open_at) < _DEEPEST and _opens(text, at):
                open_at.append(at)


def _opens(text: str, at: int) -> bool:
    if text[at] not in _CLOSED_BY:
        return False
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([—–-:") and bool(after) and not after.isspace()


def _closes(text: str, at: int, opened: int) -> bool:
    """Whether a mark closes the one at `opened`; an apostrophe does only where it follows a stop, as "it is,' he"."""
    if text[at] not in _CLOSED_BY[text[opened]] or (text[at] in _STRAIGHT and _opens(text, at)):
        return False
    return text[at] not in _APOSTROPHES or text[at - 1] in ",.!?…"


def _is_direct(quotation: str) -> bool:
    return len(quotation.split()) >= FEWEST_WORDS or bool(_CLAUSE.fullmatch(quotation) and _FINITE.search(quotation))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a fragment is a sentence of its own: begun and ended as one, after a stop or a colon."""
    before = text[max(0, start - 3) : start].rstrip()
    is_whole = text[start + 1 : start + 2].isupper() and text[end - 2] in ".!?" and text.count(" ", start, end) > 2
    return is_whole and (not before or before[-1] in ".:!?")


def _interrupted(text: str, before: Quotation, start: int) -> bool:
    """Whether an attribution, and no end of a sentence, stands between a quotation and the next one."""
    between = text[before.end : start]
    ends_open = text[before.end - 2] in ",—–" or between.startswith(",")
    return ends_open and text[start + 1 : start + 2].islower() and bool(_INTERRUPTION.fullmatch(between))
