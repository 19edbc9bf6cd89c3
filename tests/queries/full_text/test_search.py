"""Index and scan find what a slow and plain matcher finds, on collections and queries drawn by chance."""

import random

import pytest

from queries.full_text import MOST_HITS, Asked, search_in
from queries.full_text.pieces import MOST_CHARACTERS
from tests.queries.full_text import drawn
from tests.queries.full_text.matcher import count_marks, found

QUERIES = 60
DIMENSIONS = {
    "found_in": "found_in",
    "countries": "country",
    "languages": "language",
    "actors": "actor",
    "years": "year",
}


def questions(draw):
    """Queries short enough to be read whole, with filters; as the matcher reads them and as a reader types them."""
    for _ in range(QUERIES):
        query = drawn.query(draw)
        text = drawn.typed(draw, query)
        if len(text) <= MOST_CHARACTERS:
            yield query, Asked(text, **drawn.filters(draw))


def expected(query, documents, asked, *, stems):
    """What the matcher finds."""
    chosen = {dimension: getattr(asked, name) for name, dimension in DIMENSIONS.items()}
    return found(query, documents, chosen, asked.since, asked.until, stems=stems)


def answered(answer):
    """An answer in the matcher's form."""
    return {
        "ids": {(hit.found_in, hit.id) for hit in answer.hits},
        "facets": answer.facets,
        "undated": answer.undated,
    }


@pytest.mark.parametrize("seed", range(8))
def test_the_index_finds_what_the_matcher_finds(seed, indexed):
    draw = random.Random(seed)
    tables, documents = drawn.collection(draw, 60)
    connection, folder = indexed(tables)
    texts = {(each["found_in"], each["id"]): each["parts"][-1] for each in documents}
    total = 0
    for query, asked in questions(draw):
        answer = search_in(connection, folder, asked, limit=MOST_HITS)
        assert answered(answer) == expected(query, documents, asked, stems=True), asked
        assert answer.is_ranked
        assert answer.notes == ()
        assert answer.total == len(answer.hits)
        scores = [hit.score or 0.0 for hit in answer.hits]
        assert scores == sorted(scores, reverse=True)
        assert [hit.count_marks for hit in answer.hits] == [
            count_marks(query, texts[hit.found_in, hit.id]) for hit in answer.hits
        ]
        total += answer.total
    assert total > QUERIES


@pytest.mark.parametrize("seed", range(4))
def test_the_scan_finds_what_the_matcher_finds_without_stems(seed, connection, indexed, tmp_path):
    draw = random.Random(seed)
    tables, documents = drawn.collection(draw, 60)
    indexed(tables)
    total = 0
    for query, asked in questions(draw):
        answer = search_in(connection, tmp_path / "nowhere", asked, limit=MOST_HITS)
        assert answered(answer) == expected(query, documents, asked, stems=False), asked
        assert not answer.is_ranked
        assert {hit.score for hit in answer.hits} <= {None}
        total += answer.total
    assert total > QUERIES
