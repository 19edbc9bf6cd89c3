"""Data as something to cite: a whole collection, or the rows of a view. Nobody is on record as their author."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import exports
from exports import Asked
from exports.citations import held
from exports.citations.work import Copy, UnknownWork, Work
from exports.names import names_of
from exports.values import echo


def of_collection(edition: str, collection_id: str, home: str, accessed: date) -> Work:
    """Say what a collection is.

    Args:
        edition: The collection, or one of its kept versions.
        collection_id: Of the collection.
        home: Address of the app, with a slash at its end.
        accessed: The day of today.

    Raises:
        UnknownWork: the edition is one of another collection.
    """
    collection = names_of(edition).collection
    if collection["collection_id"] != collection_id:
        raise UnknownWork(
            f"“{echo(collection_id)}” is not the collection that was asked for, {collection['collection_id']}."
        )
    package = held.permalink(edition, f"{home}package.zip", {})
    whole = {
        "title": collection["title"],
        "abstract": collection["description"],
        "span": (collection["first_date"], collection["last_date"]),
        "copies": (Copy(package, "application/zip"),),
        "url": held.permalink(edition, f"{home}data", {}),
    }
    ours = held.part_of(edition) | {"container": ""}
    return Work(kind="collection", id=collection_id, accessed=accessed, home=home, **_dated(edition), **whole, **ours)


def of_view(asked: Asked, home: str, accessed: date) -> Work:
    """Say what the rows of a view are: the question that they answer, and what narrows them.

    Args:
        asked: The view.
        home: Address of the app, with a slash at its end.
        accessed: The day of today.
    """
    url = asked.page_url(home)
    filters = "; ".join(f"{name}: {value}" for name, value in asked.words())
    ours = held.part_of(asked.edition)
    # The address says all that makes this view another than the next.
    told_by = sha256(f"{asked.table}?{urlsplit(url).query}".encode()).hexdigest()[:12]
    return Work(
        kind="view",
        id=f"{asked.table}-{told_by}",
        title=f"{exports.TABLES[asked.table].title} {filters}",
        url=url,
        accessed=accessed,
        abstract=f"Rows of “{ours['container']}”, table of {asked.table}. {filters}.",
        span=(asked.since, asked.until),
        copies=tuple(_files(asked, home)),
        home=home,
        **_dated(asked.edition),
        **ours,
    )


def _dated(edition: str) -> dict[str, Any]:
    return {"issued": held.built(edition), "genre": "Data set"}


def _files(asked: Asked, home: str) -> Iterator[Copy]:
    for name, form in exports.forms(asked.table).items():
        yield Copy(asked.api_url(home, name), form.mime)
