"""The rival in the search bench: SQLite's FTS5 over the same texts, ranked by bm25() and with snippet()."""

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

_PAGE = """
select id, bm25(speeches), snippet(speeches, 1, '[', ']', '…', 40)
from speeches where speeches match ? order by rank limit 20
"""


class Fts5:
    """An index of texts; words match as they are written, without capitals and diacritics."""

    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(file)

    def fill(self, speeches: Iterable[Mapping[str, str]]) -> None:
        """Index speeches by their source_id."""
        self._connection.execute(
            "create virtual table speeches using fts5(id unindexed, text, tokenize = 'unicode61 remove_diacritics 2')"
        )
        rows = ((speech["source_id"], speech["text"]) for speech in speeches)
        with self._connection:
            self._connection.executemany("insert into speeches values (?, ?)", rows)

    def found(self, query: str) -> int:
        """Give how many match, having read the best twenty with a snippet each."""
        self._connection.execute(_PAGE, [query]).fetchall()
        (count,) = self._connection.execute("select count(*) from speeches where speeches match ?", [query]).fetchone()
        return int(count)
