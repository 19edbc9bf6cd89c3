"""A collection of the speeches of the UN General Debate Corpus, which is not part of the project."""

import hashlib
import os
import sys
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

import queries


def corpus() -> Path | None:
    """Name the corpus: a Parquet file with source_id, actor_id, year and text, given as argument or as CORPUS.

    Returns:
        None where none was named; what that means was said.
    """
    named = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("CORPUS")
    if named and Path(named).is_file():
        return Path(named)
    where = f"at {named}" if named else "named"
    print(f"No corpus {where}, so nothing was measured. Name the Parquet file of the UN General Debate Corpus.")
    return None


def write(file: Path, folder: Path) -> list[dict[str, str]]:
    """Write the speeches as a collection, and give them as they are in the corpus.

    Args:
        file: Of the corpus.
        folder: An empty folder.
    """
    speeches: list[dict[str, str]] = pq.read_table(file).sort_by("source_id").to_pylist()
    for path in sorted(queries.PARQUET.glob("*.parquet")):
        table = pq.read_table(path)
        rows = {"sources": map(source, speeches), "collection": map(collection, table.to_pylist())}.get(path.stem, ())
        pq.write_table(pa.Table.from_pylist([*rows], schema=table.schema), folder / path.name, compression="zstd")
    return speeches


def source(speech: dict[str, str]) -> dict[str, object]:
    """Make a source of a speech, which counts from the last day of its year."""
    year = int(speech["year"])
    return {
        "source_id": speech["source_id"],
        "kind": "speech",
        "publisher": "United Nations",
        "title": f"General Debate {year}",
        "url": f"https://example.org/{speech['source_id']}",
        "language": "en",
        "actor_id": speech["actor_id"],
        "date_precision": "year",
        "counts_on": date(year, 12, 31),
        "text": speech["text"],
        "text_sha256": hashlib.sha256(speech["text"].encode()).hexdigest(),
    }


def collection(row: dict[str, object]) -> dict[str, object]:
    """Describe the collection."""
    return row | {"collection_id": "speeches", "data_version": "0" * 12}
