"""Full-text search: which documents hold these words, who used them and when, and where do they stand in a text?

Documents are sources, statements, events and actors of one collection. An index answers, ranked by BM25 (see
`index`); where there is none, documents are read one by one (see `scan`), and the answer says so.

Words match by their English stem. Phrases, beginnings (`karab*`) and similar spellings (`karabach~`) match words as
they are written. Capitals and diacritics never make a difference.
"""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import duckdb
import pyarrow as pa

import queries
from queries import editions, fetched
from queries.full_text import index, ranked, scan
from queries.full_text.answers import Asked, Found, Hit
from queries.full_text.grammar import understand
from queries.full_text.hits import hits
from queries.full_text.passages import Snippet, occurrences
from queries.full_text.tree import sought

__all__ = [
    "MOST_HITS",
    "Asked",
    "Found",
    "Hit",
    "Snippet",
    "mentions",
    "mentions_in",
    "occurrences",
    "search",
    "search_in",
    "spoken",
]

MOST_HITS = 100
# To name the index of one again takes a question.
MOST_BUILDS = 64


def search(edition: str, asked: Asked, *, limit: int = 20, offset: int = 0) -> Found:
    """Search a collection that is served, or an older version of it, for which there is no index.

    Args:
        edition: As `queries.run_on` takes it.
        asked: The question.
        limit: Most hits on the page, up to 100.
        offset: How many come before it.
    """
    build = queries.build(edition)
    return search_in(queries.opened(build), _index(build), asked, limit=limit, offset=offset)


def search_in(
    connection: duckdb.DuckDBPyConnection, folder: Path, asked: Asked, *, limit: int = 20, offset: int = 0
) -> Found:
    """Search a collection.

    Args:
        connection: To the collection.
        folder: Of its index, which need not exist.
        asked: The question.
        limit: Most hits on the page, up to 100.
        offset: How many come before it.
    """
    understood = understand(asked.text, asked.is_similar)
    page = {"limit": max(1, min(limit, MOST_HITS)), "offset": max(0, offset)}
    try:
        counted = ranked.counted(index.opened(folder), understood, asked, **page)
        is_ranked = True
    except index.NoIndex:
        counted = scan.counted(connection, understood, asked, **page)
        is_ranked = False
    leaves = sought(understood.tree) if understood.tree else ()
    return Found(
        hits(connection, counted.keys, leaves),
        counted.total,
        counted.facets,
        counted.undated,
        is_ranked,
        understood.sentence,
        understood.notes,
    )


def mentions(edition: str, asked: Asked) -> pa.Table:
    """Count the sources that hold something, by whose own they are and by year; without both, or a text, none counts.

    Args:
        edition: As `queries.run_on` takes it.
        asked: The question; that it asks for sources need not be said.

    Returns:
        Columns actor_id, year, count_documents, sorted by the first two.
    """
    build = queries.build(edition)
    return mentions_in(queries.opened(build), _index(build), asked)


def mentions_in(connection: duckdb.DuckDBPyConnection, folder: Path, asked: Asked) -> pa.Table:
    """Count the sources of a collection that hold something; see `mentions`."""
    understood = understand(asked.text, asked.is_similar)
    of_sources = replace(asked, found_in=("source",))
    try:
        return ranked.mentions(index.opened(folder), understood, of_sources)
    except index.NoIndex:
        return scan.mentions(connection, understood, of_sources)


def spoken(edition: str, since: date | None = None, until: date | None = None) -> pa.Table:
    """Count the sources whose text is held, by whose own they are and by year.

    Args:
        edition: As `queries.run_on` takes it.
        since: First day; None for any.
        until: Last day; None for any.

    Returns:
        Columns actor_id, year, count_documents, sorted by the first two.
    """
    return queries.run_on(edition, "spoken_by_year", since=since, until=until)


def _index(build: str) -> Path:
    return _index_folder(build, queries.served()[editions.split(build)[0]])


@lru_cache(maxsize=MOST_BUILDS)
def _index_folder(build: str, folder: Path) -> Path:
    """Name the folder of the index that belongs to a build as this process has read it, which need not exist."""
    home = index.home(folder, fetched.texts_file(editions.split(build)[0]))
    return home / index.version(queries.opened(build))
