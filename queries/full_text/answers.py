"""What can be asked of the full text of a collection, and what comes back."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from queries.full_text.passages import Snippet

# Those of the calendar; no document has another.
_YEARS = range(1, 10_000)


@dataclass(frozen=True)
class Asked:
    """What a reader asks for: words, and what narrows them. Values of one filter are joined by or; none is any.

    Attributes:
        text: The query as it was typed; nothing but blanks asks for every document, newest first.
        is_similar: Whether every plain word may be spelled differently.
        since: First day; a document counts by the last day of its period.
        until: Last day.
        found_in: Of "source", "statement", "event", "actor".
        countries: Of the publishers of sources, as actor_id.
        languages: Of sources, ISO 639-1.
        actors: Whose own sources and statements, or the actors themselves.
        years: In which documents count.
    """

    text: str
    is_similar: bool = False
    since: date | None = None
    until: date | None = None
    found_in: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    years: tuple[int, ...] = ()

    def chosen(self) -> dict[str, tuple[str, ...] | tuple[int, ...]]:
        """Name the filters that are set by the facets that they choose from, without values that nothing can have."""
        texts = {"found_in": self.found_in, "country": self.countries, "language": self.languages, "actor": self.actors}
        # Half a surrogate pair, which no id holds, becomes a question mark.
        chosen = {
            name: tuple(each.encode("utf-8", "replace").decode() for each in values) for name, values in texts.items()
        }
        years = {"year": tuple(year if year in _YEARS else 0 for year in self.years)}
        return {name: values for name, values in (chosen | years).items() if values}


class Hit(NamedTuple):
    """One document that was found.

    Attributes:
        found_in: "source", "statement", "event" or "actor".
        id: Of the row of that table.
        score: BM25, higher is better; None where nothing is ranked.
        snippet: From its text; where that has no place, from its heading or the notes beside it.
        count_marks: Places in its text; 0 where the words are in the heading or beside only.
    """

    found_in: str
    id: str
    score: float | None
    snippet: Snippet
    count_marks: int | None


class Found(NamedTuple):
    """What was found.

    Attributes:
        hits: One page of it.
        total: How many documents.
        facets: How many by found_in, country, language, actor and year; each under all filters but its own.
        undated: How many a range of dates leaves out because no date is known.
        is_ranked: Whether by the index; otherwise documents were read one by one and come newest first.
        understood: The query as it was understood.
        notes: What could not be understood or done, a sentence each.
    """

    hits: list[Hit]
    total: int
    facets: dict[str, dict[str, int]]
    undated: int
    is_ranked: bool
    understood: str
    notes: tuple[str, ...]
