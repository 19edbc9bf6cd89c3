"""How long do the questions of the pages take on our database, and on the same Parquet files without it?

python -m tests.bench.question_speed [STATEMENTS]: both answer the same questions (`drawn_questions`) in turns, with
parameters drawn anew each time; answers that differ end the run. Milliseconds are medians.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path
from random import Random

import duckdb

import queries
from data.database import write_database
from tests.bench import large_collection, plain_parquet
from tests.bench.drawn_questions import QUESTIONS, Timed, drawn
from tests.bench.surroundings import surroundings

DRAWS = 30
SEED = 20_260_415


def main() -> None:
    """Write a made-up collection, and time every question on it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else large_collection.STATEMENTS
    print(surroundings())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large_collection.write(folder, count)
        begin = time.perf_counter()
        write_database(folder)
        print(f"{count:,} statements; the database was written in {time.perf_counter() - begin:.1f} s")
        ours, plain = queries.connect(folder), plain_parquet.opened(folder)
        print(f"\n{'median of ' + str(DRAWS):16}{'ours, ms':>10}{'Parquet, ms':>13}{'ratio':>8}")
        for timed in QUESTIONS:
            _told(timed, ours, plain)


def _told(timed: Timed, ours: duckdb.DuckDBPyConnection, plain: duckdb.DuckDBPyConnection) -> None:
    draw = Random(SEED)
    times: dict[str, list[float]] = {"ours": [], "plain": []}
    for _ in range(DRAWS):
        asked = drawn(timed, draw)
        answers = []
        for name, connection in (("ours", ours), ("plain", plain)):
            begin = time.perf_counter()
            answers.append(queries.answer(connection, timed.question, asked))
            times[name].append(time.perf_counter() - begin)
        if not answers[0].equals(answers[1]):
            sys.exit(f"{timed.question}: the answers differ for {asked}")
    fast, slow = (1000 * statistics.median(times[name]) for name in ("ours", "plain"))
    print(f"{timed.panel:16}{fast:10.1f}{slow:13.1f}{fast / slow:8.2f}")


if __name__ == "__main__":
    main()
