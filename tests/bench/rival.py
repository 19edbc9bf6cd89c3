"""The rival in the bench of exports: Datasette on SQLite, with the same rows in one table."""

import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError

import pyarrow as pa

# A page of its own size, and one of the size of our pieces.
PAGES = (1_000, 20_000)
# These are enough to time it.
ROWS = 100_000
PATIENCE_S = 60


def build(file: Path, tables: Iterable[pa.Table]) -> None:
    """Write rows as the table `statements`, whose first column is its key; days as text, a type that SQLite lacks."""
    with closing(sqlite3.connect(file)) as connection, connection:
        for number, table in enumerate(tables):
            if not number:
                connection.execute(f"create table statements ({_columns(table.schema)})")
            plain = [column.cast(pa.string()) if pa.types.is_date(column.type) else column for column in table.columns]
            rows = zip(*(column.to_pylist() for column in plain), strict=True)
            connection.executemany(f"insert into statements values ({', '.join('?' * len(plain))})", rows)


def _columns(schema: pa.Schema) -> str:
    kinds = ["integer" if pa.types.is_integer(field.type) else "text" for field in schema]
    key, *others = (f"{field.name} {kind}" for field, kind in zip(schema, kinds, strict=True))
    return ", ".join([f"{key} primary key", *others])


@contextmanager
def running(file: Path, page: int, *others: str) -> Iterator[str]:
    """The address of a new Datasette on a database; its pages, of which its streams consist, have so many rows."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = str(probe.getsockname()[1])
    # Its own limit of 100 MB would cut the file.
    settings = ("--setting", "max_csv_mb", "0", "--setting", "max_returned_rows", str(page), *others)
    command = [sys.executable, "-m", "datasette", "serve", str(file), "--port", port, *settings]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            url = f"http://localhost:{port}"
            _wait(server, f"{url}/-/versions.json")
            yield url
        finally:
            server.terminate()


def csv(url: str, file: Path) -> str:
    """Give the address of the stream of the first `ROWS` rows.

    It is read to its end: Datasette goes on making what its client no longer reads.
    """
    return f"{url}/{file.stem}/statements.csv?_stream=1&_size=max&statement_id__lt=statement-{ROWS:06}"


def _wait(server: subprocess.Popen[bytes], url: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    sys.exit("Datasette did not start")
