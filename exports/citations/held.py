"""What has everything in common that is ours: the collection it is part of, its version, and the way to it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import queries
from exports.address import joined
from exports.citations.work import Issued, UnknownWork
from exports.names import names_of
from exports.values import echo
from queries import editions

PUBLISHER = "Démarche"
OUR_LANGUAGE = "en"  # of titles and summaries that we wrote


def part_of(edition: str) -> dict[str, Any]:
    """Give the fields of a work that say which edition it is part of."""
    collection = names_of(edition).collection
    return {
        "container": collection["title"],
        "publisher": PUBLISHER,
        "version": collection["data_version"],
        "licence_url": collection["licence_url"],
        "language": OUR_LANGUAGE,
    }


def permalink(edition: str, page: str, parameters: Mapping[str, str]) -> str:
    """Write the address at which a page shows something as this edition has it, for good.

    Args:
        edition: A collection, or one of its kept versions.
        page: Whole address of the page.
        parameters: What the page is to show.
    """
    first, collection = next(iter(queries.served())), names_of(edition).collection
    named = {} if collection["collection_id"] == first else {"collection": collection["collection_id"]}
    return joined(page, {name: [text] for name, text in {**named, **parameters, "data": _version(edition)}.items()})


def built(edition: str) -> Issued:
    """Say when an edition was built; unknown where nobody keeps versions."""
    collection, version = names_of(edition).collection["collection_id"], _version(edition)
    days: list[date] = [each.built_on for each in editions.kept(collection) if each.version == version]
    return Issued(days[0]) if days else Issued()


def row(edition: str, kind: str, work_id: str) -> dict[str, Any]:
    """Read the row of one thing.

    Args:
        edition: A collection, or one of its kept versions.
        kind: statement | source | event.
        work_id: Its id.

    Raises:
        UnknownWork: the edition has none with this id.
    """
    asked = {"statement_ids": [work_id]} if kind == "statement" else {f"{kind}_id": work_id}
    question = "statements_by_id" if kind == "statement" else f"{kind}_by_id"
    found: list[dict[str, Any]] = queries.run_on(edition, question, **asked).to_pylist()
    if not found:
        raise UnknownWork(
            f"There is no {kind} “{echo(work_id)}” in “{names_of(edition).collection['title']}”, "
            f"data version {_version(edition)}; look up its id in the table of {kind}s."
        )
    return found[0]


def _version(edition: str) -> str:
    return str(names_of(edition).collection["data_version"])
