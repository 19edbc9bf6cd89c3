"""Q7: how long does a file of every tenth statement take, joined to names, beside what others write it with?

python -m tests.bench.file_speed [STATEMENTS]: each writes the statements of a stretch of days to a file, in turns,
without a server between. DuckDB writes the same rows and columns as ours from the Parquet files; the peers write fewer
columns. Files that hold other statements end the run. Times are medians. Fails when a ratio is missed.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random

import duckdb
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

import exports
from data.database import write_database
from queries import contract
from queries.contracts import statement
from tests.bench import asked_for, large_collection, peers, plain_parquet
from tests.bench.figures import Figures, keep, ms
from tests.bench.peers.peer import Asked

SEED = 20_260_415
ROUNDS = 5
SHARE = 10
OURS, PLAIN = "ours", "DuckDB over Parquet, our SQL"
MOST_OF_ALL = 10_000_000
WRITING = ("in_duckdb", "in_pandas", "in_polars", "in_sqlite")
IN_PLACE = ("in_duckdb",)

# Writes what is asked for.
Writer = Callable[[Asked, Path], None]
Writers = Mapping[str, Writer]


def main() -> int:
    """Write a made-up collection, and files of it; returns 1 when a ratio is missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else large_collection.STATEMENTS
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder, home = Path(name) / "collection", Path(name) / "files"
        folder.mkdir()
        home.mkdir()
        large_collection.write(folder, count)
        write_database(folder)
        os.environ["DEMARCHE_DATA"] = str(folder)
        plain = plain_parquet.opened(folder)
        others = stack.enter_context(peers.opened(folder, home, WRITING if count <= MOST_OF_ALL else IN_PLACE))
        days = pq.read_table(folder / "statements.parquet", columns=["counts_on"])["counts_on"]
        forms: dict[str, dict[str, Writer]] = {
            form: {OURS: partial(ours, form), PLAIN: partial(copied, plain, form)} for form in ("csv", "parquet")
        }
        forms["csv"] |= {other.name: other.csv for other in others}
        medians = {form: medians_of(writers, days, home / f"rows.{form}") for form, writers in forms.items()}
    keep("file_speed", count, [figures(medians, count)])
    return int(any(is_missed(form, taken, count) for form, taken in medians.items()))


def ours(form: str, asked: Asked, file: Path) -> None:
    """Write what a reader downloads."""
    wanted = exports.asked_of("statements", {"from": [str(asked.since)], "to": [str(asked.until)]})
    rows = wanted.rows()
    about = wanted.about("https://example.org/", datetime.now(UTC).replace(microsecond=0), rows.total)
    with file.open("wb") as out:
        out.writelines(exports.stream(rows.tables, rows.schema, about, form))


def copied(connection: duckdb.DuckDBPyConnection, form: str, asked: Asked, file: Path) -> None:
    """Have DuckDB write the same rows in the same order, read from the Parquet files."""
    name = "statements_in_order"
    given = dict.fromkeys(contract(name).parameters) | {"first_row": 0, "past_row": 2**62}
    rows = connection.sql(statement(name), params=given | {"since": asked.since, "until": asked.until})
    rows = rows.order("row_number").project("* exclude (row_number)")
    if form == "csv":
        rows.write_csv(str(file))
    else:
        rows.write_parquet(str(file), compression="zstd")


def medians_of(writers: Writers, days: pa.ChunkedArray, file: Path) -> dict[str, float]:
    """Have all write the same, in turns, and give the median of each in seconds; a first round fills caches."""
    draw = Random(SEED)
    times: dict[str, list[float]] = {name: [] for name in writers}
    for number in range(-1, ROUNDS):
        asked = drawn(draw, days)
        expected = None
        for name, write in writers.items():
            begin = time.perf_counter()
            write(asked, file)
            times[name] += [time.perf_counter() - begin] if number >= 0 else []
            held = ids(file)
            if expected not in (None, held):
                sys.exit(f"Q7: {name} wrote other statements for {asked.since} to {asked.until}")
            expected = held
    return {name: statistics.median(taken) for name, taken in times.items()}


def drawn(draw: Random, days: pa.ChunkedArray) -> Asked:
    """Draw days that hold a tenth of the statements; these lie in the order of their days."""
    a_tenth = len(days) // SHARE
    first = draw.randrange(len(days) - a_tenth)
    return Asked(days[first].as_py(), days[first + a_tenth].as_py())


def ids(file: Path) -> pa.ChunkedArray:
    """Read whose rows a file holds, in their order."""
    if file.suffix == ".parquet":
        return pq.read_table(file, columns=["statement_id"])["statement_id"].cast(pa.string())
    return pyarrow.csv.read_csv(file)["statement_id"]


def is_missed(form: str, medians: Mapping[str, float], count: int) -> bool:
    """Tell whether ours took more of what DuckDB took than is asked for."""
    most = asked_for.ratio(panel_of(form), count)
    return most is not None and medians[OURS] / medians[PLAIN] > most


def panel_of(form: str) -> str:
    """Name the panel of a form as targets do."""
    return {"csv": "Q7 CSV", "parquet": "Q7 Parquet"}[form]


def figures(medians: Mapping[str, Mapping[str, float]], count: int) -> Figures:
    """Lay out all of it."""
    rows = [
        (f"{panel_of(form)}: {name}", ms(taken), f"{each[OURS] / taken:.2f}")
        for form, each in medians.items()
        for name, taken in each.items()
    ]
    asked = ((panel_of(form), asked_for.ratio(panel_of(form), count)) for form in medians)
    note = " ".join(f"Asked for of {panel} is at most {most} of {PLAIN}." for panel, most in asked if most)
    title = f"Q7, a file of every tenth statement, {count:,} statements"
    return Figures(title, (f"median of {ROUNDS}", "ms", "ours as a share"), rows, note)


if __name__ == "__main__":
    sys.exit(main())
