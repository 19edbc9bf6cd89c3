"""What does the app get to read of the fetched pages? One Parquet file, written in one step."""

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet

from data.hydrate.pages import Page, kept
from data.hydrate.sources import Cited
from data.origins import origins
from queries.fetched import SCHEMA, TEXTS


def write_texts(sources: Sequence[Cited], store: Path) -> int:
    """Write texts.parquet from the pages that are kept.

    Args:
        sources: All of the collection, those with texts of its own too, since copies of them are found.
        store: Folder with pages/.

    Returns:
        The number of texts that were fetched.
    """
    pages = fetched_pages(sources, store / "pages")
    origin_ids = compared(sources, {name: page.text or "" for name, page in pages.items()})
    rows = [_row(page, origin_ids[name]) for name, page in sorted(pages.items())]
    file = store / TEXTS
    new = file.with_name(f".{file.name}-new")
    with new.open("wb") as out:
        pyarrow.parquet.write_table(pa.Table.from_pylist(rows, SCHEMA), out, compression="zstd")
        out.flush()
        os.fsync(out.fileno())
    new.replace(file)
    return len(rows)


def fetched_pages(sources: Iterable[Cited], folder: Path) -> dict[str, Page]:
    """The pages with a text, of sources that have none of their own and still name the same address."""
    asked = ((source, kept(folder, source.source_id)) for source in sources if source.text is None)
    return {source.source_id: page for source, page in asked if page and page.text and page.url == source.url}


def compared(sources: Sequence[Cited], fetched: Mapping[str, str]) -> dict[str, str]:
    """Name the origin of each fetched text, among all texts that are held.

    Where a text of the collection is among those that are nearly the same, its origin is that of all, even if a
    fetched one is older: the collection's own table cannot be changed here, and one origin must not get two names.

    Args:
        sources: All of the collection.
        fetched: Texts by source id.

    Returns:
        Origins by source id, of fetched texts only.
    """
    held = {source.source_id: source.text for source in sources if source.text is not None}
    found = origins({**held, **fetched}, {source.source_id: source.published for source in sources})
    named = {source.source_id: source.origin_id or source.source_id for source in sources if source.text is not None}
    own: dict[str, str] = {}
    for source_id in sorted(held, reverse=True):
        own[found[source_id]] = named[source_id]
    return {source_id: own.get(found[source_id], found[source_id]) for source_id in fetched}


def _row(page: Page, origin_id: str) -> dict[str, object]:
    text = page.text or ""
    return {
        "source_id": page.source_id,
        "text": text,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "origin_id": origin_id,
        "fetched_from": page.final_url,
        "fetched_at": datetime.fromisoformat(page.fetched_at or page.tried_at).astimezone(UTC).replace(tzinfo=None),
        "licence": page.licence,
        "media_type": page.media_type,
    }
