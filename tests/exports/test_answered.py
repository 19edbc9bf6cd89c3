"""Whatever an engine answers fits into every file, and the file says which question it answers."""

from datetime import UTC, datetime
from decimal import Decimal

import duckdb
import pyarrow as pa
import pytest

import exports
import queries
from exports import answered

ODD = """
select 1::utinyint as small, 2::ubigint as large, 18446744073709551615::ubigint as largest, 3::hugeint as huge,
    1.50::decimal(5, 2) as price, time '12:30' as clock, timestamp '2020-04-15 12:30:00' as stamp,
    timestamptz '2020-04-15 12:30:00+00' as zoned, interval 3 day as span, {'a': 1} as structure, map {'k': 1} as pairs,
    [1, 2] as numbers, ['a|b', ''] as texts, 'x'::blob as bytes, uuid() as id, null as nothing, true as truth,
    'nan'::double as no_number, date '2020-04-15' as day, 'enum'::enum ('enum') as kind
"""
NOW = datetime(2026, 12, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def odd():
    with duckdb.connect() as connection:
        relation = connection.sql(ODD)
        assert relation is not None
        return relation.to_arrow_table()


@pytest.mark.parametrize("form", ["csv", "xlsx", "json", "parquet"])
def test_every_type_goes_into_every_file(odd, form):
    table = answered.plain(odd)
    edition = queries.edition("nagorno-karabakh", None)
    about = answered.about(edition, ODD, table, "https://example.org/sql", NOW)
    assert exports.write(table, about, form)
    assert about.filters == (("Question in SQL", ODD),)
    assert exports.file_name(about, form).startswith("demarche-answer-")


def test_numbers_stay_numbers_where_they_can(odd):
    table = answered.plain(odd)
    assert table["small"].type == table["huge"].type == pa.int64()
    assert table["largest"][0].as_py() == "18446744073709551615"
    assert table["price"][0].as_py() == pytest.approx(float(Decimal("1.50")))
    assert table["day"].type == pa.date32()
    assert table["stamp"][0].as_py().startswith("2020-04-15 12:30")


@pytest.mark.parametrize(
    "sql",
    [
        "{'a': date 'infinity'}",
        "{'a': timestamp '290000-01-01'}",
        "map {'a': date '-infinity'}",
        "{'a': [{'b': timestamptz 'infinity'}]}",
    ],
)
def test_a_structure_with_a_day_out_of_the_calendar_is_told(sql):
    with duckdb.connect() as connection:
        relation = connection.sql(f"select {sql} as odd union all select null")
        assert relation is not None
        assert answered.plain(relation.to_arrow_table())["odd"].to_pylist() == [answered.BEYOND, None]


def test_columns_of_one_name_are_told_apart():
    several = pa.table([pa.array([1])] * 3, names=["a", "a", "a"])
    assert answered.plain(several).column_names == ["a", "a (2)", "a (3)"]


def test_a_column_that_is_named_as_one_told_apart_keeps_its_name():
    several = pa.table([pa.array([1])] * 4, names=["a (2)", "a", "a", "a (2)"])
    assert answered.plain(several).column_names == ["a (2)", "a", "a (3)", "a (2) (2)"]


def test_a_long_question_is_cut_to_what_a_cell_holds():
    table = pa.table({"a": [1]})
    about = answered.about(queries.edition("nagorno-karabakh", None), "x" * 40_000, table, "", NOW)
    assert exports.write(table, about, "xlsx")
