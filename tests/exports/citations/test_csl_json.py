"""CSL-JSON: only what its schema allows, and the same after reading."""

import json
from datetime import date

import pytest
from hypothesis import given

from exports.citations.csl_json import write
from exports.citations.work import Issued, key
from tests.exports.citations.works import collection, patient, statement, work, works

# The rules of schemas/input/csl-data.json that bear on us: which variables there are, and what each holds.
TYPES = {"entry", "dataset", "article-newspaper", "document", "webpage"}
STRINGS = {
    *("title", "container-title", "publisher", "version", "genre", "event-place"),
    *("language", "URL", "abstract", "note"),
}
DATES = {"issued", "accessed", "event-date"}


def assert_is_of_the_schema(items):
    assert isinstance(items, list)
    for item in items:
        assert isinstance(item["id"], str)
        assert item["type"] in TYPES
        assert set(item) <= {"id", "type", "author"} | STRINGS | DATES
        assert all(isinstance(item[name], str) for name in STRINGS & set(item))
        for name in DATES & set(item):
            assert set(item[name]) == {"date-parts"}
            assert 1 <= len(item[name]["date-parts"]) <= 2
            for parts in item[name]["date-parts"]:
                assert 1 <= len(parts) <= 3
                assert all(isinstance(part, int) for part in parts)
        assert all(set(name) == {"literal"} for name in item.get("author", []))


def assert_reads_back(made, item):
    assert (item["id"], item["title"], item["URL"]) == (key(made), made.title, made.url)
    assert tuple(name["literal"] for name in item.get("author", [])) == made.authors
    assert item.get("issued", {}).get("date-parts", [[]]) == [[*made.issued.parts]]
    assert (item.get("abstract", ""), item.get("note", "")) == (made.abstract, made.note)


@patient
@given(works())
def test_whatever_it_says_is_of_the_schema_and_reads_back_equal(made):
    items = json.loads(write(made).encode())
    assert_is_of_the_schema(items)
    assert_reads_back(made, *items)


@pytest.mark.parametrize(
    ("issued", "parts"),
    [
        (Issued(date(2020, 4, 5)), [[2020, 4, 5]]),
        (Issued(date(2020, 4, 30), "month"), [[2020, 4]]),
        (Issued(date(2020, 12, 31), "year"), [[2020]]),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(issued, parts):
    (item,) = json.loads(write(work(issued=issued)))
    assert item["issued"] == {"date-parts": parts}


def test_what_is_not_known_is_left_out():
    (item,) = json.loads(write(work(issued=Issued())))
    assert not {"issued", "author", "note", "version"} & set(item)


@pytest.mark.parametrize(
    ("made", "kind", "container", "publisher"),
    [
        (statement(), "entry", "Who said what about Ruritania", "Démarche"),
        (collection(), "dataset", None, "Démarche"),
        (work(genre="News"), "article-newspaper", "The Ruritanian", None),
        (work(genre="Document"), "document", None, "The Ruritanian"),
        (work(genre="Official"), "webpage", "The Ruritanian", None),
    ],
)
def test_each_kind_has_its_type(made, kind, container, publisher):
    (item,) = json.loads(write(made))
    assert (item["type"], item.get("container-title"), item.get("publisher")) == (kind, container, publisher)


def test_a_genre_is_said_of_a_statement_and_of_a_source_by_its_type():
    ((said,), (typed,)) = (json.loads(write(made)) for made in (statement(genre="Speech"), work(genre="News")))
    assert said["genre"] == "Speech"
    assert "genre" not in typed


def test_an_event_has_its_days():
    days = (date(1993, 7, 23), date(1993, 7, 24))
    (item,) = json.loads(write(statement(kind="event", span=days, issued=Issued())))
    assert item["event-date"] == {"date-parts": [[1993, 7, 23], [1993, 7, 24]]}
    (item,) = json.loads(write(statement(kind="event", span=(days[0], None))))
    assert item["event-date"] == {"date-parts": [[1993, 7, 23]]}
