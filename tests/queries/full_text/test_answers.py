"""What an answer shows: ranking, pages, passages, mentions; and that no filter fails."""

from datetime import date
from itertools import chain

import pytest

import queries
from queries import full_text
from queries.full_text import Asked, mentions_in, search_in
from tests.queries.full_text.test_index import source

EVERY = pytest.mark.parametrize("is_indexed", [True, False], ids=["index", "scan"])


@pytest.fixture
def ask(indexed, tmp_path):
    """Index sources and search them, or read them one by one."""

    def asked(rows, question, *, is_indexed=True, **page):
        connection, folder = indexed({"sources": rows})
        return search_in(connection, folder if is_indexed else tmp_path / "nowhere", question, **page)

    return asked


def ids(answer):
    return [hit.id for hit in answer.hits]


def test_a_heading_counts_more_than_a_text_and_a_dense_text_more_than_a_thin_one(ask):
    rows = [
        source(0, "They spoke of many things, and of peace among them, and then went home again."),
        source(1, "Peace, and peace, and peace."),
        source(2, "They met.", title="Peace"),
        source(3, "They met."),
    ]
    assert ids(ask(rows, Asked("peace"))) == ["s2", "s1", "s0"]


def test_a_word_as_it_is_written_comes_before_similar_ones(ask):
    rows = [source(0, "Karabagh."), source(1, "Karabakh."), source(2, "Qarabakh."), source(3, "Karachi.")]
    assert ids(ask(rows, Asked("karabakh", is_similar=True))) == ["s1", "s0", "s2"]


@EVERY
def test_pages_follow_each_other_without_gap_or_repetition(ask, is_indexed):
    rows = [source(f"{number:02}", "Peace. " * (1 + number % 3)) for number in range(25)]
    pages = [
        ids(ask(rows, Asked("peace"), is_indexed=is_indexed, limit=10, offset=offset)) for offset in (0, 10, 20, 30)
    ]
    assert [*map(len, pages)] == [10, 10, 5, 0]
    assert sorted(chain(*pages)) == [row["source_id"] for row in rows]


@EVERY
@pytest.mark.parametrize(("limit", "offset"), [(0, 0), (-5, -5), (10**9, 0), (1, 10**12)])
def test_any_page_can_be_asked_for(ask, is_indexed, limit, offset):
    rows = [source(number) for number in range(3)]
    answer = ask(rows, Asked("peace"), is_indexed=is_indexed, limit=limit, offset=offset)
    assert answer.total == 3
    assert len(answer.hits) <= 3


@EVERY
def test_a_query_without_words_finds_every_document_newest_first(ask, is_indexed):
    rows = [source(number, counts_on=day) for number, day in enumerate([date(1990, 1, 1), None, date(2020, 1, 1)])]
    answer = ask(rows, Asked(" "), is_indexed=is_indexed)
    assert ids(answer) == ["s2", "s0", "s1"]
    assert {hit.score for hit in answer.hits} == {None}
    assert answer.understood == "everything"


@EVERY
def test_signs_without_a_word_find_nothing(ask, is_indexed):
    answer = ask([source(0)], Asked("!!!"), is_indexed=is_indexed)
    assert (answer.total, answer.hits, answer.understood) == (0, [], "")
    assert answer.notes


@EVERY
@pytest.mark.parametrize(
    "hostile",
    [
        {"countries": ("\ud800", "'; drop table sources; --", "")},
        {"languages": ("e\x00n",)},
        {"actors": ("x" * 100_000,)},
        {"found_in": ("sources", "*", "found_in:source")},
        {"years": (10**30, -(10**30), 0)},
    ],
    ids=lambda hostile: next(iter(hostile)),
)
def test_no_value_of_a_filter_fails(ask, is_indexed, hostile):
    assert ask([source(0)], Asked("peace", **hostile), is_indexed=is_indexed).total == 0


@EVERY
def test_words_in_a_title_only_are_shown_there_and_mark_nothing_in_the_text(ask, is_indexed):
    (hit,) = ask([source(0, "They met.", title="On peace")], Asked("peace"), is_indexed=is_indexed).hits
    assert hit.snippet == ("On peace", ((3, 8),), 0)
    assert hit.count_marks == 0


@EVERY
def test_a_source_without_a_text_is_found_by_its_title(ask, is_indexed):
    (hit,) = ask([source(0, None, title="On peace")], Asked("peace"), is_indexed=is_indexed).hits
    assert hit.snippet.text == "On peace"


@EVERY
def test_mentions_count_texts_of_a_known_actor_and_year(indexed, tmp_path, is_indexed):
    rows = [
        source(0, actor_id="AAA", counts_on=date(1992, 12, 31)),
        source(1, actor_id="AAA", counts_on=date(1992, 6, 1)),
        source(2, actor_id="AAA", counts_on=date(1993, 6, 1)),
        source(3, actor_id="BBB", counts_on=date(1993, 6, 1)),
        source(4, "They met.", actor_id="BBB", counts_on=date(1993, 6, 1)),
        source(5, actor_id=None, counts_on=date(1993, 6, 1)),
        source(6, actor_id="AAA", counts_on=None),
        source(7, None, title="On peace", actor_id="AAA", counts_on=date(1993, 6, 1)),
    ]
    statement = {"statement_id": "t", "actor_id": "AAA", "summary": "Peace.", "counts_on": date(1993, 6, 1)}
    connection, folder = indexed({"sources": rows, "statements": [statement]})
    where = folder if is_indexed else tmp_path / "nowhere"
    counts = [(*row.values(),) for row in mentions_in(connection, where, Asked("peace")).to_pylist()]
    assert counts == [("AAA", 1992, 2), ("AAA", 1993, 1), ("BBB", 1993, 1)]
    narrowed = mentions_in(connection, where, Asked("peace", since=date(1992, 7, 1), actors=("AAA",)))
    assert narrowed.to_pylist() == [
        {"actor_id": "AAA", "year": 1992, "count_documents": 1},
        {"actor_id": "AAA", "year": 1993, "count_documents": 1},
    ]
    assert narrowed.schema == mentions_in(connection, where, Asked("nowhere")).schema


def test_those_who_spoke_are_counted_by_year(indexed):
    rows = [source(number, actor_id="AAA", counts_on=date(1992 + number, 1, 1)) for number in range(3)]
    rows += [source(3, None, actor_id="AAA", counts_on=date(1992, 1, 1))]
    connection, _ = indexed({"sources": rows})
    spoken = queries.answer(connection, "spoken_by_year", {"since": None, "until": date(1993, 1, 1)})
    assert [(*row.values(),) for row in spoken.to_pylist()] == [("AAA", 1992, 1), ("AAA", 1993, 1)]


def test_the_collection_that_is_served_can_be_searched():
    collection = next(iter(queries.served()))
    answer = full_text.search(collection, Asked("Karabakh", found_in=("statement",)), limit=5)
    assert len(answer.hits) == 5
    assert answer.facets["found_in"]["statement"] == answer.total
    assert {hit.found_in for hit in answer.hits} == {"statement"}
    assert full_text.mentions(collection, Asked("Karabakh")).column_names == ["actor_id", "year", "count_documents"]
    assert full_text.spoken(collection).column_names == ["actor_id", "year", "count_documents"]
