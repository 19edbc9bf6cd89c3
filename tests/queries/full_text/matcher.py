"""The slow and plain search: what a query holds of, worked out from lists of words, as the pages promise it.

A query is a list: ["word", w], ["similar", w], ["prefix", p], ["phrase", w, ...], ["not", q], ["all", q, ...] or
["any", q, ...]. A document is a dict of found_in, id, country, language, actor, counts_on, and parts: lists of words,
of which the last is the text.
"""

from functools import cache

from tests.queries.full_text.vocabulary import same_stem


def holds(query, document, *, stems=True):
    """Whether a query holds of a document; without stems, words count as written and similar ones do not."""
    kind, *rest = query
    if kind == "not":
        return not holds(rest[0], document, stems=stems)
    if kind in ("all", "any"):
        return {"all": all, "any": any}[kind](holds(each, document, stems=stems) for each in rest)
    return any(spans(query, words, stems=stems) for words in document["parts"])


def spans(leaf, words, *, stems=True):
    """Where a leaf stands in a list of words: first and last word of each place."""
    kind, *wanted = leaf
    if kind == "phrase":
        starts = range(len(words) - len(wanted) + 1)
        return [(start, start + len(wanted) - 1) for start in starts if words[start : start + len(wanted)] == wanted]
    return [(place, place) for place, word in enumerate(words) if fits(kind, wanted[0], word, stems=stems)]


def fits(kind, wanted, word, *, stems):
    """Whether one word is what a leaf asks for."""
    if kind == "prefix":
        return word.startswith(wanted)
    if not stems:
        return word == wanted
    most = 0 if len(wanted) < 5 else 1 if len(wanted) < 9 else 2
    return same_stem(wanted, word) or (kind == "similar" and distance(wanted, word) <= most)


@cache
def distance(one, other):
    """How many letters are to be added, left out, replaced or exchanged with their neighbour."""
    if not one or not other:
        return len(one) + len(other)
    ways = [
        distance(one[1:], other) + 1,
        distance(one, other[1:]) + 1,
        distance(one[1:], other[1:]) + (one[0] != other[0]),
    ]
    if one[:2] == other[1::-1] and len(one) > 1 < len(other):
        ways.append(distance(one[2:], other[2:]) + 1)
    return min(ways)


def leaves(query):
    """The leaves that are to be found: none under "not"."""
    kind, *rest = query
    if kind == "not":
        return []
    return [leaf for each in rest for leaf in leaves(each)] if kind in ("all", "any") else [query]


def count_marks(query, words):
    """How many places are marked in a text; those that share a word are one."""
    marked: list[int] = []
    for first, last in sorted(span for leaf in leaves(query) for span in spans(leaf, words)):
        if marked and first <= marked[-1]:
            marked[-1] = max(last, marked[-1])
        else:
            marked.append(last)
    return len(marked)


def lets_through(document, chosen, *, but=None):
    """Whether a document passes all filters but one."""
    return all(document[dimension] in values for dimension, values in chosen.items() if values and dimension != but)


def in_range(document, since, until):
    """Whether a document counts within the dates."""
    if since is None and until is None:
        return True
    day = document["counts_on"]
    return day is not None and (since is None or since <= day) and (until is None or day <= until)


def found(query, documents, chosen, since, until, *, stems=True):
    """What a search answers: ids, facets, and how many are left out for want of a date."""
    held = [document for document in documents if holds(query, document, stems=stems)]
    within = [document for document in held if in_range(document, since, until)]
    facets = {}
    for dimension in ("found_in", "country", "language", "actor", "year"):
        passing = [document[dimension] for document in within if lets_through(document, chosen, but=dimension)]
        facets[dimension] = {str(each): passing.count(each) for each in set(passing) if each is not None}
    undated = [each for each in held if each["counts_on"] is None and lets_through(each, chosen)]
    return {
        "ids": {(each["found_in"], each["id"]) for each in within if lets_through(each, chosen)},
        "facets": facets,
        "undated": len(undated) if since or until else 0,
    }
