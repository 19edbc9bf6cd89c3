"""The rows of a search, to take along: every document that holds the words, best first."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa

import queries
from exports.about import Column
from exports.names import names_of
from queries import full_text

if TYPE_CHECKING:
    from exports.asked import Asked

# So many rows are looked up at once.
PIECE = 100
COLUMNS = (
    Column("rank", "bigint", "", "place in the list of what was found, from 1"),
    Column("found_in", "varchar", "", "source | statement | event | actor"),
    Column("id", "varchar", "", "of the row of that table"),
    Column("title", "varchar", "", "what it is called; of a statement what it says"),
    Column("actor_id", "varchar", "", "whose own document or statement it is"),
    Column("counts_on", "date", "", "day from which it counts; null where no date is known"),
    Column("language", "varchar", "", "of a source, ISO 639-1"),
    Column(
        "snippet", "varchar", "", "a passage of the text with the words in it; none of a text fetched by `data.hydrate`"
    ),
    Column("count_marks", "bigint", "", "how often the words stand in the text"),
    Column("score", "double", "", "BM25, higher is better; null where nothing is ranked"),
)
SCHEMA = pa.schema(
    [
        (name, {"bigint": pa.int64(), "date": pa.date32(), "double": pa.float64()}.get(kind, pa.string()))
        for name, kind, *_ in COLUMNS
    ]
)


def count(asked: "Asked") -> int:
    """Count the documents that hold the words."""
    return full_text.search(asked.edition, _put(asked), limit=1).total


def tables(asked: "Asked") -> Iterator[pa.Table]:
    """Give the documents, a hundred at a time; none where there is none."""
    for offset in range(0, count(asked), PIECE):
        yield page(asked, PIECE, offset)


def page(asked: "Asked", limit: int, offset: int) -> pa.Table:
    """Give a part of the documents, best first."""
    hits: list[full_text.Hit] = []
    while len(hits) < limit:
        wanted = min(limit - len(hits), full_text.MOST_HITS)
        more = full_text.search(asked.edition, _put(asked), limit=wanted, offset=offset + len(hits)).hits
        hits += more
        if len(more) < wanted:
            break
    return pa.Table.from_pylist(_rows(asked.edition, hits, offset), schema=SCHEMA)


def _put(asked: "Asked") -> full_text.Asked:
    # A range without an end in the years of the collection is none: then documents without a date are found too.
    first, last = names_of(asked.edition).days
    return full_text.Asked(
        text=asked.q,
        is_similar=asked.similar,
        since=asked.since if asked.since and asked.since > first else None,
        until=asked.until if asked.until and asked.until < last else None,
        found_in=asked.found,
        countries=asked.country,
        languages=asked.language,
        actors=asked.actors,
    )


def _rows(edition: str, hits: list[full_text.Hit], offset: int) -> list[dict[str, Any]]:
    fetched = {*queries.run_on(edition, "fetched_sources")["source_id"].to_pylist()}
    held = {(row["found_in"], row["id"]): row for row in _documents(edition, hits)}
    return [
        {
            "rank": rank,
            "found_in": hit.found_in,
            "id": hit.id,
            # A text that was fetched to this machine is for whoever sits at it.
            "snippet": None if hit.id in fetched and hit.found_in == "source" else hit.snippet.text,
            "count_marks": None if hit.id in fetched and hit.found_in == "source" else hit.count_marks,
            "score": hit.score,
        }
        | held[hit.found_in, hit.id]
        for rank, hit in enumerate(hits, start=offset + 1)
    ]


def _documents(edition: str, hits: list[full_text.Hit]) -> Iterator[dict[str, Any]]:
    for kind in {hit.found_in for hit in hits}:
        ids = [hit.id for hit in hits if hit.found_in == kind]
        yield from queries.run_on(edition, "headings_of_documents", found_in=kind, ids=ids).to_pylist()
