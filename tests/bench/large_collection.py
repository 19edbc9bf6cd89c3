"""A collection of a million made-up statements and 5,000 events, to see how the pages bear it.

Everything in it is drawn by chance from a fixed seed; it says nothing about anybody. Actors and memberships are those
of the real collection, so that organisations have members.
"""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

import queries

# The picker of sources is not what is timed, so these are fewer than a million statements would rest on.
STATEMENTS, EVENTS, ISSUES, SOURCES = 1_000_000, 5_000, 500, 5_000
FIRST, LAST = np.datetime64("1966-01-01"), np.datetime64("2025-12-31")
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
KINDS = ("statement", "declaration", "resolution", "vote", "letter")
STANCES = ("support", "oppose", "neutral")
PRECISIONS = ("day", "month", "year")
ATTRIBUTIONS = ("direct", "press", "listed")
# No war lasts as long as the axis, and few events last at all.
WARS, LASTING, LONGEST_DAYS = 40, 0.2, 30


def write(folder: Path, count: int = STATEMENTS) -> None:
    """Write the collection as the build would: one Parquet file a table.

    Args:
        folder: An empty folder.
        count: How many statements.
    """
    draw = np.random.default_rng(SEED)
    tables = {file.stem: pq.read_table(file) for file in queries.PARQUET.glob("*.parquet") if file.stem != "collection"}
    tables["collection"] = collection()
    tables["issues"] = issues(tables["issues"])
    tables["sources"] = sources(draw)
    starts = event_days(draw)
    tables["events"] = events(draw, starts)
    tables["statements"] = statements(draw, starts, tables["actors"], count)
    tables["evidence"] = evidence(draw, tables["statements"])
    tables["coverage"] = tables["coverage"].slice(0, 0)
    for name, table in tables.items():
        # The columns and types are those of the real table, so that a change of the build is not forgotten here.
        table = table.cast(pq.read_schema(queries.PARQUET / f"{name}.parquet").remove_metadata())
        pq.write_table(table, folder / f"{name}.parquet", row_group_size=125_000, compression="zstd")


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


def anywhere(draw: np.random.Generator, number: int) -> np.ndarray:
    """Draw days of the whole range, more of them towards its end."""
    offsets: np.ndarray = (draw.random(number) ** 0.7 * (LAST - FIRST).astype(int)).astype("timedelta64[D]")
    return FIRST + offsets


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


def statements(draw: np.random.Generator, starts: np.ndarray, actors: pa.Table, count: int) -> pa.Table:
    """Make statements: three quarters react to an event, soon after it; the rest is said at any time.

    They lie in the order of their ids and, like most real ones, of their dates.
    """
    weights = draw.choice(3, count, p=[0.4, 0.5, 0.1])
    of_event = np.minimum((draw.zipf(1.8, count) - 1), EVENTS - 1)
    of_event = np.where(draw.random(count) < 0.5, of_event, draw.integers(0, EVENTS, count))
    days = starts[of_event] + draw.exponential(45, count).astype("timedelta64[D]")
    alone = draw.random(count) < 0.25
    days = np.minimum(np.where(alone, anywhere(draw, count), days), LAST)
    precision = draw.choice(3, count, p=[0.79, 0.2, 0.01])
    date, counts_on = periods(days, precision)
    order = np.argsort(counts_on, kind="stable")
    who = actors["actor_id"].combine_chunks().take(pa.array(np.minimum(draw.zipf(1.3, count), 200) - 1))
    events_of = pc.if_else(pa.array(alone), None, numbered("event", of_event))
    issue = np.minimum(draw.zipf(1.4, count), ISSUES) - 1
    real = pq.read_table(queries.PARQUET / "issues.parquet", columns=["issue_id"])["issue_id"].combine_chunks()
    names = pa.concat_arrays([real, numbered("issue", np.arange(len(real), ISSUES))])
    table = pa.table(
        {
            "statement_id": pa.nulls(count, pa.string()),
            "actor_id": who,
            "speaker": pa.nulls(count, pa.string()),
            "date": date,
            "date_precision": taken(PRECISIONS, precision),
            "counts_on": counts_on,
            "event_id": events_of,
            "issue_id": names.take(pa.array(issue)),
            "stance": taken(STANCES, draw.choice(3, count, p=[0.57, 0.15, 0.28])),
            "kind": taken(KINDS, draw.integers(0, len(KINDS), count)),
            "summary": numbered(
                "A made-up statement of about the usual number of words that says nothing, number", order
            ),
            "doubt": pa.nulls(count, pa.string()),
            "organisations": pa.array([["UN"]]).take(pa.array(np.zeros(count, dtype=int))),
            "attribution": taken(ATTRIBUTIONS, weights),
            "count_sources": np.ones(count, dtype=int),
        }
    )
    ids = numbered("statement", np.arange(count), digits=len(str(count - 1)))
    return table.take(pa.array(order)).set_column(0, "statement_id", ids)


def periods(days: np.ndarray, precision: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give first and last day of what is known of each date: the day, the month, or the year."""
    month, year = days.astype("datetime64[M]"), days.astype("datetime64[Y]")
    one = np.timedelta64(1, "D")
    first = np.select([precision == 1, precision == 2], [month.astype(days.dtype), year.astype(days.dtype)], days)
    last = np.select(
        [precision == 1, precision == 2],
        [(month + 1).astype(days.dtype) - one, (year + 1).astype(days.dtype) - one],
        days,
    )
    return first, np.minimum(last, LAST)


def evidence(draw: np.random.Generator, said: pa.Table) -> pa.Table:
    """Make one piece of evidence for each statement."""
    count = said.num_rows
    nothing, number = pa.nulls(count, pa.string()), pa.nulls(count, pa.int32())
    return pa.table(
        {
            "statement_id": said["statement_id"],
            "source_id": numbered("source", draw.integers(0, SOURCES, count)),
            "attribution": said["attribution"],
            "locator": nothing,
            "exact": nothing,
            "prefix": nothing,
            "suffix": nothing,
            "start": number,
            "end": number,
        }
    )


def numbered(word: str, numbers: np.ndarray, digits: int = 1) -> pa.Array:
    """Write a word and a number each, which is given so many digits at least."""
    written = pc.utf8_lpad(pa.array(numbers).cast(pa.int64()).cast(pa.string()), digits, "0")
    return pc.binary_join_element_wise(word, written, "-")


def taken(words: tuple[str, ...], numbers: np.ndarray) -> pa.Array:
    """Give the words at these places."""
    return pa.array(words).take(pa.array(numbers))
