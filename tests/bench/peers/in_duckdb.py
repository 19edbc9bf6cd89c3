"""DuckDB over the Parquet files, by SQL that gives no more than what is compared."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import duckdb

from tests.bench.peers.in_sql import InSql, text
from tests.bench.peers.peer import Asked, Row


class InDuckdb(InSql):
    """One connection with a view over each file."""

    name = "DuckDB over Parquet, SQL by hand"

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def ask(self, name: str, given: dict[str, Any]) -> list[Row]:
        return self._connection.sql(text(name), params=given).fetchall()

    def csv(self, asked: Asked, file: Path) -> None:
        rows = self._connection.sql(text("rows"), params={"since": asked.since, "until": asked.until})
        rows.write_csv(str(file))


@contextmanager
def opened(folder: Path, _home: Path) -> Iterator[InDuckdb]:
    """Open a collection."""
    with closing(duckdb.connect()) as connection:
        for file in folder.glob("*.parquet"):
            connection.read_parquet(str(file)).create_view(file.stem)
        yield InDuckdb(connection)
