"""What an edition calls its things, for files and addresses: ids to names, read once an edition."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import queries

# Each is some hundred kilobytes; a server has one collection or a few, and now and then an older version.
MOST_EDITIONS = 16


@dataclass(frozen=True)
class Names:
    """The names of one edition.

    Attributes:
        collection: The row of `collection`: title, licence, data_version, ...
        issues: Title by id; most statements first.
        actors: Short name by id.
        organisations: The actors that have full members on record.
        sources: Publisher and title by id.
        events: Title by id.
    """

    collection: dict[str, Any]
    issues: dict[str, str]
    actors: dict[str, str]
    organisations: dict[str, str]
    sources: dict[str, str]
    events: dict[str, str]

    @property
    def days(self) -> tuple[date, date]:
        """The whole years that the edition spans."""
        first, last = self.collection["first_date"], self.collection["last_date"]
        return first.replace(month=1, day=1), last.replace(month=12, day=31)


@lru_cache(maxsize=MOST_EDITIONS)
def names_of(edition: str) -> Names:
    """Read the names of an edition: a collection's id, or one of its kept versions."""
    actors = _rows(edition, "actors")
    return Names(
        collection=_rows(edition, "collection")[0],
        issues={row["issue_id"]: row["title"] for row in _rows(edition, "issues")},
        actors={row["actor_id"]: row["actor_name"] for row in actors},
        organisations={row["actor_id"]: row["actor_name"] for row in actors if row["count_members"]},
        sources={row["source_id"]: f"{row['publisher']}: {row['title']}" for row in _rows(edition, "sources")},
        events={row["event_id"]: row["title"] for row in _rows(edition, "events")},
    )


def _rows(edition: str, question: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = queries.run_on(edition, question).to_pylist()
    return found
