"""The file that the app reads: only what was fetched and is of use, and one origin under one name."""

from dataclasses import replace
from datetime import date, datetime

import pyarrow.parquet
import pytest

from data.hydrate.pages import Page, keep
from data.hydrate.texts import compared, write_texts
from queries.fetched import SCHEMA
from tests.data.hydrate.conftest import source
from tests.data.hydrate.written import PARAGRAPHS

URL = "http://one.example/"
AT = "2026-11-24T13:30:00+01:00"
REPORT = " ".join(PARAGRAPHS * 3)
OTHER = "Nothing of this has to do with talks: the harvest was good, and the price of grapes fell in all regions. " * 3


def page(source_id, text=REPORT, **changes):
    made = Page(source_id, URL, AT, URL + "final", 200, AT, "text/html", "00", "a note", text)
    return replace(made, **changes)


def cited(source_id, published=None, text=None):
    return source(URL, source_id, published=published, text=text, origin_id=source_id if text else None)


@pytest.fixture
def store(tmp_path):
    (tmp_path / "pages").mkdir()
    return tmp_path


def rows(store):
    return pyarrow.parquet.read_table(store / "texts.parquet").to_pylist()


def test_a_row_says_what_was_fetched_from_where_and_when(store):
    keep(store / "pages", page("one", text="Talks."))
    assert write_texts([cited("one")], store) == 1
    assert rows(store) == [
        {
            "source_id": "one",
            "text": "Talks.",
            # From another program.
            "text_sha256": "bf392b710d1c70a946e48199a2adcf69ceedfde3a7aa9a946d04543a616457fd",
            "origin_id": "one",
            "fetched_from": "http://one.example/final",
            "fetched_at": datetime(2026, 11, 24, 12, 30),
            "licence": "a note",
            "media_type": "text/html",
        }
    ]


def test_the_file_has_the_columns_that_the_app_expects_also_when_it_is_empty(store):
    assert write_texts([cited("one")], store) == 0
    assert pyarrow.parquet.read_schema(store / "texts.parquet") == SCHEMA


def test_only_pages_with_a_text_of_sources_without_one_are_used(store):
    pages = [
        page("good"),
        page("failed", text=None, reason="status", failed="gone"),
        page("failed-later", reason="status", failed="gone"),
        page("moved", url="http://one.example/before"),
        page("held"),
        page("unknown"),
    ]
    for made in pages:
        keep(store / "pages", made)
    sources = [cited(name) for name in ("good", "failed", "failed-later", "moved", "never")]
    assert write_texts([*sources, cited("held", text="The collection's own.")], store) == 2
    assert [row["source_id"] for row in rows(store)] == ["failed-later", "good"]


def test_a_page_that_was_deleted_by_hand_is_gone_with_the_next_run(store):
    keep(store / "pages", page("one"))
    write_texts([cited("one")], store)
    (store / "pages" / "one.json").unlink()
    assert write_texts([cited("one")], store) == 0


def test_copies_among_fetched_texts_have_the_earliest_as_their_origin():
    sources = [cited("a", date(2020, 4, 16)), cited("b", date(2020, 4, 15)), cited("c"), cited("d", date(2020, 4, 1))]
    texts = {"a": REPORT, "b": REPORT + " So far the report.", "c": REPORT, "d": OTHER}
    assert compared(sources, texts) == {"a": "b", "b": "b", "c": "b", "d": "d"}


def test_a_copy_of_what_the_collection_holds_has_the_collections_origin():
    """Even if it is older: else the statement would rest on two origins where it rests on one."""
    sources = [
        cited("held", date(2020, 4, 15), REPORT),
        cited("older", date(2020, 4, 14)),
        cited("later", date(2020, 5, 1)),
    ]
    assert compared(sources, {"older": REPORT, "later": REPORT}) == {"older": "held", "later": "held"}


def test_two_held_origins_that_a_fetched_text_links_keep_their_names():
    sources = [cited("held-b", date(2020, 4, 15), REPORT), cited("held-a", date(2020, 4, 15), REPORT), cited("copy")]
    assert compared(sources, {"copy": REPORT}) == {"copy": "held-a"}
