"""Which pages does a collection cite, and which texts does it hold?"""

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet

from data.hydrate.addresses import host_of, web_address
from data.hydrate.failures import Failed


class Cited(NamedTuple):
    """A source of a collection; text and origin_id are null where the collection holds no text."""

    source_id: str
    url: str | None
    published: date | None
    text: str | None
    origin_id: str | None


class UnknownSources(ValueError):
    """A source was asked for that is not in the collection."""


def cited(folder: Path) -> list[Cited]:
    """Read the sources of a collection, in the order of the table.

    Raises:
        FileNotFoundError: the folder holds no collection.
    """
    file = folder / "sources.parquet"
    if not file.is_file():
        raise FileNotFoundError(f"{folder}: no sources.parquet there; run `make build` or name another folder")
    return [Cited(**row) for row in pyarrow.parquet.read_table(file, columns=list(Cited._fields)).to_pylist()]


def wanted(sources: Iterable[Cited], only: Collection[str] = ()) -> list[Cited]:
    """Choose the sources that have an address and no text; those named, also with a text, to compare it with theirs.

    Args:
        sources: From `cited`.
        only: Ids of those to choose; none for all that have no text.

    Raises:
        UnknownSources: one of them is not in the collection.
    """
    known = {source.source_id: source for source in sources}
    unknown = sorted(set(only) - set(known))
    if unknown:
        raise UnknownSources(f"{', '.join(unknown)}: not in sources.csv; see the column source_id for what is")
    chosen = [known[name] for name in dict.fromkeys(only)] if only else list(known.values())
    return [source for source in chosen if source.url and (only or source.text is None)]


def by_host(sources: Iterable[Cited]) -> dict[str, list[Cited]]:
    """Group sources by the host that their address names, the host with the most of them first.

    What has no readable address stands under the empty name; asking for it fails without a request.
    """
    groups: dict[str, list[Cited]] = {}
    for source in sources:
        groups.setdefault(_host(source), []).append(source)
    return dict(sorted(groups.items(), key=lambda group: -len(group[1])))


def _host(source: Cited) -> str:
    try:
        return host_of(web_address(source.url or ""))
    except Failed:
        return ""
