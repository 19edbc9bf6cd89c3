"""What do roll calls say once they are read, whatever form they came in? Votes, and all that rests on them.

An importer of roll calls gives three tables, `CALLS`, `VOTES` and `LOST`, and gets rows for the tables of a collection.
Each roll call is an issue of its own, since its vote is on one text; it is the event at which the votes were cast, and
the source that lists them. The .sql files beside this module are the rules, one a table; codes.csv says whose vote
a code is.
"""

import csv
from pathlib import Path

import duckdb
import pyarrow as pa

from data.importers.actors import recorded
from data.importers.faults import MOST_TOLD
from data.importers.memberships import memberships
from data.importers.report import Report
from queries.database import SPILLING

HERE = Path(__file__).parent

# One row per roll call. `body` is the organ that voted, `number` and `symbol` what the file calls the roll call and the
# paper, `name` what was voted on, `words` all that the file says of it, kept as it is, and `note` what a reader should
# know besides, in sentences. `date` is the first day of its period.
CALLS = pa.schema(
    [
        *((name, pa.string()) for name in ("call_id", "body", "number", "symbol", "name", "words", "note")),
        *((name, pa.string()) for name in ("publisher", "url", "date_precision")),
        ("date", pa.date32()),
    ]
)
# One row per vote; stance is null for a member who was called and cast none.
VOTES = pa.schema([(name, pa.string()) for name in ("call_id", "code", "stance", "locator")])

# How many rows that may be of a roll call could not be read.
LOST = pa.schema([("call_id", pa.string()), ("count_rows", pa.int64())])

MEMORY = "3GB"
TABLES = ("issues", "events", "sources", "statements", "evidence")


def tables(calls: pa.Table, votes: pa.Table, lost: pa.Table, report: Report) -> dict[str, pa.Table]:
    """Make the tables of a collection of roll calls.

    Args:
        calls: As in `CALLS`, no roll call twice.
        votes: As in `VOTES`, no code twice in a roll call.
        lost: As in `LOST`. Of these roll calls, and those with an unknown code, nobody is said to have been absent.
        report: Is told which codes are filed under another actor, and which stand for nobody on record.

    Returns:
        Issues, events, sources, statements, evidence and the memberships of those who voted, sorted by key.
    """
    with duckdb.connect(config={"memory_limit": MEMORY, **SPILLING}) as connection:
        connection.register("calls", calls)
        connection.register("votes", votes)
        connection.register("lost", lost)
        connection.register("codes", codes())
        connection.register("actors", _actors())
        for step in ("told", "filed"):
            connection.execute(f"create table {step} as {_sql(step)}")
        _tell(connection, report)
        voters = {actor_id for (actor_id,) in connection.execute("select distinct actor_id from filed").fetchall()}
        found = {"memberships": memberships(voters, _predecessors())}
        connection.register("memberships", found["memberships"])
        return found | {name: connection.sql(_sql(name)).to_arrow_table() for name in TABLES}


def codes() -> pa.Table:
    """Whose votes a code stands for and when: the rows of codes.csv."""
    with (HERE / "codes.csv").open(encoding="utf-8", newline="") as file:
        rows = [{name: cell or None for name, cell in row.items()} for row in csv.DictReader(file)]
    table = pa.Table.from_pylist(rows, pa.schema([(name, pa.string()) for name in rows[0]]))
    for name in ("since", "until"):
        table = table.set_column(table.column_names.index(name), name, table[name].cast(pa.date32()))
    return table


def _predecessors() -> dict[str, str]:
    """Recorded actors whose votes are filed under another, by their ids."""
    return {
        row["code"]: row["actor_id"]
        for row in codes().to_pylist()
        if row["code"] in recorded() and row["since"] is None and row["code"] != row["actor_id"]
    }


def _actors() -> pa.Table:
    rows = [{"actor_id": actor_id, "name": cells["name"]} for actor_id, cells in recorded().items()]
    return pa.Table.from_pylist(rows)


def _sql(name: str) -> str:
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


def _tell(connection: duckdb.DuckDBPyConnection, report: Report) -> None:
    for code, count, place in connection.execute(_sql("unknown")).fetchall():
        what = f"{count:,} votes of the code {code}, which stands for no actor on record; add it to codes.csv"
        report.fail(place, what, rows=count)
    voteless = connection.sql(_sql("voteless")).to_arrow_table()["call_id"]
    for call_id in voteless.slice(0, MOST_TOLD).to_pylist():
        report.fail(call_id, "a roll call without any vote; add its votes, or take it out")
    if more := len(voteless.slice(MOST_TOLD)):
        report.fail(
            voteless[-1], f"{more:,} more roll calls up to this one without any vote; add their votes", rows=more
        )
    for code, actor_id, name, count in connection.execute(_sql("renamed")).fetchall():
        kept = (
            "votes of a state by its name of the time" if code.upper() == actor_id else "votes filed under another code"
        )
        report.note(kept, f"{code.upper()} under {actor_id}, cast by {name}: {count:,}")
