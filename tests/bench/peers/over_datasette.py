"""Datasette on the same SQLite file, asked over HTTP for JSON, as a newsroom would publish it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

from tests.bench import rival
from tests.bench.peers import in_sqlite
from tests.bench.peers.in_sql import InSql, text
from tests.bench.peers.in_sqlite import in_text
from tests.bench.peers.peer import Row

# Of an answer; no question gives more. And how long one may take: its own limit of a second would end some.
MOST_ROWS, PATIENCE_MS = 20_000, 600_000


class OverDatasette(InSql):
    """A server of its own on the file, asked by one client."""

    name = "Datasette over HTTP"

    def __init__(self, database: str) -> None:
        self._database = database

    def ask(self, name: str, given: dict[str, Any]) -> list[Row]:
        # It knows parameters by a colon.
        asked = {"sql": text(name).replace("$", ":"), "_shape": "arrays", **in_text(given)}
        with urlopen(f"{self._database}.json?{urlencode(asked)}") as answer:
            said = json.load(answer)
        if said["truncated"]:
            raise ValueError(f"Datasette cut the answer to {name}")
        return [tuple(row) for row in said["rows"]]


@contextmanager
def opened(folder: Path, home: Path) -> Iterator[OverDatasette]:
    """Start a server on the database of a collection, having written that if it is not there."""
    file = in_sqlite.written(folder, home)
    with rival.running(file, MOST_ROWS, "--setting", "sql_time_limit_ms", str(PATIENCE_MS)) as url:
        yield OverDatasette(f"{url}/{file.stem}")
