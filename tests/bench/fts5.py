"""The rival in the benches of search: SQLite's FTS5 over the same texts, ranked by bm25() and with snippet()."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from pathlib import Path

_PAGE = """
select id, bm25(texts), snippet(texts, 1, '[', ']', '…', 40)
from texts where texts match ? order by rank limit 20
"""
_PAGE_WITHIN = _PAGE.replace("order by", "and day between ? and ? order by")


class Fts5:
    """An index of texts; words match as they are written, without capitals and diacritics."""

    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(file)

    def close(self) -> None:
        """Give the file up."""
        self._connection.close()

    def fill(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Index texts, each with its id and the day from which it counts."""
        self._connection.execute(
            "create virtual table texts using fts5"
            "(id unindexed, text, day unindexed, tokenize = 'unicode61 remove_diacritics 2')"
        )
        with self._connection:
            self._connection.executemany("insert into texts values (?, ?, ?)", rows)

    def found(self, query: str) -> int:
        """Give how many match, having read the best twenty with a snippet each."""
        self._connection.execute(_PAGE, [query]).fetchall()
        return self._count("select count(*) from texts where texts match ?", query)

    def found_within(self, query: str, since: date, until: date) -> int:
        """Give how many match within some days, having read the best twenty with a snippet each."""
        given = [query, since.isoformat(), until.isoformat()]
        self._connection.execute(_PAGE_WITHIN, given).fetchall()
        return self._count("select count(*) from texts where texts match ? and day between ? and ?", *given)

    def _count(self, question: str, *given: str) -> int:
        (count,) = self._connection.execute(question, given).fetchone()
        return int(count)
