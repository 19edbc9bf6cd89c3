"""What was corrected in a collection, what was retracted, and in which version did it stand as before?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any

from pyarrow.parquet import read_table

import queries
from exports.citations.quoting import published
from exports.names import Names, names_of
from exports.vocabulary import ATTRIBUTIONS, KINDS, STANCES
from queries import Change, Version, editions

STATEMENTS = "statements"
# What stands in quotation marks in a line of corrections: often a code or an id.
_QUOTED = re.compile('"([^"]+)"')
_COLUMN = re.compile(r"\b(actor|event|issue|source)_id(?= was )|\bdate_precision(?= was )")
KEPT = ["statement_id", "actor_id", "issue_id", "date", "date_precision", "stance", "summary"]
# Retracted statements, of versions that never change; each is a kilobyte or two.
MOST_RETRACTED = 500

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Corrected:
    """A row that was corrected, or a statement that was retracted with all that it rested on.

    Attributes:
        day: Of the correction.
        table: In which it was made; of a retraction, the statements.
        id: Of the row, parts of a longer key separated by |.
        statement_id: The statement that was changed, or whose evidence was; empty in other tables.
        is_retraction: Whether it took the statement away.
        lines: Rows of the question `corrections`: one, or of a retraction all that were told on its day.
        before: The last version in which it stood as before; empty where none was kept.
    """

    day: date
    table: str
    id: str
    statement_id: str
    is_retraction: bool
    lines: tuple[Row, ...]
    before: str


def corrected(edition: str) -> list[Corrected]:
    """List the corrections that an edition tells of, newest first."""
    rows = queries.run_on(edition, "corrections").to_pylist()
    # Newest first, so that the first day met is the last one: the day on which it was taken away.
    retracted: dict[str, date] = {}
    for row in rows:
        if row["is_retracted"]:
            retracted.setdefault(row["statement_id"], row["date"])
    told: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        gone = row["is_retracted"] and row["date"] == retracted[row["statement_id"]]
        key = (STATEMENTS, row["statement_id"], "") if gone else (row["table"], row["id"], row["what"])
        told.setdefault((row["date"], gone, *key), []).append(row)
    changes = _changes(edition)
    return [
        Corrected(
            day=day,
            table=table,
            id=row_id,
            statement_id=lines[0]["statement_id"] or "",
            is_retraction=gone,
            lines=tuple(lines),
            before=_before(changes.get((table, " ".join(row_id.split())), []), day),
        )
        for (day, gone, table, row_id, _), lines in told.items()
    ]


def words(what: str, names: Names) -> str:
    """Say what was changed in a reader's words: a line of corrections with names and labels for ids and codes."""
    known = {**names.events, **names.actors, **names.issues, **STANCES, **KINDS, **ATTRIBUTIONS}
    told = _COLUMN.sub(lambda found: found[1] or "precision of the date", what)
    return _QUOTED.sub(lambda found: f"“{known.get(found[1], found[1])}”", told)


def versions_until(edition: str) -> tuple[Version, ...]:
    """List the versions that were kept, up to an edition, oldest first."""
    collection_id, version = editions.split(edition)
    kept = queries.kept(collection_id)
    places = [place for place, each in enumerate(kept, start=1) if version in (None, each.version)]
    return kept[: places[-1] if places else len(kept)]


def statement(edition: str, told: Corrected) -> Row | None:
    """Give the statement of a correction with its names and labels: as it is, or before it was taken away.

    Args:
        edition: Which tells of it.
        told: From `corrected`.

    Returns:
        statement_id, actor_id, actor_name, issue_id, issue_title, stance, stance_label, date, date_precision,
        date_label, summary, at least; None where there is none, or the version that had it was forgotten.
    """
    if told.is_retraction:
        row = _kept(editions.split(edition)[0], told.before, told.statement_id) if told.before else None
        return _named(edition, row) if row else None
    rows = queries.run_on(edition, "statements_by_id", statement_ids=[told.statement_id]).to_pylist()
    return rows[0] if rows else None


# One row of one file: to open all of a version takes a hundred times as long.
@lru_cache(maxsize=MOST_RETRACTED)
def _kept(collection_id: str, version: str, statement_id: str) -> Row | None:
    try:
        file = editions.tables_of(collection_id, version)[STATEMENTS]
    except queries.UnknownVersion:
        # Whoever forgot the version (docs/versions.md) took away what it said.
        return None
    rows: list[Row] = read_table(file, columns=KEPT, filters=[("statement_id", "=", statement_id)]).to_pylist()
    return rows[0] if rows else None


def _named(edition: str, row: Row) -> Row:
    actor, issue = row["actor_id"], row["issue_id"]
    issues = {each["issue_id"]: each for each in queries.run_on(edition, "issues").to_pylist()}
    return {
        **row,
        # Names are those of today; an id stands for what is there no longer either.
        "actor_name": names_of(edition).actors.get(actor, actor),
        "issue_title": issues[issue]["title"] if issue in issues else issue,
        "stance_label": issues[issue][f"{row['stance']}_label"] if issue in issues else STANCES[row["stance"]],
        "date_label": published(row["date"], row["date_precision"]),
    }


def _changes(edition: str) -> dict[tuple[str, str], list[tuple[Change, str]]]:
    """What each version changed or removed, by table and id, with the version before it; oldest first."""
    versions = versions_until(edition)
    ahead = {after.version: before.version for before, after in pairwise(versions)}
    found: dict[tuple[str, str], list[tuple[Change, str]]] = {}
    for change in queries.changes(editions.split(edition)[0]):
        if change.change != "added" and change.version in ahead:
            found.setdefault((change.table, change.id), []).append((change, ahead[change.version]))
    return found


def _before(changes: list[tuple[Change, str]], day: date) -> str:
    """The version before the change that a correction of that day explains: the first that was built since then."""
    built_since = [before for change, before in changes if change.day >= day]
    return built_since[0] if built_since else changes[-1][1] if changes else ""
