"""A collection of a million made-up statements and 5,000 events, to see how the pages bear it; or of more of them.

Everything in it is drawn by chance from a fixed seed; it says nothing about anybody. Actors and memberships are those
of the real collection, so that organisations have members. Statements are made in `made_statements`.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

import queries
from tests.bench import made_statements
from tests.bench.made_statements import EVENTS, ISSUES
from tests.bench.made_values import FIRST, LAST, anywhere, numbered, taken

__all__ = ["EVENTS", "FIRST", "ISSUES", "LAST", "ROW_GROUP", "SOURCES", "STATEMENTS", "write"]

# The picker of sources is not what is timed, so these are fewer than a million statements would rest on.
STATEMENTS, SOURCES = 1_000_000, 5_000
ROW_GROUP = 125_000
SEED = 20_260_415
EVENT_KINDS = (
    "war",
    "clash",
    "election",
    "referendum",
    "resolution",
    "agreement",
    "ceasefire",
    "summit",
    "declaration",
)
# No war lasts as long as the axis, and few events last at all.
WARS, LASTING, LONGEST_DAYS = 40, 0.2, 30


def write(
    folder: Path, count: int = STATEMENTS, size: int = ROW_GROUP, summaries: Callable[[int], pa.Array] | None = None
) -> None:
    """Write the collection as the build would: one Parquet file a table.

    Args:
        folder: An empty folder.
        count: How many statements. Of each, some 30 bytes are held while they are drawn; the rest is made, written and
            forgotten piece by piece.
        size: Of a piece, in statements, and of a row group of the files. It changes no row.
        summaries: Gives so many other summaries than the usual one.
    """
    draw = np.random.default_rng(SEED)
    tables = {file.stem: pq.read_table(file) for file in queries.PARQUET.glob("*.parquet") if file.stem != "collection"}
    tables["collection"] = collection()
    tables["issues"] = issues(tables["issues"])
    tables["sources"] = sources(draw)
    starts = event_days(draw)
    tables["events"] = events(draw, starts)
    tables["coverage"] = tables["coverage"].slice(0, 0)
    for name in ("statements", "evidence"):
        del tables[name]
    for name, table in tables.items():
        with writer(folder, name) as file:
            file.write_table(table.cast(file.schema))
    made = made_statements.drawn(draw, starts, count, size)
    names = made_statements.Names(tables["actors"]["actor_id"], tables["issues"]["issue_id"], SOURCES)
    with writer(folder, "statements") as said, writer(folder, "evidence") as shown:
        for part in made_statements.parts(count, size):
            piece = made_statements.statements(made, names, part)
            if summaries:
                place = piece.column_names.index("summary")
                piece = piece.set_column(place, "summary", summaries(piece.num_rows))
            said.write_table(piece.cast(said.schema), row_group_size=size)
            shown.write_table(made_statements.evidence(draw, names, piece).cast(shown.schema), row_group_size=size)


def writer(folder: Path, name: str) -> pq.ParquetWriter:
    """Open the file of a table, of the columns and types of the real one, so that no change of the build is missed."""
    schema = pq.read_schema(queries.PARQUET / f"{name}.parquet").remove_metadata()
    return pq.ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd")


def collection() -> pa.Table:
    """Name it for what it is."""
    about = pq.read_table(queries.PARQUET / "collection.parquet").to_pylist()[0]
    about |= {"title": "A made-up collection", "first_date": FIRST.item(), "last_date": LAST.item()}
    return pa.Table.from_pylist([about])


def issues(real: pa.Table) -> pa.Table:
    """Add made-up issues to the real ones, which keep their ids."""
    first = real.to_pylist()[0]
    made = [
        first | {"issue_id": f"issue-{number}", "title": f"Made-up issue {number}", "words_issue_id": None}
        for number in range(real.num_rows, ISSUES)
    ]
    return pa.concat_tables([real, pa.Table.from_pylist(made, schema=real.schema)])


def sources(draw: np.random.Generator) -> pa.Table:
    """Make sources without a text."""
    nothing = pa.nulls(SOURCES, pa.string())
    ids = numbered("source", np.arange(SOURCES))
    return pa.table(
        {
            "source_id": ids,
            "kind": pa.array(["article"] * SOURCES),
            "publisher": numbered("Publisher", draw.integers(0, 500, SOURCES)),
            "publisher_country": nothing,
            "title": ids,
            "url": pa.array(["https://example.org/"] * SOURCES),
            "published": pa.nulls(SOURCES, pa.date32()),
            "language": pa.array(["en"] * SOURCES),
            "actor_id": nothing,
            "speaker": nothing,
            "date_precision": nothing,
            "counts_on": pa.nulls(SOURCES, pa.date32()),
            "text": nothing,
            "text_sha256": nothing,
            "origin_id": nothing,
        }
    )


def event_days(draw: np.random.Generator) -> np.ndarray:
    """Give the first day of each event, denser towards the present."""
    return anywhere(draw, EVENTS)


def events(draw: np.random.Generator, starts: np.ndarray) -> pa.Table:
    """Make events; some last, a few are wars."""
    kinds = draw.integers(1, len(EVENT_KINDS), EVENTS)
    kinds[draw.choice(EVENTS, WARS, replace=False)] = 0
    lengths = np.where(draw.random(EVENTS) < LASTING, draw.integers(1, LONGEST_DAYS, EVENTS), 0)
    numbers = np.arange(EVENTS)
    return pa.table(
        {
            "event_id": numbered("event", numbers),
            "title": numbered("A made-up event with a title of the usual length, number", numbers),
            "start_date": starts,
            "end_date": starts + lengths.astype("timedelta64[D]"),
            "kind": taken(EVENT_KINDS, kinds),
            "place": pa.array(["Nowhere"] * EVENTS),
            "latitude": draw.uniform(38, 42, EVENTS),
            "longitude": draw.uniform(43, 50, EVENTS),
            "summary": pa.array(["Nothing happened."] * EVENTS),
            "roll_call_of": pa.nulls(EVENTS, pa.string()),
            "source_id": numbered("source", draw.integers(0, SOURCES, EVENTS)),
        }
    )
