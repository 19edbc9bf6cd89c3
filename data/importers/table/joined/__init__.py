"""What do the rows of all sheets give, once they are joined? The tables of a collection, by the rules of the build."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from data.importers.report import Report, visible
from data.importers.table.faults import Faults
from data.importers.table.memberships import memberships_of
from data.problems import shown

HERE = Path(__file__).parent
TYPED = Path(__file__).parents[3] / "typed"
NO_TEXTS = pa.schema([(name, pa.string()) for name in ("source_id", "text", "text_sha256", "origin_id")]).empty_table()
NO_QUOTES = pa.schema(
    [*((name, pa.string()) for name in ("statement_id", "source_id", "exact")), ("start", pa.int32()), ("end", pa.int32())]
).empty_table()
MEMORY = "2GB"


def with_ids(rows: pa.Table, sources: pa.Table, faults: Faults) -> pa.Table:
    """Give every row the ids of its source and its statement, and leave out rows whose statement was there before.

    Args:
        rows: Of the sheet of statements.
        sources: That are listed.
        faults: Is told of rows whose statement was there before.

    Returns:
        The rows with `source_id`, `statement_id`, and `is_made`, whether the latter was made here.
    """
    with duckdb.connect(config={"memory_limit": MEMORY}) as connection:
        connection.register("sheet", rows)
        connection.register("listed_sources", sources)
        sourced = _answer(connection, HERE / "sourced.sql")
        connection.register("sourced", sourced)
        repeated = _answer(connection, HERE / "repeated.sql")
    again = "rows whose statement was there before"
    faults.add_all(repeated["row"], again, lambda place: _repeated(repeated.slice(place, 1).to_pylist()[0]))
    return faults.without(sourced)


def tables(sheets: Mapping[str, pa.Table], report: Report) -> dict[str, pa.Table]:
    """Join the rows of all sheets.

    Args:
        sheets: Rows of statements (from `with_ids`), and of listed actors, issues, events, sources and evidence.
        report: Is told of sources of which rows say different things, and of statements without a source.

    Returns:
        The tables of a collection, without rows that nothing leads to.
    """
    found: dict[str, pa.Table] = {}
    with duckdb.connect(config={"memory_limit": MEMORY}) as connection:
        connection.register("sourced", sheets["statements"])
        for name in ("sources", "evidence"):
            connection.register(f"listed_{name}", sheets[name])
        recorded = {
            "statements": sheets["statements"],
            "sources": _answer(connection, HERE / "sources.sql"),
            "evidence": _answer(connection, HERE / "evidence.sql"),
            **{name: sheets[name] for name in ("actors", "issues", "events")},
        }
        for name, table in recorded.items():
            connection.register(f"recorded_{name}", table)
        connection.register("held_texts", NO_TEXTS)
        connection.register("quote_positions", NO_QUOTES)
        found["memberships"] = memberships_of(sheets["statements"]["actor_id"])
        connection.register("memberships", found["memberships"])
        for name in recorded:
            found[name] = _answer(connection, TYPED / f"{name}.sql")
        found["sources"] = _with_periods(found["sources"], recorded["sources"])
    _tell(recorded["sources"], found["statements"], report)
    return {name: table for name, table in found.items() if len(table) or name == "statements"}


def _answer(connection: duckdb.DuckDBPyConnection, path: Path) -> pa.Table:
    return connection.sql(path.read_text(encoding="utf-8")).to_arrow_table()


def _repeated(row: Mapping[str, object]) -> str:
    first = f"row {row['first_row']}"
    if row["is_made"]:
        return f"has the same actor, date, issue, stance and source as {first}; delete one, or give both a statement_id"
    return f"statement_id {shown(str(row['statement_id']))} is that of {first}; give it another or delete the row"


def _with_periods(sources: pa.Table, read: pa.Table) -> pa.Table:
    """Sources of which only the month or year is known: without a day, they count from the last of it."""
    places = pc.index_in(sources["source_id"], value_set=read["source_id"].combine_chunks())
    precision = read["published_precision"].take(places)
    is_partial = pc.fill_null(pc.not_equal(precision, "day"), False)
    days = [
        _last(day, kind) if kind else None
        for day, kind in zip(*(column.filter(is_partial).to_pylist() for column in (sources["published"], precision)), strict=True)
    ]
    counts_on = pc.replace_with_mask(sources["counts_on"].combine_chunks(), is_partial.combine_chunks(), pa.array(days, pa.date32()))
    published = pc.if_else(is_partial, pa.scalar(None, pa.date32()), sources["published"])
    changed = {"published": published, "date_precision": precision, "counts_on": counts_on}
    return pa.table({name: changed.get(name, sources[name]) for name in sources.column_names})


def _tell(sources: pa.Table, statements: pa.Table, report: Report) -> None:
    several = sources.filter(pc.greater(sources["count_variants"], 1))
    for source_id in several["source_id"].to_pylist():
        report.note("sources of which rows say different things; the first by the alphabet stands", source_id)
    without = pc.sum(pc.equal(statements["count_sources"], 0)).as_py()
    if without:
        report.note("statements without a source, which nobody can follow up", f"{without:,}")
