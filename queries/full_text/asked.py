"""How is a question put to the index? Built from parts, never from text that a parser could read otherwise."""

from collections.abc import Callable, Sequence

import tantivy
from tantivy import FieldType, Occur, Query

from queries.full_text.answers import Asked
from queries.full_text.index import EPOCH, schema
from queries.full_text.tree import All, Any, Leaf, Not, Phrase, Prefix, Similar, Tree, Word
from queries.full_text.words import is_similar, most_changes, stem

SCHEMA = schema()
# A word in a heading counts as much as three in the text.
_HEADING = 3.0
# A similar spelling counts at least this much, as little as a frequent word; so many are compared to count more.
_SIMILAR, _MOST_ALIKE = 0.5, 5_000
# A beginning of so many words or fewer is ranked by these words.
_RANKED_ENDINGS = 50


def matching(tree: Tree, searcher: tantivy.Searcher) -> Query:
    """Ask for the documents that a tree holds of, ranked by the words that it names.

    Args:
        tree: What was understood.
        searcher: Of the index; it knows which words begin as a prefix does.
    """
    match tree:
        case All(parts):
            return all_of([matching(part, searcher) for part in parts])
        case Any(parts):
            return any_of([matching(part, searcher) for part in parts])
        case Not(part):
            return Query.boolean_query([(Occur.Must, everything()), (Occur.MustNot, matching(part, searcher))])
        case _:
            return _holding(tree, searcher)


def everything() -> Query:
    """Ask for every document, all ranked alike."""
    return _unranked(Query.all_query())


def all_of(queries: Sequence[Query]) -> Query:
    """Ask for what all of these find."""
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def any_of(queries: Sequence[Query]) -> Query:
    """Ask for what any of these finds."""
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def filters(asked: Asked, *, but: str = "") -> list[Query]:
    """Ask for what the filters let through but for one of them; dates are no such filter."""
    chosen = {dimension: values for dimension, values in asked.chosen().items() if dimension != but}
    return [_unranked(Query.term_set_query(SCHEMA, dimension, [*values])) for dimension, values in chosen.items()]


def dates(asked: Asked) -> list[Query]:
    """Ask for what counts within the dates, if there are any; documents without a known date do not."""
    if asked.since is None and asked.until is None:
        return []
    since, until = (None if day is None else (day - EPOCH).days for day in (asked.since, asked.until))
    return [_unranked(Query.range_query(SCHEMA, "day", FieldType.Integer, since, until))]


def with_body() -> Query:
    """Ask for documents that we hold more of than what they are called."""
    return _unranked(Query.term_query(SCHEMA, "has_body", 1))


def undated() -> Query:
    """Ask for documents without a known date."""
    return Query.boolean_query([(Occur.Must, everything()), (Occur.MustNot, Query.exists_query("day"))])


def _holding(leaf: Leaf, searcher: tantivy.Searcher) -> Query:
    match leaf:
        case Word(folded):
            return _in_heading_or_text("stems", lambda field: _term(field, stem(folded)))
        case Similar(folded):
            near = _in_heading_or_text("words", lambda field: _similar(field, folded, searcher))
            return any_of([_holding(Word(folded), searcher), near])
        case Prefix(folded):
            return _in_heading_or_text("words", lambda field: _beginning(field, folded, searcher))
        case Phrase((only,)):
            return _in_heading_or_text("words", lambda field: _term(field, only))
        case Phrase(words):
            return _in_heading_or_text("words", lambda field: Query.phrase_query(SCHEMA, field, [*words]))


def _in_heading_or_text(field: str, ask: Callable[[str], Query]) -> Query:
    return any_of([Query.boost_query(ask(f"heading_{field}"), _HEADING), ask(field)])


def _term(field: str, word: str) -> Query:
    return Query.term_query(SCHEMA, field, word, "freq")


def _beginning(field: str, folded: str, searcher: tantivy.Searcher) -> Query:
    found = searcher.terms_with_prefix(field, folded, limit=_RANKED_ENDINGS + 1)
    if len(found) > _RANKED_ENDINGS:
        # A folded word holds letters, digits and marks only, so nothing in it has a meaning of its own here.
        return Query.regex_query(SCHEMA, field, f"{folded}.*")
    return any_of([_term(field, word) for word, _ in found]) if found else Query.empty_query()


def _similar(field: str, folded: str, searcher: tantivy.Searcher) -> Query:
    """Ask for similar spellings; those that begin alike are ranked as words, the others all count little."""
    alike = searcher.terms_with_prefix(field, folded[:2], limit=_MOST_ALIKE)
    ranked = [_term(field, word) for word, _ in alike if is_similar(folded, word)]
    near = Query.fuzzy_term_query(SCHEMA, field, folded, most_changes(folded), True)
    return any_of([Query.const_score_query(near, _SIMILAR), *ranked])


def _unranked(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)
