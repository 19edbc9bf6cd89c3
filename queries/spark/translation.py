"""How does a question read in Spark's SQL? The .sql files of queries/ stay the only text that somebody writes."""

from functools import cache

import pyarrow.parquet as pq
import sqlglot
from sqlglot import exp
from sqlglot.optimizer.pushdown_projections import pushdown_projections
from sqlglot.optimizer.qualify import qualify

from queries.collections import PARQUET
from queries.contracts import contract, statement
from queries.fetched import SCHEMA
from queries.spark.rules import NoCounterpart, by_place, rewritten
from queries.spark.steps import parsed, written_out
from queries.spark.years import by_year

_LAID_OVER = {"text", "text_sha256", "origin_id"}


@cache
def translated(name: str, *, is_by_year: bool = False) -> str:
    """Write a question in Spark's SQL, with the same parameters, as `:name`.

    Args:
        name: Of the question.
        is_by_year: Whether the statements lie in a folder for each year, of which it then reads those that it needs.

    Raises:
        NoCounterpart: it says something that Spark's SQL cannot.
        sqlglot.errors.SqlglotError: it says something that sqlglot does not understand.
    """
    own = named(name).copy()
    if any(value.name == "rowid" for value in own.find_all(exp.Placeholder)):
        raise NoCounterpart(f"{name}: rowid, the number of a row in its table")
    return str(
        rewritten(by_year(own) if is_by_year else own).sql(
            "spark", pretty=True, comments=False, unsupported_level=sqlglot.ErrorLevel.RAISE
        )
    )


@cache
def reads_texts(name: str) -> bool:
    """Tell whether the answer to a question depends on texts that were fetched for the sources (`queries.fetched`)."""
    own = named(name)
    is_laid_over = any(column.name in _LAID_OVER for column in own.find_all(exp.Column))
    return is_laid_over or any(table.name == "fetched_texts" for table in own.find_all(exp.Table))


@cache
def named(name: str) -> exp.Expr:
    """Write a question out, each column with its table, and without those that nobody reads."""
    written = written_out(parsed(statement(name)))
    for column in [*written.find_all(exp.Column)]:
        if column.name == "rowid":
            column.replace(exp.Placeholder(this="rowid"))
    for value in [*written.find_all(exp.Placeholder)]:
        if value.name != "rowid" and not isinstance(value.parent, exp.Cast):
            # A null or an empty list has no type of its own.
            kind = contract(name).parameters[value.name]
            value.replace(exp.cast(value.copy(), exp.DataType.build(kind, dialect="duckdb")))
    schema: dict[str, object] = {**columns()}
    qualified = by_place(qualify(written, dialect="duckdb", schema=schema, quote_identifiers=False))
    for asked in qualified.find_all(exp.Exists):
        asked.this.select("1 as found", append=False, copy=False)
    return pushdown_projections(qualified)


@cache
def columns() -> dict[str, dict[str, str]]:
    """Name the columns of every table, those of the project's own collection: the others have the same."""
    schemas = {file.stem: pq.read_schema(file) for file in sorted(PARQUET.glob("*.parquet"))}
    schemas["fetched_texts"] = SCHEMA.remove(SCHEMA.get_field_index("text"))
    return {table: dict.fromkeys(schema.names, "unknown") for table, schema in schemas.items()}
