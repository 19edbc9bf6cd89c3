"""What do the documents say that were found? Snippets, cut from texts that are read for one page only."""

from collections.abc import Iterable
from typing import Any

import duckdb

import queries
from queries.full_text.answers import Hit
from queries.full_text.passages import Snippet, marks, places, snippet
from queries.full_text.ranked import Key
from queries.full_text.tree import Leaf

Row = dict[str, Any]


def hits(connection: duckdb.DuckDBPyConnection, keys: Iterable[Key], leaves: tuple[Leaf, ...]) -> list[Hit]:
    """Show documents by a passage each, in their order.

    Args:
        connection: To the collection.
        keys: What was found.
        leaves: What is to be marked.
    """
    wanted: dict[str, list[str]] = {}
    for key in keys:
        wanted.setdefault(key.found_in, []).append(key.id)
    held = {(row["found_in"], row["id"]): row for kind, ids in wanted.items() for row in _texts(connection, kind, ids)}
    return [_hit(key, held[key.found_in, key.id], leaves) for key in keys]


def _texts(connection: duckdb.DuckDBPyConnection, kind: str, ids: list[str]) -> list[Row]:
    if kind == "source":
        return [*queries.answer(connection, "texts_of_sources", {"source_ids": ids}).to_pylist()]
    return [*queries.answer(connection, "texts_of_documents", {"found_in": kind, "ids": ids}).to_pylist()]


def _hit(key: Key, row: Row, leaves: tuple[Leaf, ...]) -> Hit:
    text = row["body"] or ""
    found = places(text, leaves)
    shown = snippet(text, found) if found else _elsewhere(row, leaves)
    return Hit(key.found_in, key.id, key.score, shown, len(marks(found)))


def _elsewhere(row: Row, leaves: tuple[Leaf, ...]) -> Snippet:
    """Show the part beside the text that holds most places; the beginning of the text where none does."""
    parts = [part for part in (*row["heading"], *row["beside"]) if part]
    found = {part: places(part, leaves) for part in parts}
    best = max(parts, key=lambda part: len(found[part]), default="")
    return snippet(best, found[best]) if best and found[best] else snippet(row["body"] or best, [])
