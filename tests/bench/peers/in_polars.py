"""polars, with the tables in memory, each question a lazy query that its optimiser sees as a whole."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import polars as pl

from tests.bench.peers.in_sqlite import COLUMNS
from tests.bench.peers.peer import Asked, Peer, Row


class InPolars(Peer):
    """One frame a table; statements without a source are left out from the start."""

    name = "polars in memory"

    def __init__(self, folder: Path) -> None:
        frames = {name: pl.read_parquet(folder / f"{name}.parquet", columns=[*COLUMNS[name]]) for name in COLUMNS}
        self._statements = frames["statements"].filter(pl.col("count_sources") > 0)
        self._events, self._actors, self._issues = frames["events"], frames["actors"], frames["issues"]

    def positions(self, asked: Asked) -> list[pl.DataFrame]:
        own = self._in_range(asked).filter(pl.col("issue_id") == asked.issue_id)
        last = own.filter(pl.col("counts_on") == pl.col("counts_on").max().over("actor_id"))
        stances = last.group_by("actor_id").agg(
            pl.when(pl.col("stance").n_unique() > 1).then(pl.lit("contested")).otherwise(pl.col("stance").first())
        )
        return [stances.collect()]

    def months(self, asked: Asked) -> list[pl.DataFrame]:
        said = self._in_range(asked).filter(pl.col("date_precision").is_in(["day", "month"]))
        return [said.group_by(pl.col("counts_on").dt.truncate("1mo"), "stance").agg(pl.len()).collect()]

    def events(self, asked: Asked) -> list[pl.DataFrame]:
        last = pl.coalesce("end_date", "start_date")
        events = self._events.lazy().filter((pl.col("start_date") <= asked.until) & (last >= asked.since))
        counts = self._in_range(asked).group_by("event_id").agg(pl.len())
        counted = (
            events.select("event_id").join(counts, on="event_id", how="left").with_columns(pl.col("len").fill_null(0))
        )
        return [counted.sort(["len", "event_id"], descending=[True, False]).head(100).collect()]

    def page(self, asked: Asked) -> list[pl.DataFrame]:
        chosen = pl.col("stance") == asked.stance if asked.stance else pl.col("kind") == asked.kind
        said = self._in_range(asked).filter(chosen).select("counts_on", "statement_id", "actor_id")
        newest = said.sort(["counts_on", "statement_id"], descending=[True, False]).head(50)
        named = newest.join(self._actors.lazy(), on="actor_id", maintain_order="left")
        return [named.select("statement_id", "short_name").collect()]

    def sizes(self, asked: Asked) -> list[pl.DataFrame]:
        said = self._in_range(asked)
        return [*pl.collect_all([said.group_by(name).agg(pl.len()) for name in ("actor_id", "stance")])]

    def rows(self, answer: list[pl.DataFrame]) -> Iterable[Row]:
        return chain.from_iterable(frame.iter_rows() for frame in answer)

    def csv(self, asked: Asked, file: Path) -> None:
        actors, issues, events = (frame.lazy() for frame in (self._actors, self._issues, self._events))
        said = self._in_range(asked).join(actors, on="actor_id").join(issues, on="issue_id")
        said = said.join(events.select("event_id", event_title="title"), on="event_id", how="left")
        said.drop("actor_id", "issue_id", "event_id").sort("statement_id").collect().write_csv(file)

    def _in_range(self, asked: Asked) -> pl.LazyFrame:
        return self._statements.lazy().filter(pl.col("counts_on").is_between(asked.since, asked.until))


@contextmanager
def opened(folder: Path, _home: Path) -> Iterator[InPolars]:
    """Read a collection."""
    yield InPolars(folder)
