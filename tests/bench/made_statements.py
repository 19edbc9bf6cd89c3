"""Statements that nobody made, drawn by chance and made piece by piece, so that a hundred million need little memory.

Each column is drawn in one go over all statements, in pieces that do not change what is drawn, and held in as few bytes
as it needs. The statements are then put in the order of their days, and their rows are made for one piece at a time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tests.bench.made_values import FIRST, LAST, anywhere, numbered, periods, taken

EVENTS, ISSUES = 5_000, 500
KINDS = ("statement", "declaration", "resolution", "vote", "letter")
STANCES = ("support", "oppose", "neutral")
PRECISIONS = ("day", "month", "year")
ATTRIBUTIONS = ("direct", "press", "listed")
MOST_ACTORS = 200
WORDS = "A made-up statement of about the usual number of words that says nothing, number"


class Names(NamedTuple):
    """Whose statements these are, on which issues, and from how many sources."""

    actors: pa.ChunkedArray
    issues: pa.ChunkedArray
    sources: int


@dataclass(frozen=True)
class Drawn:
    """What was drawn, one value a statement: places in lists, days as numbers since `FIRST`, and the order of all."""

    attribution: np.ndarray
    event: np.ndarray
    is_alone: np.ndarray
    day: np.ndarray
    precision: np.ndarray
    actor: np.ndarray
    issue: np.ndarray
    stance: np.ndarray
    kind: np.ndarray
    order: np.ndarray


def parts(count: int, size: int) -> Iterator[slice]:
    """Cut so many rows into pieces of a size."""
    return (slice(first, min(first + size, count)) for first in range(0, count, size))


def drawn(draw: np.random.Generator, starts: np.ndarray, count: int, size: int) -> Drawn:
    """Draw statements: three quarters react to an event, soon after it; the rest is said at any time.

    Args:
        draw: Where chance comes from.
        starts: First day of each event.
        count: How many statements.
        size: How many are drawn at a time; it does not change them.
    """

    def column(kind: str, each: Callable[[int], np.ndarray]) -> np.ndarray:
        return _held(kind, count, size, each)

    # The order of the draws decides what comes out of them.
    attribution = column("u1", lambda number: draw.choice(3, number, p=[0.4, 0.5, 0.1]))
    event = column("u2", lambda number: np.minimum(draw.zipf(1.8, number) - 1, EVENTS - 1))
    is_known = column("?", lambda number: draw.random(number) < 0.5)
    event = np.where(is_known, event, column("u2", lambda number: draw.integers(0, EVENTS, number)))
    span = (LAST - FIRST).astype(int)
    later = column("u2", lambda number: np.minimum(draw.exponential(45, number).astype(int), span))
    is_alone = column("?", lambda number: draw.random(number) < 0.25)
    anytime = column("u2", lambda number: (anywhere(draw, number) - FIRST).astype(int))
    # Events begin within the range, so that neither sum is more than such a number holds.
    reacted = (starts - FIRST).astype("u2")[event] + later
    day = np.minimum(np.where(is_alone, anytime, reacted), span).astype("u2")
    del is_known, later, anytime, reacted
    precision = column("u1", lambda number: draw.choice(3, number, p=[0.79, 0.2, 0.01]))
    actor = column("u1", lambda number: np.minimum(draw.zipf(1.3, number), MOST_ACTORS) - 1)
    issue = column("u2", lambda number: np.minimum(draw.zipf(1.4, number), ISSUES) - 1)
    stance = column("u1", lambda number: draw.choice(3, number, p=[0.57, 0.15, 0.28]))
    kind = column("u1", lambda number: draw.integers(0, len(KINDS), number))
    order = _order(day, precision, size)
    return Drawn(attribution, event, is_alone, day, precision, actor, issue, stance, kind, order)


def _held(kind: str, count: int, size: int, each: Callable[[int], np.ndarray]) -> np.ndarray:
    held = np.empty(count, kind)
    for part in parts(count, size):
        held[part] = each(part.stop - part.start)
    return held


def _order(day: np.ndarray, precision: np.ndarray, size: int) -> np.ndarray:
    """Put statements in the order of the days from which they count."""
    counts_on = np.empty_like(day)
    for part in parts(len(day), size):
        counts_on[part] = (periods(FIRST + day[part].astype(int), precision[part])[1] - FIRST).astype(int)
    return np.argsort(counts_on, kind="stable").astype("u4")


def statements(drawn: Drawn, names: Names, part: slice) -> pa.Table:
    """Make the rows of one piece. They lie in the order of their ids and, like most real ones, of their dates."""
    rows, count = drawn.order[part], part.stop - part.start
    date, counts_on = periods(FIRST + drawn.day[rows].astype(int), drawn.precision[rows])
    digits = len(str(len(drawn.order) - 1))
    return pa.table(
        {
            "statement_id": numbered("statement", np.arange(part.start, part.stop), digits),
            "actor_id": _named(names.actors, drawn.actor[rows]),
            "speaker": pa.nulls(count, pa.string()),
            "date": date,
            "date_precision": taken(PRECISIONS, drawn.precision[rows]),
            "counts_on": counts_on,
            "event_id": pc.if_else(pa.array(drawn.is_alone[rows]), None, numbered("event", drawn.event[rows])),
            "issue_id": _named(names.issues, drawn.issue[rows]),
            "stance": taken(STANCES, drawn.stance[rows]),
            "kind": taken(KINDS, drawn.kind[rows]),
            "summary": numbered(WORDS, drawn.order[rows]),
            "doubt": pa.nulls(count, pa.string()),
            "organisations": pa.array([["UN"]]).take(pa.array(np.zeros(count, dtype=int))),
            "attribution": taken(ATTRIBUTIONS, drawn.attribution[rows]),
            "count_sources": np.ones(count, dtype=int),
        }
    )


def evidence(draw: np.random.Generator, names: Names, said: pa.Table) -> pa.Table:
    """Make one piece of evidence for each statement of a piece; pieces are to be asked for in their order."""
    count = said.num_rows
    nothing, number = pa.nulls(count, pa.string()), pa.nulls(count, pa.int32())
    return pa.table(
        {
            "statement_id": said["statement_id"],
            "source_id": numbered("source", draw.integers(0, names.sources, count)),
            "attribution": said["attribution"],
            "locator": nothing,
            "exact": nothing,
            "prefix": nothing,
            "suffix": nothing,
            "start": number,
            "end": number,
        }
    )


def _named(names: pa.ChunkedArray, numbers: np.ndarray) -> pa.Array:
    return names.combine_chunks().take(pa.array(numbers))
