"""A source as something to cite: its own author, publisher, title, date and address, and nothing of ours."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from exports.citations import held, quoting
from exports.citations.speakers import author
from exports.citations.work import Issued, Work

Row = Mapping[str, Any]


def of_source(edition: str, source_id: str, home: str, accessed: date) -> Work:
    """Say what a source is; where no author or date is on record, it has none here.

    Args:
        edition: A collection, or one of its kept versions.
        source_id: Of the source.
        home: Address of the app, with a slash at its end.
        accessed: The day of today.

    Raises:
        UnknownWork: the edition has no such source.
    """
    row = held.row(edition, "source", source_id)
    named = author(row["speaker"], row["actor_name"], row["publisher"])
    return Work(
        kind="source",
        id=source_id,
        title=row["title"],
        authors=(named,),
        actor=row["actor_name"] or "",
        publisher=row["publisher"],
        issued=published(row),
        url=row["url"],
        accessed=accessed,
        genre=row["kind"].capitalize(),
        language=row["language"],
        home=home,
    )


def published(row: Row) -> Issued:
    """Say when a source appeared, of a row with `published` and `date_precision`."""
    return Issued(row["published"], row["date_precision"] or "day")


def line(source: Work) -> str:
    """Write a source on one line, to be named in a note."""
    day, precision = source.issued
    return quoting.source(quoting.Document(source.title, source.publisher, None, day, precision, source.url))
