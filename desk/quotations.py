"""Where are the quotations of a text, and which of them stand for themselves?

Marks nest (a quotation inside a quotation belongs to the outer speaker) and do not cross paragraphs. A mark that is
never closed opens nothing. Two runs of words that only an attribution interrupts are one quotation.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

FEWEST_WORDS = 5
"""A fragment of fewer words that is no clause by itself leaves its sentence reported."""
_OPENING, _CLOSING, _EITHER = "“«„", "”»", '"'
_MARK = re.compile(f"[{_OPENING}{_CLOSING}{_EITHER}]")
_PARAGRAPH = re.compile(r"[^\n]+")
_CLAUSE = re.compile(r"[“«„\"][A-ZÀ-Þ][^\s]*\s.*[.,!?…][”»\"]", re.DOTALL)
_INTERRUPTION = re.compile(r",?[^.\n:;]{3,90}, ")


class Quotation(NamedTuple):
    """From the first mark to the last one, both included; `direct` when it stands for itself."""

    start: int
    end: int
    direct: bool


def quotations(text: str) -> list[Quotation]:
    """Find the outermost quotations of a text, in order."""
    found: list[Quotation] = []
    for start, end in _outermost(text):
        if found and _interrupted(text, found[-1], start):
            found[-1] = Quotation(found[-1].start, end, True)
        else:
            found.append(Quotation(start, end, _is_direct(text[start:end])))
    return found


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that holds more than white space."""
    return (match.span() for match in _PARAGRAPH.finditer(text) if not match[0].isspace())


def _outermost(text: str) -> Iterator[tuple[int, int]]:
    for first, last in paragraphs(text):
        open_at: list[int] = []
        for match in _MARK.finditer(text, first, last):
            if _opens(text, match.start()):
                open_at.append(match.start())
            elif open_at:
                start = open_at.pop()
                if not open_at:
                    yield start, match.end()


def _opens(text: str, at: int) -> bool:
    if text[at] != _EITHER:
        return text[at] in _OPENING
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([—–-:") and bool(after) and not after.isspace()


def _is_direct(quotation: str) -> bool:
    return len(quotation.split()) >= FEWEST_WORDS or bool(_CLAUSE.fullmatch(quotation))


def _interrupted(text: str, before: Quotation, start: int) -> bool:
    """Whether an attribution, and no end of a sentence, stands between a quotation and the next one."""
    between = text[before.end : start]
    ends_open = text[before.end - 2] in ",—–" or between.startswith(",")
    return ends_open and text[start + 1 : start + 2].islower() and bool(_INTERRUPTION.fullmatch(between))
