"""How is a collection opened that is too large to be read? Its Parquet files are asked where they lie.

So DuckDB answers what a server that is named (`queries.spark`) does not. A table is a file, or a folder of files as
Spark writes it: `statements.parquet/year=2020/part-0.parquet`.
"""

from itertools import accumulate
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

import queries
from queries import fetched, layout
from queries.database import SPILLING


def connect(folder: Path, texts: Path | None = None) -> duckdb.DuckDBPyConnection:
    """Open a collection so that every question reads its Parquet files, less what their statistics rule out.

    Args:
        folder: Of the collection.
        texts: File of fetched texts to lay over the sources, which then are read (see `queries.fetched`).

    Raises:
        FileNotFoundError: the folder holds no Parquet file.
        ValueError: the file of texts is not one.
    """
    connection = duckdb.connect(config=SPILLING)
    tables = sorted(folder.glob("*.parquet"))
    if not tables:
        raise FileNotFoundError(f"{folder.name}: no Parquet file there; run `make build` first")
    for table in tables:
        if table.stem == "statements":
            _number_rows(connection, table)
        elif table.stem == "sources" and texts and texts.is_file():
            connection.read_parquet(str(table)).create(table.stem)
        else:
            connection.read_parquet(str(table)).create_view(table.stem)
    fetched.lay_over(connection, texts)
    layout.create(connection, "view")
    queries.create_views(connection)
    return connection


def _number_rows(connection: duckdb.DuckDBPyConnection, table: Path) -> None:
    """Create a view of the statements in which their rows are numbered from 0, as those of a table are."""
    if table.is_file():
        rows = connection.read_parquet(str(table), file_row_number=True)
        rows.project("* exclude (file_row_number), file_row_number as rowid").create_view(table.stem)
        return
    files = sorted(map(str, table.rglob("*.parquet")))
    counts = (pq.read_metadata(file).num_rows for file in files)
    firsts = [*accumulate(counts, initial=0)][:-1]
    connection.from_arrow(pa.table({"filename": files, "first_row": firsts})).create("files_of_statements")
    rows = connection.read_parquet(files, file_row_number=True, filename=True)
    numbered = rows.join(connection.table("files_of_statements"), "filename")
    columns = "* exclude (filename, first_row, file_row_number), first_row + file_row_number as rowid"
    numbered.project(columns).create_view(table.stem)
