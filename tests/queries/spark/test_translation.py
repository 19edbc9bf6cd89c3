"""Every question reads in Spark's SQL as it does in DuckDB's; no server is asked here."""

import re

import pytest
import sqlglot
from sqlglot import exp

from queries import contract, questions
from queries.contracts import statement
from queries.spark.left import LEFT
from queries.spark.rules import NoCounterpart, by_place, rewritten
from queries.spark.steps import UnknownForm, _step, parsed, steps
from queries.spark.translation import columns, named, translated
from queries.spark.values import TYPES
from tests.queries.filled import schemas
from tests.queries.spark.layout import GUIDE
from tests.queries.spark.samples import SAMPLES

ASKED = sorted({*questions()} - {*LEFT})
EACH = pytest.mark.parametrize("name", ASKED)


def in_spark(text):
    """A statement of DuckDB, rewritten by the rules alone."""
    return rewritten(by_place(parsed(text))).sql("spark")


@EACH
@pytest.mark.parametrize("is_by_year", [False, True])
def test_a_question_is_one_statement_on_the_tables_of_a_collection(name, is_by_year):
    only = sqlglot.parse_one(translated(name, is_by_year=is_by_year), read="spark")
    assert isinstance(only, exp.Select)
    named_here = {each.alias for each in only.find_all(exp.CTE)}
    assert {table.name for table in only.find_all(exp.Table)} - named_here <= {*schemas()}
    assert only.named_selects == [*contract(name).columns]


@EACH
def test_a_question_has_no_parameter_but_those_of_its_header_each_with_its_type(name):
    said = re.findall(r"(CAST\()?:(\w+)(?: AS ([\w<>]+)\))?", translated(name))
    types = {"varchar": "STRING", "varchar[]": "ARRAY<STRING>"}
    wanted = {key: types.get(kind, kind.upper()) for key, kind in contract(name).parameters.items()}
    assert {(key, kind) for _, key, kind in said} <= {*wanted.items()}


@EACH
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_question_written_out_has_the_answer_that_it_has_through_views_and_macros(name, sample, real):
    asked = SAMPLES[sample](name)
    cursor = real.cursor()
    written_out = named(name).sql("duckdb")
    # DuckDB wants a value for every parameter that it finds, and no other.
    kept = {key: value for key, value in asked.items() if f"${key}" in written_out}
    shared = cursor.sql(statement(name), params=asked or None).to_arrow_table()
    assert cursor.sql(written_out, params=kept or None).to_arrow_table().equals(shared)


def test_every_type_of_a_header_is_known():
    assert {kind for name in ASKED for kind in contract(name).columns.values()} <= {*TYPES}


def test_every_question_that_is_left_to_duckdb_exists_and_has_a_reason():
    assert {*LEFT} <= {*questions()}
    assert all(LEFT.values())


def test_the_guide_names_every_question_that_is_left_to_duckdb():
    guide = GUIDE.read_text(encoding="utf-8")
    assert [name for name in LEFT if f"`{name}`" not in guide] == []


def test_a_question_that_needs_the_numbers_of_rows_is_refused():
    with pytest.raises(NoCounterpart, match="rowid"):
        translated("statements_in_order")


def test_years_are_named_where_statements_are_bound_by_days_and_nowhere_else():
    assert "year" not in translated("view_size").lower()
    assert translated("view_size", is_by_year=True).count("statements.year >= YEAR(CAST(:since AS DATE))") == 1
    assert translated("events", is_by_year=True) == translated("events")


def test_every_shared_step_is_read():
    assert {name: step.parameters for name, step in steps().items()}["silent_searches"] == (
        "since",
        "until",
        "only_issue",
    )
    assert steps()["selected_statements"].defaults == {"only_event": exp.null()}


def test_a_step_of_another_form_is_refused():
    with pytest.raises(UnknownForm, match="create table"):
        _step("create table a as select 1;")


def test_the_columns_are_those_of_the_tables():
    assert {name: [*fields] for name, fields in columns().items() if name != "fetched_texts"} == {
        name: schema.names for name, schema in schemas().items()
    }


@pytest.mark.parametrize(
    ("ours", "spark"),
    [
        ("select a from t limit $n", "SELECT a FROM t LIMIT CAST(COALESCE(:n, 2147483647) AS INT)"),
        ("select a from t offset $n", "SELECT a FROM t OFFSET CAST(COALESCE(:n, 0) AS INT)"),
        ("select list_has_any(a, b)", "SELECT ARRAYS_OVERLAP(a, b)"),
        ("select list_has_any(a, null)", "SELECT CAST(NULL AS BOOLEAN)"),
        ("select list_contains(null, b)", "SELECT CAST(NULL AS BOOLEAN)"),
        ("select a[2], a[-1], a[b]", "SELECT ELEMENT_AT(a, 2), ELEMENT_AT(a, -1), ELEMENT_AT(a, b)"),
        ("select a[b:c]", "SELECT SUBSTRING(a, b, (c - b) + 1)"),
        ("select arg_max(a, (b, c)) from t", "SELECT MAX_BY(a, STRUCT(b, c)) FROM t"),
        ("select list(distinct a) from t", "SELECT SORT_ARRAY(NULLIF(COLLECT_SET(a), ARRAY())) FROM t"),
        (
            "select list(a order by a) filter (where b) from t",
            "SELECT SORT_ARRAY(NULLIF(COLLECT_LIST(a) FILTER(WHERE b), ARRAY())) FROM t",
        ),
        ("select a, count(*) as n, b from t group by all", "SELECT a, COUNT(*) AS n, b FROM t GROUP BY 1, 3"),
        ("with t as materialized (select 1 as a) select a from t", "WITH t AS (SELECT 1 AS a) SELECT a FROM t"),
        (
            "select t.a as b from t qualify b = 1",
            "SELECT b FROM (SELECT t.a AS b, b = 1 AS is_kept FROM t) AS kept WHERE is_kept",
        ),
        ("select distinct t.a as b from t order by t.a", "SELECT DISTINCT t.a AS b FROM t ORDER BY b NULLS LAST"),
        ("select a, b from t union all by name select b, a from t", "SELECT a, b FROM t UNION ALL SELECT a, b FROM t"),
    ],
)
def test_a_rule_says_in_spark_what_duckdb_says(ours, spark):
    assert in_spark(ours) == spark


@pytest.mark.parametrize(
    ("ours", "what"),
    [
        ("select list(a) from t", "order"),
        ("select list(a order by b) from t", "order"),
        ("select a from t union all by name select b from t", "one side"),
    ],
)
def test_what_has_no_counterpart_is_refused(ours, what):
    with pytest.raises(NoCounterpart, match=what):
        in_spark(ours)
