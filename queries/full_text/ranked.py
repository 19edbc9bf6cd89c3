"""What does the index find, ranked and counted? Texts come later, for the documents of one page only."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pyarrow as pa
import tantivy
from tantivy import Query

from queries.full_text.answers import Asked
from queries.full_text.asked import all_of, dates, everything, filters, matching, undated, with_body
from queries.full_text.grammar import Understood
from queries.full_text.index import DIMENSIONS

# No facet has more values; tantivy gives no more than it is asked for.
_MOST_VALUES = 60_000

MENTIONS = pa.schema([("actor_id", pa.string()), ("year", pa.int64()), ("count_documents", pa.int64())])


class Key(NamedTuple):
    """Which document was found, and how well it fits; None where nothing is ranked."""

    found_in: str
    id: str
    score: float | None


class Counted(NamedTuple):
    """What was found: one page of keys, and the counts of `Found`."""

    keys: list[Key]
    total: int
    facets: dict[str, dict[str, int]]
    undated: int


def counted(searcher: tantivy.Searcher, understood: Understood, asked: Asked, *, limit: int, offset: int) -> Counted:
    """Ask the index.

    Args:
        searcher: Of the index.
        understood: What the text of the question was understood as.
        asked: The question; its text is not read.
        limit: Most keys on the page.
        offset: How many come before it.
    """
    words = _words(searcher, understood)
    in_view = [words, *dates(asked)]
    whole = all_of([*in_view, *filters(asked)])
    chosen = asked.chosen()
    facets = _facets(searcher, whole, [dimension for dimension in DIMENSIONS if dimension not in chosen])
    for dimension in chosen:
        facets |= _facets(searcher, all_of([*in_view, *filters(asked, but=dimension)]), [dimension])
    keys, total = _page(searcher, whole, understood, limit, offset)
    left_out = _total(searcher, all_of([words, undated(), *filters(asked)])) if len(in_view) > 1 else 0
    return Counted(keys, total, facets, left_out)


def mentions(searcher: tantivy.Searcher, understood: Understood, asked: Asked) -> pa.Table:
    """Count the documents of each actor in each year; those without both, or without a text, are left out.

    Returns:
        Columns actor_id, year, count_documents, in this order of sorting.
    """
    whole = all_of([_words(searcher, understood), with_body(), *dates(asked), *filters(asked)])
    nested = {"actor": _terms("actor") | {"aggs": {"year": _terms("year")}}}
    rows = [
        {"actor_id": actor["key"], "year": year["key"], "count_documents": year["doc_count"]}
        for actor in searcher.aggregate(whole, nested)["actor"]["buckets"]
        for year in actor["year"]["buckets"]
    ]
    return pa.Table.from_pylist(rows, schema=MENTIONS).sort_by([("actor_id", "ascending"), ("year", "ascending")])


def _words(searcher: tantivy.Searcher, understood: Understood) -> Query:
    if understood.is_everything:
        return everything()
    return matching(understood.tree, searcher) if understood.tree else Query.empty_query()


def _page(
    searcher: tantivy.Searcher, whole: Query, understood: Understood, limit: int, offset: int
) -> tuple[list[Key], int]:
    newest = "day" if understood.is_everything else None
    # tantivy makes room for all that comes before the page.
    found: Any = searcher.search(whole, limit, count=True, offset=min(offset, searcher.num_docs), order_by_field=newest)
    held = [searcher.doc(address) for _, address in found.hits]
    scores = [None if newest else float(score) for score, _ in found.hits]
    keys = [Key(doc["found_in"][0], doc["id"][0], score) for doc, score in zip(held, scores, strict=True)]
    return keys, int(found.count)


def _total(searcher: tantivy.Searcher, query: Query) -> int:
    # The stubs of tantivy do not know of counts.
    found: Any = searcher.search(query, 1, count=True)
    return int(found.count)


def _facets(searcher: tantivy.Searcher, query: Query, dimensions: Sequence[str]) -> dict[str, dict[str, int]]:
    found = searcher.aggregate(query, {dimension: _terms(dimension) for dimension in dimensions})
    return {
        dimension: {str(bucket["key"]): bucket["doc_count"] for bucket in found[dimension]["buckets"]}
        for dimension in dimensions
    }


def _terms(field: str) -> dict[str, Any]:
    return {"terms": {"field": field, "size": _MOST_VALUES, "segment_size": _MOST_VALUES}}
