"""What do the rows of all sheets give, once they are joined? The tables of a collection, by the rules of the build."""

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from data.importers.faults import Faults
from data.importers.memberships import memberships
from data.importers.report import Report, visible
from data.problems import shown

HERE = Path(__file__).parent
TYPED = Path(__file__).parents[3] / "typed"
NO_TEXTS = pa.schema([(name, pa.string()) for name in ("source_id", "text", "text_sha256", "origin_id")]).empty_table()
NO_QUOTES = pa.schema(
    [
        *((name, pa.string()) for name in ("statement_id", "source_id", "exact")),
        ("start", pa.int32()),
        ("end", pa.int32()),
    ]
).empty_table()
MEMORY = "2GB"
# The id of the sheet itself as a source; sourced.sql gives it to rows that name no other.
THIS_SHEET = "this-sheet"
MOST_NAMES = 5
VARIANTS = "sources of which rows say different things, so that the row that is first by the alphabet stands"
WITHOUT_SOURCE = "statements without a source, which rest on the sheet alone"
WITHOUT_ATTRIBUTION = (
    "statements of which nobody says how close the source is, so that it counts as a mention in a list"
)


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
        recorded: dict[str, pa.Table] = {}
        for name in ("actors", "issues", "events", "statements", "evidence", "sources"):
            path = HERE / f"{name}.sql"
            recorded[name] = _answer(connection, path) if path.exists() else sheets[name]
            connection.register(f"recorded_{name}", recorded[name])
        connection.register("held_texts", NO_TEXTS)
        connection.register("quote_positions", NO_QUOTES)
        found["memberships"] = memberships(set(pc.unique(sheets["statements"]["actor_id"]).to_pylist()))
        connection.register("memberships", found["memberships"])
        for name in recorded:
            found[name] = _answer(connection, TYPED / f"{name}.sql")
        connection.register("typed_sources", found["sources"])
        found["sources"] = _answer(connection, HERE / "dated_sources.sql")
    _tell_sources(recorded["sources"], report)
    _tell_evidence(sheets["statements"], recorded["evidence"], report)
    return {name: table for name, table in found.items() if len(table)}


def _answer(connection: duckdb.DuckDBPyConnection, path: Path) -> pa.Table:
    return connection.sql(path.read_text(encoding="utf-8")).to_arrow_table()


def _repeated(row: Mapping[str, object]) -> str:
    first = f"row {row['first_row']}"
    if row["is_made"]:
        return f"has the same actor, date, issue, stance and source as {first}; delete one, or give both a statement_id"
    return f"statement_id {shown(str(row['statement_id']))} is that of {first}; give it another or delete the row"


def _tell_sources(sources: pa.Table, report: Report) -> None:
    several = sources.filter(pc.greater(sources["count_variants"], 1))
    if len(several):
        names = ", ".join(several["source_id"][:MOST_NAMES].to_pylist())
        report.count(f"{VARIANTS}, such as {visible(names)}", len(several))


def _tell_evidence(rows: pa.Table, evidence: pa.Table, report: Report) -> None:
    is_unsaid = pc.and_(pc.not_equal(rows["source_id"], THIS_SHEET), pc.is_null(rows["attribution"]))
    for mask, what in ((pc.equal(evidence["source_id"], THIS_SHEET), WITHOUT_SOURCE), (is_unsaid, WITHOUT_ATTRIBUTION)):
        if count := pc.sum(mask).as_py():
            report.count(what, count)
