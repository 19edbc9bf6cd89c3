"""How long do Q1 to Q5 take on our database, and in what else one could build a dashboard on?

python -m tests.bench.peer_speed [STATEMENTS]: all answer the same questions in turns, with parameters drawn anew each
time; answers that differ end the run (see `peers`). Ours are the whole questions of the pages, which give more columns
than the peers are asked for; what makes the answers comparable is timed nowhere. Times are medians.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from random import Random

import queries
from data.database import write_database
from tests.bench import large_collection, peers, plain_parquet
from tests.bench.drawn_questions import drawn_for_peers
from tests.bench.figures import Figures, keep, ms
from tests.bench.peers.ours import Ours
from tests.bench.peers.peer import PANELS, Panel, Peer, compared

SEED = 20_260_415
DRAWS = 30
# Of a large collection some peers take seconds a question; and of a larger one more memory, or hours to be filled.
LARGE, DRAWS_OF_LARGE = 5_000_000, 10
MOST_OF_ALL = 10_000_000
IN_PLACE = ("in_duckdb",)
NOTE = (
    "Q1 to Q5 by range, as the table above; Q5 is by actor and by stance. Ours are whole questions; peers give the few "
    "columns that are compared."
)


def main() -> None:
    """Write a made-up collection, open it in every peer, and time them."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else large_collection.STATEMENTS
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder, home = Path(name) / "collection", Path(name) / "peers"
        folder.mkdir()
        home.mkdir()
        large_collection.write(folder, count)
        write_database(folder)
        others = stack.enter_context(peers.opened(folder, home, None if count <= MOST_OF_ALL else IN_PLACE))
        subjects = [
            Ours("ours", queries.connect(folder)),
            Ours("DuckDB over Parquet, our SQL", plain_parquet.opened(folder), plain_parquet.answer),
            *others,
        ]
        medians = [medians_of(panel, subjects, DRAWS if count < LARGE else DRAWS_OF_LARGE) for panel in PANELS]
    keep("peer_speed", count, figures(subjects, medians, count))


def medians_of(panel: Panel, subjects: Sequence[Peer], draws: int) -> list[float]:
    """Ask all the same, in turns, and give the median of each in seconds; a first draw fills caches."""
    draw = Random(SEED)
    times: list[list[float]] = [[] for _ in subjects]
    for number in range(-1, draws):
        asked = drawn_for_peers(draw, panel.name)
        expected = None
        for subject, taken in zip(subjects, times, strict=True):
            begin = time.perf_counter()
            answer = panel.ask(subject, asked)
            taken += [time.perf_counter() - begin] if number >= 0 else []
            rows = compared(panel, subject, answer)
            if expected not in (None, rows):
                sys.exit(f"{panel.name}: the answer of {subject.name} differs for {asked}")
            expected = rows
    return [statistics.median(taken) for taken in times]


def figures(subjects: Sequence[Peer], medians: Sequence[Sequence[float]], count: int) -> list[Figures]:
    """Lay out medians by panel, and our own as shares of them."""
    head = ("", *(panel.name for panel in PANELS))
    names = [subject.name for subject in subjects]
    by_name = [*zip(names, zip(*medians, strict=True), strict=True)]
    (_, ours), *others = by_name
    times = [(name, *map(ms, taken)) for name, taken in by_name]
    shares = [(name, *(f"{own / one:.2f}" for own, one in zip(ours, taken, strict=True))) for name, taken in others]
    return [
        Figures(f"Medians in ms, {count:,} statements", head, times, NOTE),
        Figures(f"Ours as a share of what others take, {count:,} statements", head, shares),
    ]


if __name__ == "__main__":
    main()
