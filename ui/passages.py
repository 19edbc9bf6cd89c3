"""A text in pieces: which of it is quoted, and by which passages; which of it was searched for. Places are code points.

Nothing is lost and nothing added: the pieces of all paragraphs, put together, are the text.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from ui import paragraphs

Row = Mapping[str, Any]
Span = tuple[int, int]


class Passage(NamedTuple):
    """A stretch of the text, in code points, and the statements that rest on it."""

    start: int
    end: int
    statements: tuple[Row, ...]


class Piece(NamedTuple):
    """A stretch that is marked alike from end to end.

    Attributes:
        text: The stretch.
        passages: Numbers, from 1, of the passages that it lies in.
        ends: Those of them that end with it.
        hit: Number, from 1, of the place found that it lies in; 0 for none.
    """

    text: str
    passages: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    hit: int = 0


def passages(rows: Sequence[Row]) -> list[Passage]:
    """Gather the statements of each stretch of the text, in the order of the text.

    Args:
        rows: From `passages_of_source`, in its order; rows without a place in the text are left out.
    """
    found: dict[Span, list[Row]] = {}
    for row in rows:
        if row["start"] is not None:
            found.setdefault((row["start"], row["end"]), []).append(row)
    return [Passage(*span, tuple(statements)) for span, statements in found.items()]


def pieces(text: str, quoted: Sequence[Span], hits: Sequence[Span]) -> list[list[Piece]]:
    """Cut a text into paragraphs, and each into pieces.

    Args:
        text: As held.
        quoted: Start and end of each passage, none of them empty; numbered from 1 in this order. They may overlap.
        hits: Start and end of each place found, in order, none over another; numbered from 1.

    Returns:
        A list of pieces for each paragraph.
    """
    ends = paragraphs.ends(text)
    cuts = sorted({0, *ends, *_edges(quoted), *_edges(hits)})
    starting, ending = _numbered(span[0] for span in quoted), _numbered(span[1] for span in quoted)
    found: list[list[Piece]] = [[]] if text else []
    inside: list[int] = []
    at = 0
    for start, end in pairwise(cuts):
        inside = [number for number in inside if quoted[number - 1][1] > start] + starting.get(start, [])
        while at < len(hits) and hits[at][1] <= start:
            at += 1
        hit = at + 1 if at < len(hits) and hits[at][0] <= start else 0
        found[-1].append(Piece(text[start:end], tuple(inside), tuple(ending.get(end, ())), hit))
        if end == ends[len(found) - 1] and end < len(text):
            found.append([])
    return found


def written(piece: Piece) -> str | dict[str, Any]:
    """Write a piece for the page: as its text alone where nothing is marked, else with what is there to say."""
    if not (piece.passages or piece.hit):
        return piece.text
    return {name: value for name, value in piece._asdict().items() if value}


def _edges(spans: Iterable[Span]) -> Iterable[int]:
    return (edge for span in spans for edge in span)


def _numbered(places: Iterable[int]) -> dict[int, list[int]]:
    """Number places from 1, and gather the numbers of each."""
    found: dict[int, list[int]] = {}
    for number, place in enumerate(places, 1):
        found.setdefault(place, []).append(number)
    return found
