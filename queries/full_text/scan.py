"""What is found without an index? Documents are read one by one, and nothing is ranked.

Words of the query are looked for as they are written, whole, or as beginnings where the query says so. That is what
the index finds but for three things: words match in the form that was asked for, without stems; similar spellings are
not looked for; capitals, diacritics and strokes through letters make no difference, but other forms of a letter do
(ligatures, superscripts, full width), and so do characters that nobody sees.
"""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from itertools import pairwise

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

import queries
from queries.full_text.answers import Asked
from queries.full_text.grammar import Understood
from queries.full_text.index import DIMENSIONS
from queries.full_text.letters import is_han
from queries.full_text.ranked import MENTIONS, Counted, Key
from queries.full_text.tree import All, Any, Leaf, Not, Phrase, Prefix, Similar, Tree, Word

# As RE2 has it: what belongs to words, and the unit separator, which no phrase crosses.
_OF_WORDS = r"\pL\pN\pM"
_BETWEEN = rf"[^{_OF_WORDS}\x{{1f}}]"


def counted(
    connection: duckdb.DuckDBPyConnection, understood: Understood, asked: Asked, *, limit: int, offset: int
) -> Counted:
    """Read every document; arguments and answer are those of `ranked.counted`."""
    every = _documents(connection, None)
    words = _words(connection, every, understood)
    narrowed = {dimension: _is_of(every[dimension], values) for dimension, values in asked.chosen().items()}
    dated = _within(every["counts_on"], asked.since, asked.until)
    found = every.filter(_all([words, dated, *narrowed.values()]))
    facets = {}
    for dimension in DIMENSIONS:
        others = [mask for other, mask in narrowed.items() if other != dimension]
        facets[dimension] = _values(every.filter(_all([words, dated, *others]))[dimension])
    is_dated = asked.since is not None or asked.until is not None
    left_out = every.filter(_all([words, pc.is_null(every["counts_on"]), *narrowed.values()])).num_rows
    page = found.slice(offset, limit).select(["found_in", "id"]).to_pylist()
    keys = [Key(row["found_in"], row["id"], None) for row in page]
    return Counted(keys, found.num_rows, facets, left_out if is_dated else 0)


def mentions(connection: duckdb.DuckDBPyConnection, understood: Understood, asked: Asked) -> pa.Table:
    """Count the documents of each actor in each year as `ranked.mentions` does."""
    every = _documents(connection, None)
    narrowed = [_is_of(every[dimension], values) for dimension, values in asked.chosen().items()]
    dated = _within(every["counts_on"], asked.since, asked.until)
    known = [pc.is_valid(every["actor"]), pc.is_valid(every["year"]), every["has_body"]]
    found = every.filter(_all([_words(connection, every, understood), dated, *known, *narrowed]))
    grouped = found.group_by(["actor", "year"]).aggregate([([], "count_all")])
    counts = grouped.select(["actor", "year", "count_all"]).rename_columns(MENTIONS.names).cast(MENTIONS)
    return counts.sort_by([("actor_id", "ascending"), ("year", "ascending")])


def _documents(connection: duckdb.DuckDBPyConnection, pattern: str | None) -> pa.Table:
    """Ask which documents hold a pattern; named as the facets are, with a key for each."""
    found = queries.answer(connection, "documents", {"pattern": pattern})
    found = found.append_column("key", pc.binary_join_element_wise(found["found_in"], found["id"], "/"))
    found = found.append_column("year", pc.year(found["counts_on"]))
    return found.append_column("actor", found["actor_id"])


def _words(connection: duckdb.DuckDBPyConnection, every: pa.Table, understood: Understood) -> pa.ChunkedArray:
    tree = understood.tree
    if tree is None:
        return pa.chunked_array([pa.repeat(understood.is_everything, every.num_rows)])
    return _holding(tree, connection, every)


def _holding(tree: Tree, connection: duckdb.DuckDBPyConnection, every: pa.Table) -> pa.ChunkedArray:
    match tree:
        case Not(part):
            return pc.invert(_holding(part, connection, every))
        case All(parts):
            return reduce(pc.and_, (_holding(part, connection, every) for part in parts))
        case Any(parts):
            return reduce(pc.or_, (_holding(part, connection, every) for part in parts))
        case _:
            return pc.is_in(every["key"], _documents(connection, pattern(tree))["key"].combine_chunks())


def pattern(leaf: Leaf) -> str:
    """Write a leaf as a regular expression on folded text, which holds letters, digits and marks of it only."""
    match leaf:
        case Word(folded) | Similar(folded):
            return _edge("^", folded[0]) + folded + _edge("$", folded[-1])
        case Prefix(folded):
            return _edge("^", folded[0]) + folded
        case Phrase(words):
            written = words[0]
            for before, word in pairwise(words):
                is_apart = not (is_han(ord(before[-1])) or is_han(ord(word[0])))
                written += f"{_BETWEEN}{'+' if is_apart else '*'}{word}"
            return _edge("^", words[0][0]) + written + _edge("$", words[-1][-1])


def _edge(of_text: str, letter: str) -> str:
    """Write where a word ends: at an end of the text or at what is of no word; Chinese characters need neither."""
    return "" if is_han(ord(letter)) else f"(?:{of_text}|[^{_OF_WORDS}])"


def _is_of(column: pa.ChunkedArray, values: Iterable[str] | Iterable[int]) -> pa.ChunkedArray:
    return pc.is_in(column, pa.array([*values], column.type))


def _within(days: pa.ChunkedArray, since: date | None, until: date | None) -> pa.ChunkedArray:
    """Whether days lie within a range; an unknown one lies only where there is none."""
    masks = [pc.greater_equal(days, since)] if since else []
    masks += [pc.less_equal(days, until)] if until else []
    return pc.fill_null(_all(masks), False) if masks else pa.chunked_array([pa.repeat(True, len(days))])


def _all(masks: list[pa.ChunkedArray]) -> pa.ChunkedArray:
    return reduce(pc.and_, masks)


def _values(column: pa.ChunkedArray) -> dict[str, int]:
    counts = pc.value_counts(column.drop_null()).to_pylist()
    return {str(each["values"]): each["counts"] for each in sorted(counts, key=lambda each: -each["counts"])}
