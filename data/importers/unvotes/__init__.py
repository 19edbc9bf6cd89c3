"""How did states vote in the UN General Assembly? Read from the data of the R package unvotes, as Parquet."""

from pathlib import Path

import duckdb
import pyarrow as pa

from data.importers import roll_calls
from data.importers.report import Report
from data.importers.unvotes.files import KNOWN_OTHERWISE, opened

ABOUT = Path(__file__).parent / "collection.yml"
ANSWERS = {"calls": roll_calls.CALLS, "votes": roll_calls.VOTES, "lost": roll_calls.LOST}


def read(path: Path, report: Report) -> dict[str, pa.Table]:
    """Read the data set.

    Args:
        path: The folder with statements.parquet, sources.parquet and source_topics.parquet.
        report: Is told of every row that cannot be read and of every vote that is filed under another code.

    Returns:
        One issue, one event and one source per roll call; one statement and its evidence per vote; memberships.

    Raises:
        ImportRefused: a file is missing, is none of the data set, or is damaged.
    """
    with opened(path, report) as connection:
        calls, votes, lost = (_answer(connection, name, schema) for name, schema in ANSWERS.items())
        ((without_day,),) = connection.execute(_COUNT_WITHOUT_DAY).fetchall()
    if (path / KNOWN_OTHERWISE).exists():
        report.skip("files that say what the records of actors know already, not read", KNOWN_OTHERWISE)
    if without_day:
        report.count("roll calls up to session 57 of which only the month is known", without_day)
    return roll_calls.tables(calls, votes, lost, report)


_COUNT_WITHOUT_DAY = "select count(*) from sources where session <= 57 and day(date) <= 7"


def _answer(connection: duckdb.DuckDBPyConnection, name: str, schema: pa.Schema) -> pa.Table:
    sql = (Path(__file__).parent / f"{name}.sql").read_text(encoding="utf-8")
    return connection.sql(sql).to_arrow_table().select(schema.names).cast(schema)
