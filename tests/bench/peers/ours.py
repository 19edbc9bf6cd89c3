"""Our own answers, which hold more than what is compared: whole questions are timed, and what they give is reduced."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import duckdb
import pyarrow as pa

import queries
from queries import contract
from tests.bench.peers.peer import Asked, Peer, Row

MOST_EVENTS, MOST_STATEMENTS = 100, 50

Answer = Callable[[duckdb.DuckDBPyConnection, str, dict[str, Any]], pa.Table]
# Tables of questions, and what makes of their rows what peers give.
Told = tuple[Callable[[list[dict[str, Any]]], Iterable[Row]], list[pa.Table]]


class Ours(Peer):
    """The questions of the pages, on a connection of ours or on one to plain Parquet files."""

    def __init__(self, name: str, connection: duckdb.DuckDBPyConnection, answer: Answer = queries.answer) -> None:
        self.name = name
        self._connection = connection
        self._answer = answer

    def positions(self, asked: Asked) -> Told:
        return _positions, self._tables(asked, "positions_as_of")

    def months(self, asked: Asked) -> Told:
        return _months, self._tables(asked, "statements_per_bin")

    def events(self, asked: Asked) -> Told:
        return _events, self._tables(asked, "events_in_range")

    def page(self, asked: Asked) -> Told:
        return _page, self._tables(asked, "statements_in_view")

    def sizes(self, asked: Asked) -> Told:
        return _sizes, self._tables(asked, "actors_in_view", "statements_by_stance")

    def rows(self, answer: Told) -> Iterable[Row]:
        reduced, tables = answer
        return reduced([row for table in tables for row in table.to_pylist()])

    def _tables(self, asked: Asked, *questions: str) -> list[pa.Table]:
        given = {
            "since": asked.since,
            "until": asked.until,
            "issue_id": asked.issue_id or None,
            "stances": [asked.stance] if asked.stance else None,
            "kinds": [asked.kind] if asked.kind else None,
            "bin": "month",
            "sort": "newest",
            "limit": MOST_STATEMENTS,
            "offset": 0,
            "is_whole": False,
        }
        return [
            self._answer(self._connection, name, {each: given.get(each) for each in contract(name).parameters})
            for name in questions
        ]


def _positions(rows: list[dict[str, Any]]) -> Iterator[Row]:
    # Who is silent has a row too.
    return ((row["actor_id"], row["stance"]) for row in rows if row["stance"])


def _months(rows: list[dict[str, Any]]) -> Iterator[Row]:
    return ((row["starts"], row["stance"], row["count_statements"]) for row in rows if row["is_certain"])


def _events(rows: list[dict[str, Any]]) -> Iterator[Row]:
    most = sorted(rows, key=lambda row: (-row["count_statements"], row["event_id"]))[:MOST_EVENTS]
    return ((row["event_id"], row["count_statements"]) for row in most)


def _page(rows: list[dict[str, Any]]) -> Iterator[Row]:
    return ((row["statement_id"], row["actor_name"]) for row in rows)


def _sizes(rows: list[dict[str, Any]]) -> Iterator[Row]:
    counts: dict[str, int] = {}
    for row in rows:
        # One question counts by actor; the other by stance and its words on an issue.
        name = row["actor_id"] if "actor_id" in row else row["stance"]
        counts[name] = counts.get(name, 0) + row["count_statements"]
    return iter(counts.items())
