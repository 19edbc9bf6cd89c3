"""SQLite, with the tables that the questions read and an index for each question."""

import csv
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tests.bench.peers.in_sql import InSql, text
from tests.bench.peers.peer import Asked, Row

# What the questions read, of each table; the first is its key.
COLUMNS = {
    "actors": ("actor_id", "short_name"),
    "issues": ("issue_id", "title"),
    "events": ("event_id", "title", "start_date", "end_date"),
    "statements": (
        "statement_id",
        "actor_id",
        "counts_on",
        "date_precision",
        "event_id",
        "issue_id",
        "stance",
        "kind",
        "summary",
        "attribution",
        "count_sources",
    ),
}


class InSqlite(InSql):
    """One connection to one file; days are text, a type that SQLite lacks."""

    name = "SQLite"

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def ask(self, name: str, given: dict[str, Any]) -> list[Row]:
        return self._connection.execute(text(name), in_text(given)).fetchall()

    def csv(self, asked: Asked, file: Path) -> None:
        found = self._connection.execute(text("rows"), in_text({"since": asked.since, "until": asked.until}))
        with file.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.writer(lines)
            writer.writerow([name for name, *_ in found.description])
            writer.writerows(found)


@contextmanager
def opened(folder: Path, home: Path) -> Iterator[InSqlite]:
    """Open the database of a collection, having written it if it is not there."""
    with closing(sqlite3.connect(written(folder, home))) as connection:
        yield InSqlite(connection)


def written(folder: Path, home: Path) -> Path:
    """Name the database of a collection, having written it if it is not there."""
    file = home / "peers.db"
    if not file.exists():
        with closing(sqlite3.connect(file)) as connection, connection:
            for table, columns in COLUMNS.items():
                _fill(connection, table, columns, folder)
            connection.executescript(text("indexes"))
    return file


def _fill(connection: sqlite3.Connection, table: str, columns: tuple[str, ...], folder: Path) -> None:
    key, *others = columns
    connection.execute(f"create table {table} ({', '.join([f'{key} text primary key', *others])})")
    for batch in pq.ParquetFile(folder / f"{table}.parquet").iter_batches(columns=[*columns]):
        days = (column.cast(pa.string()) if pa.types.is_date(column.type) else column for column in batch.columns)
        order = [batch.schema.names.index(name) for name in columns]
        held = [column.to_pylist() for column in days]
        rows = zip(*(held[place] for place in order), strict=True)
        connection.executemany(f"insert into {table} values ({', '.join('?' * len(columns))})", rows)


def in_text(given: dict[str, Any]) -> dict[str, str]:
    """Write parameters, days among them, as the database holds them."""
    return {name: str(value) for name, value in given.items()}
