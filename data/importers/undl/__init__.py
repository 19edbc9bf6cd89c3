"""How did member states vote on UN resolutions? Read from the voting data of the UN Digital Library, as CSV."""

from pathlib import Path

import duckdb
import pyarrow as pa

from data.importers import roll_calls
from data.importers.faults import fail_rows
from data.importers.report import ImportRefused, Report, visible
from data.importers.undl.rows import load

ABOUT = Path(__file__).parent / "collection.yml"


def read(path: Path, report: Report) -> dict[str, pa.Table]:
    """Read a file of the General Assembly, one row per member state and resolution, with or without vote_note.

    Args:
        path: The .csv.
        report: Is told of every row that cannot be read, of totals that are not the sum of the votes, and of every
            vote that is filed under another code.

    Returns:
        One issue, one event and one source per roll call; one statement and its evidence per vote; memberships.

    Raises:
        ImportRefused: the file is not of that form, or damaged.
    """
    with duckdb.connect(config={"memory_limit": "3GB", "temp_directory": ""}) as connection:
        try:
            load(path, connection, report)
            fail_rows(report, path.name, _answer(connection, "bad_rows"))
            connection.execute(_LEAVE_OUT)
            connection.execute("delete from cells where at_row in (select bad.at_row from bad_rows as bad)")
            return _tables(path.name, connection, report)
        except duckdb.OutOfMemoryException as error:
            raise ImportRefused(f"{visible(path)}: holds more than fits in memory; look what it is") from error


def _tables(file: str, connection: duckdb.DuckDBPyConnection, report: Report) -> dict[str, pa.Table]:
    connection.execute(f"create table sums as {_sql('sums')}")
    connection.execute(f"create table lost as {_sql('lost')}")
    # Where rows were left out here, the sums say nothing about the file.
    connection.execute("update sums set differing = '' where 'undl-' || undl_id in (select call_id from lost)")
    for row, undl_id, differing in connection.execute(_DIFFERING).fetchall():
        report.note("roll calls whose totals are not the sum of their votes", f"{file}:{row} {undl_id}: {differing}")
    ((not_voting,),) = connection.execute("select count(*) from cells where ms_vote = 'X'").fetchall()
    if not_voting:
        report.count("members that cast no vote (X), counted with their roll calls", not_voting)
    calls, votes, lost = (
        _answer(connection, name).select(schema.names).cast(schema)
        for name, schema in (("calls", roll_calls.CALLS), ("votes", roll_calls.VOTES), ("lost", roll_calls.LOST))
    )
    return roll_calls.tables(calls, votes, lost, report)


_LEAVE_OUT = (
    "create table left_out as select undl_id from cells where at_row in (select bad.at_row from bad_rows as bad)"
)
_DIFFERING = "select at_row, undl_id, differing from sums where differing <> '' order by at_row"


def _answer(connection: duckdb.DuckDBPyConnection, name: str) -> pa.Table:
    if name == "bad_rows":
        connection.execute(f"create table bad_rows as {_sql(name)}")
        return connection.sql("from bad_rows order by at_row").to_arrow_table()
    return connection.sql(_sql(name)).to_arrow_table()


def _sql(name: str) -> str:
    return (Path(__file__).parent / f"{name}.sql").read_text(encoding="utf-8")
