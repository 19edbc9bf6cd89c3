"""Whom does a sheet mean by a name, a code or an id? One recorded actor, or the row is told; nothing is guessed."""

import csv
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from data.importers.actors import recorded
from data.importers.faults import Faults
from data.importers.table.checks import tell
from data.importers.table.columns import changed, put
from data.importers.table.names import folded, nearest
from data.problems import shown

Cells = Mapping[str, str]


class Actors:
    """The recorded actors, and those that the sheet brings along."""

    def __init__(self, own: Collection[Cells] = ()) -> None:
        self._actors = {**{cells["actor_id"]: cells for cells in own}, **recorded()}
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        for name, actor_id in (*_recorded_names(), *_names(own)):
            self._named[name].add(actor_id)
        self._shown = {
            name: cells["name"] for cells in self._actors.values() for name in (cells["name"], cells["short_name"])
        }

    def __contains__(self, actor_id: str) -> bool:
        return actor_id in self._actors

    def meant(self, name: str) -> set[str]:
        """The actors for whom a name, a code or an id stands, however it is written."""
        return self._named.get(simple(name), set())

    def fault(self, name: str) -> str:
        """Why a name stands for nobody, or for whom it may stand."""
        if several := sorted(self.meant(name)):
            clear = " or ".join(map(self._clear, several))
            return f"actor {shown(name)} may be several; write {clear}, or give ids in a column actor_id"
        near = nearest(name, self._shown)
        return f"actor {shown(name)} is not known{near or '; write a name, code or id of data/records/actors.csv'}"

    def _clear(self, actor_id: str) -> str:
        """A name that stands for this actor alone."""
        names = (self._actors[actor_id]["short_name"], self._actors[actor_id]["name"])
        return next((name for name in names if len(self.meant(name)) == 1), actor_id)


def with_actors(table: pa.Table, actors: Actors, faults: Faults) -> pa.Table:
    """Bring a sheet to ids.

    Args:
        table: With `row`, and `actor_id` or `actor`.
        actors: Who is known.
        faults: Is told of names that stand for nobody, or for several.

    Returns:
        The table with `actor_id`.
    """
    if "actor_id" in table.column_names:
        ids = table["actor_id"]
        unknown = changed(table, "actor_id", lambda cell: cell if cell in actors else None)["actor_id"]
        mask = pc.and_(pc.is_valid(ids), pc.is_null(unknown))
        what = "is no id of data/records/actors.csv; names and codes may stand in a column actor"
        tell(
            table,
            "actor_id",
            mask,
            faults,
            ("rows with an unknown actor_id", lambda cell: f"actor_id {shown(cell)} {what}"),
        )
        return table
    found = changed(table, "actor", lambda cell: next(iter(one)) if len(one := actors.meant(cell)) == 1 else None)[
        "actor"
    ]
    mask = pc.and_(pc.is_valid(table["actor"]), pc.is_null(found))
    tell(table, "actor", mask, faults, ("rows with an actor who is not known, or may be several", actors.fault))
    return put(table, "actor_id", found)


def without_recorded(rows: pa.Table, faults: Faults) -> pa.Table:
    """Leave out, and tell, actors of a sheet that the project knows already, or that are an organ of nobody known."""
    ids = pa.array(list(recorded()), pa.string())
    what = "is known to the project; leave it out here, and name it in the statements"
    mask = pc.is_in(rows["actor_id"], value_set=ids)
    tell(
        rows,
        "actor_id",
        mask,
        faults,
        ("rows with an actor that is known", lambda id_: f"actor_id {shown(id_)} {what}"),
    )
    represents = rows["represents"]
    mask = pc.and_(pc.is_valid(represents), pc.invert(pc.is_in(represents, value_set=ids)))
    nowhere = "is no id of data/records/actors.csv; correct it"
    tell(rows, "represents", mask, faults, ("organs of nobody", lambda id_: f"represents {shown(id_)} {nowhere}"))
    return faults.without(rows)


def own_actors(rows: pa.Table) -> list[Cells]:
    """The actors of a sheet, as the records give theirs: an empty cell is an empty text."""
    return [{column: cell or "" for column, cell in row.items()} for row in rows.drop_columns("row").to_pylist()]


def _names(actors: Iterable[Cells]) -> Iterator[tuple[str, str]]:
    """Every name of every actor, simplified, with its id."""
    for cells in actors:
        codes = (cells["actor_id"], cells["iso3"], two_letters().get(cells["iso3"], ""))
        for name in (*codes, cells["name"], cells["short_name"], *cells["aliases"].split("|")):
            if simple(name):
                yield simple(name), cells["actor_id"]


@cache
def _recorded_names() -> tuple[tuple[str, str], ...]:
    return tuple(_names(recorded().values()))


@cache
def two_letters() -> Mapping[str, str]:
    """The code of two letters in ISO 3166 by that of three."""
    with (Path(__file__).parent / "codes.csv").open(encoding="utf-8", newline="") as file:
        return {row["alpha_3"]: row["alpha_2"] for row in csv.DictReader(file)}


def simple(name: str) -> str:
    """A name without capitals, accents, spaces and signs."""
    return "".join(c for c in folded(name) if c.isalnum())
