"""How long do the questions of the pages take on our database, and on the same Parquet files without it?

python -m tests.bench.question_speed [STATEMENTS]: both answer the same questions (`drawn_questions`) in turns, with
parameters drawn anew each time; answers that differ end the run. Times are medians. Ours reads copies, counts and twins
of questions; the other reads the Parquet files by the text of the question itself. Fails when a ratio is missed.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

import duckdb

import queries
from data.database import write_database
from tests.bench import asked_for, large_collection, plain_parquet
from tests.bench.drawn_questions import QUESTIONS, Sort, Timed, drawn_by_range, drawn_filtered
from tests.bench.figures import Figures, keep, ms

DRAWS = 30
SEED = 20_260_415
ASKED = "Asked for is at most that ratio, of questions by range and issue alone."
SORTS: dict[str, Sort] = {"Range only": drawn_by_range, "Filtered": drawn_filtered}
HEAD = (f"median of {DRAWS}", "ours, ms", "Parquet, ms", "ratio", "asked for")


class Medians(NamedTuple):
    """How long a question took, in seconds."""

    ours: float
    plain: float

    @property
    def ratio(self) -> float:
        """Ours as a share of the other."""
        return self.ours / self.plain


def main() -> int:
    """Write a made-up collection, and time every question on it; returns 1 when a ratio is missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else large_collection.STATEMENTS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large_collection.write(folder, count)
        begin = time.perf_counter()
        is_written = write_database(folder)
        print(f"{count:,} statements", f"; the database took {time.perf_counter() - begin:.1f} s" * is_written, sep="")
        ours, plain = queries.connect(folder), plain_parquet.opened(folder)
        medians = {sort: {timed: _medians(timed, sort, ours, plain) for timed in QUESTIONS} for sort in SORTS}
    keep("question_speed", count, [_figures(sort, each, count) for sort, each in medians.items()])
    return int(any(is_missed(timed, each, count) for timed, each in medians["Range only"].items()))


def is_missed(timed: Timed, medians: Medians, count: int) -> bool:
    """Tell whether ours took more of what the other took than is asked for."""
    most = asked_of(timed, count)
    return most is not None and medians.ratio > most


def asked_of(timed: Timed, count: int) -> float | None:
    """Give the ratio that is asked for; None where there is none, as on the one issue that nothing can be kept of."""
    return None if timed.is_of_busiest else asked_for.ratio(timed.panel, count)


def _medians(timed: Timed, sort: str, ours: duckdb.DuckDBPyConnection, plain: duckdb.DuckDBPyConnection) -> Medians:
    draw = Random(SEED)
    times: tuple[list[float], list[float]] = ([], [])
    engines = ((queries.answer, ours), (plain_parquet.answer, plain))
    for number in range(-1, DRAWS):
        asked = SORTS[sort](timed, draw)
        answers = []
        for (answer, connection), taken in zip(engines, times, strict=True):
            begin = time.perf_counter()
            answers.append(answer(connection, timed.question, asked))
            # A first draw fills caches.
            taken += [time.perf_counter() - begin] if number >= 0 else []
        if not answers[0].equals(answers[1]):
            sys.exit(f"{timed.question}: the answers differ for {asked}")
    return Medians(*map(statistics.median, times))


def _figures(sort: str, medians: dict[Timed, Medians], count: int) -> Figures:
    rows = []
    for timed, each in medians.items():
        most = asked_of(timed, count)
        told = "–" if most is None else f"{most}{', missed' if sort == 'Range only' and each.ratio > most else ''}"
        rows.append((timed.panel, ms(each.ours), ms(each.plain), f"{each.ratio:.2f}", told))
    return Figures(
        f"{sort}: our layout and DuckDB over the same Parquet files, {count:,} statements", HEAD, rows, ASKED
    )


if __name__ == "__main__":
    sys.exit(main())
