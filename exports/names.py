"""What an edition calls its things, for files and addresses: ids to names, read once a build."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import queries

# Each is some hundred kilobytes; a server has one collection or a few, and now and then an older version.
MOST_BUILDS = 16


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


def names_of(edition: str) -> Names:
    """Read the names of an edition: a collection's id, or one of its kept versions."""
    return _names_of(queries.build(edition))


@lru_cache(maxsize=MOST_BUILDS)
def _names_of(build: str) -> Names:
    actors = _rows(build, "actors")
    return Names(
        collection=_rows(build, "collection")[0],
        issues={row["issue_id"]: row["title"] for row in _rows(build, "issues")},
        actors={row["actor_id"]: row["actor_name"] for row in actors},
        organisations={row["actor_id"]: row["actor_name"] for row in actors if row["count_members"]},
        sources={row["source_id"]: f"{row['publisher']}: {row['title']}" for row in _rows(build, "sources")},
        events={row["event_id"]: row["title"] for row in _rows(build, "events")},
    )


def _rows(build: str, question: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = queries.run_on(build, question).to_pylist()
    return found
