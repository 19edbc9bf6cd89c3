"""pandas, with the tables in memory and its own type of text, as most dashboards hold them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import pandas as pd

from tests.bench.peers.in_sqlite import COLUMNS
from tests.bench.peers.peer import Asked, Peer, Row


class InPandas(Peer):
    """One frame a table; statements without a source are left out from the start."""

    name = "pandas in memory"

    def __init__(self, folder: Path) -> None:
        frames = {name: pd.read_parquet(folder / f"{name}.parquet", columns=[*COLUMNS[name]]) for name in COLUMNS}
        said, events = frames["statements"], frames["events"]
        # Days come as objects, which would be slow.
        said["counts_on"] = pd.to_datetime(said["counts_on"])
        self._statements = said[said["count_sources"] > 0].reset_index(drop=True)
        self._events = events.assign(
            start_date=pd.to_datetime(events["start_date"]),
            last_date=pd.to_datetime(events["end_date"].fillna(events["start_date"])),
        )
        self._actors, self._issues = frames["actors"], frames["issues"]

    def positions(self, asked: Asked) -> list[pd.DataFrame]:
        own = self._in_range(asked, "issue_id", "counts_on", "actor_id", "stance")
        own = own[own["issue_id"] == asked.issue_id]
        last = own[own["counts_on"] == own.groupby("actor_id")["counts_on"].transform("max")]
        stances = last.groupby("actor_id")["stance"].agg(["nunique", "first"])
        return [stances["first"].mask(stances["nunique"] > 1, "contested").reset_index()]

    def months(self, asked: Asked) -> list[pd.DataFrame]:
        said = self._in_range(asked, "date_precision", "counts_on", "stance")
        said = said[said["date_precision"].isin(["day", "month"])]
        months = said["counts_on"].to_numpy().astype("datetime64[M]").astype("datetime64[s]")
        return [said.groupby([pd.Series(months, said.index), "stance"]).size().reset_index()]

    def events(self, asked: Asked) -> list[pd.DataFrame]:
        since, until = map(pd.Timestamp, (asked.since, asked.until))
        events = self._events[(self._events["start_date"] <= until) & (self._events["last_date"] >= since)]
        counts = (
            events["event_id"].map(self._in_range(asked, "event_id")["event_id"].value_counts()).fillna(0).astype(int)
        )
        counted = pd.DataFrame({"event_id": events["event_id"], "count": counts})
        return [counted.sort_values(["count", "event_id"], ascending=[False, True]).head(100)]

    def page(self, asked: Asked) -> list[pd.DataFrame]:
        said = self._in_range(asked, "stance", "kind", "counts_on", "statement_id", "actor_id")
        said = said[said["stance"] == asked.stance if asked.stance else said["kind"] == asked.kind]
        newest = said.sort_values(["counts_on", "statement_id"], ascending=[False, True]).head(50)
        return [newest.merge(self._actors, on="actor_id")[["statement_id", "short_name"]]]

    def sizes(self, asked: Asked) -> list[pd.DataFrame]:
        said = self._in_range(asked, "actor_id", "stance")
        return [said[name].value_counts().reset_index() for name in ("actor_id", "stance")]

    def rows(self, answer: list[pd.DataFrame]) -> Iterable[Row]:
        return chain.from_iterable(frame.itertuples(index=False, name=None) for frame in answer)

    def csv(self, asked: Asked, file: Path) -> None:
        said = (
            self._in_range(asked, *COLUMNS["statements"])
            .merge(self._actors, on="actor_id")
            .merge(self._issues, on="issue_id")
        )
        said = said.merge(self._events[["event_id", "title"]], on="event_id", how="left", suffixes=("_issue", "_event"))
        said.drop(columns=["actor_id", "issue_id", "event_id"]).sort_values("statement_id").to_csv(file, index=False)

    def _in_range(self, asked: Asked, *columns: str) -> pd.DataFrame:
        days = self._statements["counts_on"]
        is_within = (days >= pd.Timestamp(asked.since)) & (days <= pd.Timestamp(asked.until))
        # What is not asked for would be copied too.
        return self._statements.loc[is_within, [*columns]]


@contextmanager
def opened(folder: Path, _home: Path) -> Iterator[InPandas]:
    """Read a collection."""
    yield InPandas(folder)
