"""Where in its text does a quoted passage stand?

A passage is kept as the W3C Web Annotation TextQuoteSelector (exact, prefix, suffix); what is found is a
TextPositionSelector in Unicode code points, which are what Python counts.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from data.problems import Problem, shown
from data.reading import Sheet


class Quote(NamedTuple):
    """A passage that was found: text[start:end] == exact."""

    statement_id: str
    source_id: str
    exact: str
    start: int
    end: int


def places(text: str, exact: str) -> Iterator[int]:
    """Every place at which some words start in a text, overlapping ones included."""
    start = text.find(exact)
    while exact and start >= 0:
        yield start
        start = text.find(exact, start + 1)


def position(text: str, exact: str, prefix: str = "", suffix: str = "") -> tuple[int, int]:
    """Find the one place that a quote selector means.

    Args:
        text: The text of the source.
        exact: The words of the passage.
        prefix: Words that must stand just before it.
        suffix: Words that must stand just after it.

    Returns:
        Start and end of the passage, so that text[start:end] == exact.

    Raises:
        ValueError: there is no such place, or more than one.
    """
    everywhere = list(places(text, exact))
    if not everywhere:
        raise ValueError("is not in the text; copy the words letter by letter")
    found = [
        start for start in everywhere if text[:start].endswith(prefix) and text.startswith(suffix, start + len(exact))
    ]
    if not found:
        raise ValueError("does not stand between this prefix and suffix; copy them from around the passage")
    if len(found) > 1:
        raise ValueError(f"is in the text {len(found)} times; settle which one by a longer prefix or suffix")
    return found[0], found[0] + len(exact)


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """Give a prefix and a suffix by which a selector means one passage and no other.

    Args:
        text: The text of the source.
        start: Start of the passage.
        end: Its end.

    Returns:
        Prefix and suffix of 1, 2, 4 or more words, as few as settle it; both empty where the words of the passage
        stand only once.
    """
    starts = [start, *(match.start() for match in reversed([*re.finditer(r"\S+", text[:start])]))]
    ends = [end, *(end + match.end() for match in re.finditer(r"\S+", text[end:]))]
    count = 0
    while True:
        first = starts[count] if count < len(starts) else 0
        last = ends[count] if count < len(ends) else len(text)
        if len([*islice(places(text, text[first:last]), 2)]) == 1:
            return text[first:start], text[end:last]
        count = count * 2 or 1


def find_quotes(
    evidence: Sheet | None, texts: Mapping[str, str], unreadable: Collection[str]
) -> tuple[list[Quote], list[Problem]]:
    """Find every quoted passage of the evidence.

    Args:
        evidence: Rows with statement_id, source_id, exact, prefix and suffix; None if it could not be read.
        texts: Texts that are held, by source id.
        unreadable: Sources with a text that could not be read, which is told elsewhere.

    Returns:
        The passages that were found, and a problem for each that was not.
    """
    quotes: list[Quote] = []
    problems: list[Problem] = []
    for number, cells in evidence.rows() if evidence else ():
        if cells["source_id"] not in unreadable:
            try:
                quotes += _quotes(cells, texts)
            except ValueError as error:
                problems.append(Problem("evidence.csv", number, f"exact {shown(cells['exact'])} {error}"))
    return quotes, problems


def _quotes(cells: Mapping[str, str], texts: Mapping[str, str]) -> Iterator[Quote]:
    source, exact = cells["source_id"], cells["exact"]
    if exact and source not in texts:
        raise ValueError(f"cannot be checked without its text; add texts/{source}.txt or empty the cell")
    if exact:
        span = position(texts[source], exact, cells["prefix"], cells["suffix"])
        yield Quote(cells["statement_id"], source, exact, *span)
    elif cells["prefix"] or cells["suffix"]:
        raise ValueError("is empty although there is a prefix or a suffix; fill it in or empty them too")
