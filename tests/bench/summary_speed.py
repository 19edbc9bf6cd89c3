"""Q6: how long does a search in what statements say take, beside reading them all and beside SQLite's FTS5?

python -m tests.bench.summary_speed [STATEMENTS]: a made-up collection whose summaries are sentences of made-up words;
one or two of these are sought in a range of days. Ours gives the best twenty with snippets, the total, and five facets;
FTS5 the best twenty with snippets, and the total; DuckDB's ILIKE over the Parquet file the newest twenty and the total,
unranked. Totals that differ end the run. Times are medians. Fails when a ratio is missed.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from random import Random

import duckdb
import pyarrow.parquet as pq

import queries
from data.database import write_database
from data.full_text import write_index
from queries import full_text
from queries.full_text import Asked, index
from tests.bench import asked_for, large_collection
from tests.bench.drawn_questions import drawn_days
from tests.bench.figures import Figures, keep, ms
from tests.bench.fts5 import Fts5
from tests.bench.made_words import SEED, Sentences, sought

DRAWS = 20
# Gives how many statements it found.
Engine = Callable[[list[str], date, date], int]
_ILIKE = """
select statement_id, summary, count(*) over () as total
from statements
where counts_on between $since and $until and summary ilike $first and summary ilike $other
order by counts_on desc, statement_id asc
limit 20
"""


def main() -> int:
    """Write a collection and both indexes, and time all; returns 1 when the ratio is missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else large_collection.STATEMENTS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "collection"
        folder.mkdir()
        large_collection.write(folder, count, summaries=Sentences().made)
        medians, built = measured(folder, Path(name) / "fts5.db")
    ours, scan, _ = medians.values()
    most = asked_for.ratio("Q6", count)
    rows = [(name, ms(taken), f"{ours / taken:.3f}", built.get(name, "–")) for name, taken in medians.items()]
    note = f"Asked for is at most {most} of what ILIKE takes." if most else ""
    title = f"Q6, words in summaries within a range of days, {count:,} statements"
    head = (f"median of {DRAWS}", "ms", "ours as a share", "index built in, s")
    keep("summary_speed", count, [Figures(title, head, rows, note)])
    return int(most is not None and ours / scan > most)


def measured(folder: Path, file: Path) -> tuple[dict[str, float], dict[str, str]]:
    """Build what is searched and give the median of each engine in seconds, and how long it took to build.

    Args:
        folder: Of the collection.
        file: For the database of FTS5.
    """
    write_database(folder)
    built = {}
    with closing(Fts5(file)) as rival, closing(duckdb.connect()) as plain, closing(queries.connect(folder)) as own:
        built["ours"] = seconds(lambda: write_index(folder))
        built["SQLite FTS5"] = seconds(lambda: rival.fill(summaries(folder)))
        plain.read_parquet(str(folder / "statements.parquet")).create_view("statements")
        where = index.home(folder, None) / index.version(own)
        engines: dict[str, Engine] = {
            "ours": partial(ours, partial(full_text.search_in, own, where)),
            "DuckDB ILIKE over Parquet": partial(scanned, plain),
            "SQLite FTS5": lambda words, since, until: rival.found_within(" ".join(words), since, until),
        }
        return medians_of(engines), {name: f"{taken:.0f}" for name, taken in built.items()}


def seconds(build: Callable[[], object]) -> float:
    """Time something."""
    begin = time.perf_counter()
    build()
    return time.perf_counter() - begin


def summaries(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Give (id, text, day) of every statement."""
    columns = ["statement_id", "summary", "counts_on"]
    for batch in pq.ParquetFile(folder / "statements.parquet").iter_batches(columns=columns):
        ids, texts, days = (batch.column(name).to_pylist() for name in columns)
        yield from zip(ids, texts, map(str, days), strict=True)


def medians_of(engines: Mapping[str, Engine], draws: int = DRAWS) -> dict[str, float]:
    """Ask all the same, in turns, and give the median of each in seconds; a first draw fills caches."""
    draw = Random(SEED)
    times: dict[str, list[float]] = {name: [] for name in engines}
    for number in range(-1, draws):
        words, (since, until) = sought(draw), drawn_days(draw)
        found = set()
        for name, ask in engines.items():
            begin = time.perf_counter()
            found.add(ask(words, since, until))
            times[name] += [time.perf_counter() - begin] if number >= 0 else []
        if len(found) > 1:
            sys.exit(f"Q6: the totals differ for {' '.join(words)} from {since} to {until}: {found}")
    return {name: statistics.median(taken) for name, taken in times.items()}


def ours(search: Callable[[Asked], full_text.Found], words: list[str], since: date, until: date) -> int:
    """Search by our index."""
    found = search(Asked(" ".join(words), since=since, until=until, found_in=("statement",)))
    if not found.is_ranked:
        sys.exit("Q6: our index is not used")
    return found.total


def scanned(connection: duckdb.DuckDBPyConnection, words: list[str], since: date, until: date) -> int:
    """Read all summaries."""
    # Every summary holds the empty word.
    first, other, *_ = (f"%{word}%" for word in [*words, ""])
    given = {"since": since, "until": until, "first": first, "other": other}
    rows = connection.execute(_ILIKE, given).fetchall()
    return int(rows[0][-1]) if rows else 0


if __name__ == "__main__":
    sys.exit(main())
