"""Write the full-text index of a collection: all of it in one step, or nothing."""

import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import tantivy
from tqdm import tqdm

import queries
from data.swap import replacing
from queries.full_text import index
from queries.full_text.words import fold_text

# One thread keeps documents in their order, so that the same collection is ranked the same way again.
_MEMORY, _THREADS = 128_000_000, 1
# So many texts are held at a time.
_BATCH = 250

Row = dict[str, Any]


def write_index(folder: Path, texts: Path | None = None, *, is_shown: bool = False) -> bool:
    """Write the index of a collection unless it is there and whole; if anything fails, an old one stays.

    Args:
        folder: Of the collection.
        texts: File of texts fetched for it; where it exists, the index is written beside it.
        is_shown: Whether to draw a progress bar.

    Returns:
        Whether there was anything to write.

    Raises:
        OSError: the index cannot be written.
    """
    with closing(queries.connect(folder, texts)) as connection:
        home, version = index.home(folder, texts), index.version(connection)
        if index.is_whole(home / version):
            return False
        with replacing(home) as new:
            (new / version).mkdir()
            fill(new / version, connection, is_shown=is_shown)
    return True


def is_current(folder: Path, texts: Path | None = None) -> bool:
    """Whether the index of a collection is there, whole, and made from what the collection holds now."""
    with closing(queries.connect(folder, texts)) as connection:
        return index.is_whole(index.home(folder, texts) / index.version(connection))


def fill(folder: Path, connection: duckdb.DuckDBPyConnection, *, is_shown: bool = False) -> None:
    """Write an index into an empty folder, its hashes last.

    Args:
        folder: The new folder.
        connection: To the collection.
        is_shown: Whether to draw a progress bar.

    Raises:
        OSError: the index cannot be written.
    """
    listed = queries.answer(connection, "documents", {"pattern": None})
    documents = map(_document, _rows(connection, listed))
    try:
        writer = index.empty_index(folder).writer(_MEMORY, _THREADS)
        for document in tqdm(documents, total=listed.num_rows, unit=" documents", disable=not is_shown):
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
    except ValueError as error:
        # This is what tantivy says when a disk is full.
        raise OSError(f"{folder}: the index could not be written: {error}") from error
    (folder / index.HASHES).write_text(json.dumps(index.hashes(folder), indent=1) + "\n", encoding="utf-8")


def _rows(connection: duckdb.DuckDBPyConnection, listed: pa.Table) -> Iterator[Row]:
    """Read every document with its text, kind by kind; of sources, whose texts are long, only some at a time."""
    for kind in sorted(set(listed["found_in"].to_pylist())):
        if kind != "source":
            yield from _each(queries.answer(connection, "texts_of_documents", {"found_in": kind, "ids": None}))
            continue
        ids = sorted(listed.filter(pc.equal(listed["found_in"], kind))["id"].to_pylist())
        for start in range(0, len(ids), _BATCH):
            batch = {"source_ids": ids[start : start + _BATCH]}
            yield from _each(queries.answer(connection, "texts_of_sources", batch))


def _each(table: pa.Table) -> Iterator[Row]:
    for batch in table.to_batches(max_chunksize=_BATCH):
        yield from batch.to_pylist()


def _document(row: Row) -> tantivy.Document:
    heading = index.GAP.join(_folded(row["heading"]))
    body = [] if row["body"] is None else [fold_text(row["body"])]
    text = index.GAP.join([*_folded(row["beside"]), *body])
    counts_on = row["counts_on"]
    fields = {
        "found_in": row["found_in"],
        "id": row["id"],
        "country": row["country"],
        "language": row["language"],
        "actor": row["actor_id"],
        "year": counts_on and counts_on.year,
        "day": counts_on and (counts_on - index.EPOCH).days,
        "has_body": int(row["body"] is not None),
        "heading_stems": heading,
        "heading_words": heading,
        "stems": text,
        "words": text,
    }
    return tantivy.Document(**{field: value for field, value in fields.items() if value is not None})


def _folded(parts: Iterable[str | None]) -> Iterator[str]:
    return (_folded_once(part) for part in parts if part is not None)


# Names, titles and labels stand in many documents: the title of a roll call in some 190.
_folded_once = lru_cache(maxsize=20_000)(fold_text)
