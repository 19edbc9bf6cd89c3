"""Are the files of the data set there, whole, and of the form that they should have?"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from tqdm import tqdm

from data.importers.faults import fail_rows
from data.importers.report import ImportRefused, Report, visible

# In this order: what a row names must have been read before it.
COLUMNS = {
    "sources": {
        "source_id": "varchar",
        "rcid": "bigint",
        "session": "bigint",
        "date": "date",
        "resolution": "varchar",
        "important_vote": "bigint",
        "title": "varchar",
        "text": "varchar",
    },
    "source_topics": {"source_id": "varchar", "topic": "varchar"},
    "statements": {
        "actor_id": "varchar",
        "date": "date",
        "stance": "varchar",
        "kind": "varchar",
        "source_id": "varchar",
    },
}
KNOWN_OTHERWISE = "actors.parquet"
# The data set has 0.87 million votes; so many are read in some 2 GB.
MOST_ROWS = 10_000_000
MEMORY = "3GB"
_LEAVE_OUT = "create table left_out as select source_id, date from statements where at_row in (from bad select at_row)"


@contextmanager
def opened(folder: Path, report: Report) -> Iterator[duckdb.DuckDBPyConnection]:
    """Read the files into tables of their names, without the rows that have a fault; left_out has those of votes.

    Args:
        folder: Where they lie.
        report: Is told of each row that has one.

    Yields:
        A connection to the tables, in memory.

    Raises:
        ImportRefused: a file is missing, has other columns, or cannot be read.
    """
    with duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": ""}) as connection:
        for name in tqdm(COLUMNS, desc="reading", unit=" files"):
            file = folder / f"{name}.parquet"
            _check(file, set(COLUMNS[name]))
            try:
                connection.execute(_loading(name), [str(file)])
            except duckdb.Error as error:
                what = f"cannot be read ({visible(str(error).splitlines()[0])}); fetch it again"
                raise ImportRefused(f"{visible(file)}: {what}") from error
            bad = connection.sql(_sql(f"bad_{name}")).to_arrow_table()
            fail_rows(report, file.name, bad)
            if name == "statements":
                connection.execute(_LEAVE_OUT)
            connection.execute(f"delete from {name} where at_row in (from bad select at_row)")  # noqa: S608 (a name of ours)
        yield connection


def _check(file: Path, columns: set[str]) -> None:
    """Refuse what is no such file before any of it is unpacked."""
    if not file.is_file():
        raise ImportRefused(f"{visible(file)}: no such file; name the folder that holds it")
    try:
        found = pq.read_metadata(file)
        names, rows = set(found.schema.to_arrow_schema().names), found.num_rows
    except (pa.ArrowException, OSError) as error:
        raise ImportRefused(f"{visible(file)}: is no Parquet file ({visible(error)}); fetch it again") from error
    if missing := sorted(columns - names):
        raise ImportRefused(f"{visible(file)}: has no column {', '.join(missing)}; name a folder whose file has")
    if rows > MOST_ROWS:
        raise ImportRefused(f"{visible(file)}: has {rows:,} rows where {MOST_ROWS:,} is the most; look what it is")


def _loading(name: str) -> str:
    # A value of another type becomes null, which its row is told of.
    cells = ", ".join(f"try_cast({column} as {kind}) as {column}" for column, kind in COLUMNS[name].items())
    rows = "read_parquet($1, file_row_number = true)"
    return f"create table {name} as select file_row_number + 1 as at_row, {cells} from {rows}"  # noqa: S608 (ours)


def _sql(name: str) -> str:
    return (Path(__file__).parent / f"{name}.sql").read_text(encoding="utf-8")
