"""Texts that repeat are kept as numbers, and no answer shows it."""

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import queries
from queries import coded
from queries.coded import CODES, MOST_VALUES, decoded


@pytest.fixture
def connection():
    with duckdb.connect() as opened:
        yield opened


def created(connection, **tables):
    """Create tables, and name the type of each of their columns."""
    coded.create(connection, {name: connection.from_arrow(pa.table(rows)) for name, rows in tables.items()})
    return {
        (name, column): kind.id
        for name in tables
        for column, kind in zip(connection.table(name).columns, connection.table(name).types, strict=True)
    }


def test_every_column_that_is_named_is_kept_as_numbers_in_the_collection():
    opened = queries.opened(next(iter(queries.served())))
    for table, column in (column for columns in CODES.values() for column in columns):
        assert opened.table(table).select(duckdb.ColumnExpression(column)).types[0].id == "enum", (table, column)


def test_columns_that_are_compared_share_their_type(connection):
    created(connection, events={"event_id": ["b"], "title": ["B"]}, statements={"event_id": [None, "a"]})
    (first,), (second,) = ((connection.table(name)["event_id"]).types for name in ("events", "statements"))
    assert first == second
    assert first.children == [("values", ["a", "b"])]


def test_rows_are_sorted_as_texts_are(connection):
    words = ["b", "a", "Z", "é", "aa", "𝔘", "\u202e"]
    assert created(connection, issues={"title": words, "issue_id": words})["issues", "title"] == "enum"
    found = connection.sql("select title from issues order by title").fetchall()
    assert [title for (title,) in found] == sorted(words, key=str.encode)


def test_too_many_values_stay_texts(connection):
    many = [str(number) for number in range(MOST_VALUES + 1)]
    kinds = created(connection, events={"event_id": ["a"] * len(many), "title": many}, statements={"event_id": ["a"]})
    assert kinds["events", "event_id"] == "enum"
    assert kinds["events", "title"] == "varchar"


def test_what_holds_no_value_or_lacks_a_column_stays_as_it_is(connection):
    kinds = created(connection, actors={"short_name": pa.nulls(2, pa.string()), "actor_id": ["a", "b"]})
    assert set(kinds.values()) == {"varchar"}


def test_a_word_that_nothing_has_is_compared_and_not_refused(connection):
    created(connection, issues={"title": ["a"], "issue_id": ["a"]}, statements={"issue_id": ["a", None]})
    asked = "select count(*) from statements where issue_id = $word or issue_id = 'another'"
    assert connection.execute(asked, {"word": "none of them"}).fetchall() == [(0,)]


TEXTS = st.none() | st.text(max_size=3)


@given(texts=st.lists(TEXTS, max_size=6), lists=st.lists(st.none() | st.lists(TEXTS, max_size=3), max_size=6))
def test_what_came_as_numbers_is_texts_again(texts, lists):
    plain = pa.table(
        {"text": pa.array(texts, pa.string()), "number": pa.array(range(len(texts)), pa.int64())}
    ).replace_schema_metadata({"origin": "test"})
    assert decoded(plain.set_column(0, "text", plain["text"].dictionary_encode())).equals(plain, check_metadata=True)
    many = pa.array(lists, pa.list_(pa.string()))
    coded_lists = pa.ListArray.from_arrays(many.offsets, many.values.dictionary_encode(), mask=many.is_null())
    assert decoded(pa.table({"lists": coded_lists}))["lists"].to_pylist() == lists
    assert decoded(pa.table({"lists": coded_lists}).slice(1))["lists"].to_pylist() == lists[1:]
