"""What became of the statements of a collection since its first version: added, changed, corrected, removed?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import queries
from exports.corrected import versions_until
from queries import Version, editions

OWN = "statements"
# A change of what a statement rests on is one of the statement; ids of evidence begin with the statement's.
TABLES = (OWN, "evidence")


class Item(NamedTuple):
    """One statement: on which days it was first built and last changed, and whether it is there no longer."""

    statement_id: str
    published: date
    updated: date
    is_gone: bool = False


@dataclass(frozen=True, kw_only=True)
class History:
    """What is on record up to one version.

    Attributes:
        first: Day on which the first version was built.
        versions: Those that were kept, oldest first.
        added: By id, the day of a statement that came later.
        updated: By id, the day of the last change or correction.
        changed_in: By version, the ids that it changed or removed.
    """

    first: date
    versions: tuple[Version, ...]
    added: dict[str, date] = field(default_factory=dict)
    updated: dict[str, date] = field(default_factory=dict)
    changed_in: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def item(self, statement_id: str) -> Item:
        """Say how old a statement is."""
        published = self.added.get(statement_id, self.first)
        return Item(statement_id, published, self.updated.get(statement_id, published))

    def steps(self) -> Iterator[tuple[Version, Version]]:
        """Give each version with the one before it, the newest first."""
        yield from zip(self.versions[-2::-1], self.versions[:0:-1], strict=True)


def history(edition: str) -> History:
    """Read what became of the statements up to an edition."""
    collection_id, _ = editions.split(edition)
    versions = versions_until(edition)
    # An imported collection keeps no versions: it is as old as its files.
    found = History(first=versions[0].built_on if versions else written_at(edition).date(), versions=versions)
    known = {each.version for each in versions}
    for change in queries.changes(collection_id):
        if change.table not in TABLES or change.version not in known:
            continue
        statement_id = change.id.partition("|")[0]
        if change.change == "added" and change.table == OWN:
            found.added.setdefault(statement_id, change.day)
        found.updated[statement_id] = change.day
        if not (change.change == "added" and change.table == OWN):
            found.changed_in[change.version].add(statement_id)
    for statement_id, rows in corrections(edition).items():
        days = [row["date"] for row in rows] + [found.item(statement_id).updated]
        found.updated[statement_id] = max(days)
    return found


def corrections(edition: str) -> Mapping[str, list[dict[str, Any]]]:
    """Give the corrections of statements and of their evidence by the statement's id, newest first."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in queries.run_on(edition, "corrections").to_pylist():
        if row["table"] in TABLES:
            found.setdefault(row["id"].partition("|")[0], []).append(row)
    return found


def written_at(edition: str) -> datetime:
    """Tell when the files of an edition were written here, as they came from the build or from elsewhere."""
    collection_id, version = editions.split(edition)
    if version is None or queries.is_newest(edition):
        file = queries.served()[collection_id] / "collection.parquet"
    else:
        file = editions.tables_of(collection_id, version)["collection"]
    return datetime.fromtimestamp(int(file.stat().st_mtime), UTC)
