"""By which rules does an event become a statement? Those of codes.csv and cameo.csv, and the names of the records."""

import csv
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa

from data.importers.actors import recorded

HERE = Path(__file__).parent
# Codes of first words: 01 to 05 are cooperation in words, 10 to 14 conflict in words.
VERBAL_COOPERATION, VERBAL_CONFLICT = "1", "3"
STATES = {"state", "observer_state", "partially_recognised_state"}
BOUNDS: dict[str, str | bool | int | float | list[str]] = {"memory_limit": "1GB", "threads": 2}
# "THE US" and "A US" are the names of a state as well as "US".
MACROS = r"""
create macro folded(name) as
    regexp_replace(regexp_replace(strip_accents(lower(name)), '^(the|a|an) ', ''), '[^a-z0-9]+', '', 'g');
create macro with_article(name) as case
    when regexp_matches(name, '^(Bahamas|Comoros|Gambia|Holy See|Maldives|Marshall|Netherlands|Philippines|Seychelles'
        || '|Solomon|United) ?|Republic$') then 'the ' || name
    else name
end;
"""


@contextmanager
def connected(spill: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Offer a connection that knows the rules.

    Args:
        spill: A folder that may not exist yet, for what does not fit into memory.

    Yields:
        A connection with the tables states (code, actor_id), regions (code), state_names (actor_id, name), cameo (code,
        quad_class, words, stance) and called (actor_id, name).
    """
    config = BOUNDS | {"temp_directory": str(spill)}
    with duckdb.connect(config=config) as connection:
        connection.execute(MACROS)
        for name, table in _tables().items():
            connection.register(f"given_{name}", table)
        connection.execute("create table states as from given_states")
        connection.execute("create table regions as from given_regions")
        connection.execute("create table cameo as from given_cameo")
        connection.execute("create table called as select actor_id, with_article(name) as name from given_called")
        connection.execute(
            "create table state_names as select distinct actor_id, folded(name) as name from given_names"
        )
        yield connection


def question(name: str) -> str:
    """The text of a .sql of this folder."""
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


@cache
def version() -> str:
    """A text that changes when any file would be read by other rules than before."""
    digest = hashlib.sha256()
    for file in sorted(HERE.glob("*")):
        if file.suffix in {".py", ".sql", ".csv"}:
            digest.update(f"{file.name} {file.read_text(encoding='utf-8')}".encode())
    for name, table in _tables().items():
        digest.update(f"{name} {table.to_pydict()}".encode())
    return digest.hexdigest()


@cache
def _tables() -> dict[str, pa.Table]:
    # Kinds of actors that have a code and exist: those of former states are not among them.
    actors = {actor_id: cells for actor_id, cells in recorded().items() if cells["kind"] in STATES and cells["iso3"]}
    codes = _rows("codes")
    states = {cells["iso3"]: actor_id for actor_id, cells in actors.items()}
    states |= {row["written"]: row["actor_id"] for row in codes if row["actor_id"]}
    names = [
        (actor_id, name)
        for actor_id, cells in actors.items()
        for name in (cells["name"], cells["short_name"], *cells["aliases"].split("|"))
        if name
    ]
    return {
        "states": pa.table({"code": list(states), "actor_id": list(states.values())}),
        "regions": pa.table({"code": [row["written"] for row in codes if not row["actor_id"]]}),
        "names": pa.table(dict(zip(("actor_id", "name"), map(list, zip(*names, strict=True)), strict=True))),
        "called": pa.table({"actor_id": list(actors), "name": [cells["name"] for cells in actors.values()]}),
        "cameo": pa.Table.from_pylist([_rule(row) for row in _rows("cameo")], CAMEO),
    }


CAMEO = pa.schema([(name, pa.string()) for name in ("code", "quad_class", "words", "stance")])


def _rule(row: Mapping[str, str]) -> dict[str, str | None]:
    quad_class = VERBAL_COOPERATION if row["code"] < "06" else VERBAL_CONFLICT
    return {**row, "quad_class": quad_class, "stance": row["stance"] or None}


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
