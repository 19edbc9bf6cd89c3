"""How many documents mention some words, of how many, by actor and by year?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from charts import shapes
from charts.map import DRAWN_KINDS

Row = Mapping[str, Any]
Counts = Mapping[str, Counter[int]]


class Asked(NamedTuple):
    """What is counted: the words as the reader wrote them, one document and many in words, first and last day."""

    words: str
    noun: tuple[str, str]
    since: date
    until: date


class Actor(NamedTuple):
    """An actor and its documents in range; `first` and `last` are years of those that mention the words."""

    actor_id: str
    name: str
    kind: str
    mentions: int
    documents: int
    first: int | None
    last: int | None

    @property
    def is_drawn(self) -> bool:
        """Whether it has a place on a map of today's states and authorities."""
        return self.kind in DRAWN_KINDS and self.actor_id in _places()


class Year(NamedTuple):
    """A year and its documents in range."""

    year: int
    mentions: int
    documents: int


@dataclass(frozen=True)
class Mentions:
    """What was counted.

    Attributes:
        asked: The words, the nouns and the dates.
        actors: Everybody in the collection, most mentions first, then by name; many have no document in range.
        years: Those with a document in range, in order.
    """

    asked: Asked
    actors: Sequence[Actor]
    years: Sequence[Year]

    @property
    def mentions(self) -> int:
        """How many documents mention the words."""
        return sum(year.mentions for year in self.years)

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return sum(year.documents for year in self.years)


def count(mentions: Iterable[Row], spoken: Iterable[Row], actors: Iterable[Row], asked: Asked) -> Mentions:
    """Count what mentions the words, by actor and by year.

    Args:
        mentions: From `full_text.mentions`: actor_id, year, count_documents.
        spoken: From `full_text.spoken`: the same of all documents with a text. What matches without a text, by its
            title, is counted among the documents too.
        actors: From `actors`; rows of anybody else are left out.
        asked: What was asked for.
    """
    rows = list(actors)
    known = {row["actor_id"] for row in rows}
    matching = _by_actor(row for row in mentions if row["actor_id"] in known)
    here = _by_actor(row for row in spoken if row["actor_id"] in known)
    for actor_id, counts in matching.items():
        here[actor_id] |= counts
    found = [_actor(row, matching[row["actor_id"]], here[row["actor_id"]]) for row in rows]
    matched, all_here = (sum(counts.values(), Counter()) for counts in (matching, here))
    years = [Year(year, matched[year], all_here[year]) for year in sorted(all_here)]
    return Mentions(asked, sorted(found, key=lambda actor: (-actor.mentions, actor.name)), years)


def _by_actor(rows: Iterable[Row]) -> defaultdict[str, Counter[int]]:
    """The documents of each actor by year; who has none has nothing in them."""
    found: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for row in rows:
        found[row["actor_id"]][row["year"]] += row["count_documents"]
    return found


def _actor(row: Row, matching: Counter[int], here: Counter[int]) -> Actor:
    years = [year for year, number in matching.items() if number]
    ends = min(years, default=None), max(years, default=None)
    return Actor(row["actor_id"], row["actor_name"], row["kind"], matching.total(), here.total(), *ends)


@cache
def _places() -> frozenset[str]:
    drawn = shapes.picture()
    return frozenset(each["id"] for kind in ("shapes", "dots", "seats") for each in drawn[kind])
