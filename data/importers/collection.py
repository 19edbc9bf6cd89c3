"""How do tables become the folder of a collection, in one step and without harm to what stands there?"""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from data.database import write_database
from data.full_text import write_index
from data.importers.description import own
from data.importers.report import ImportRefused, visible
from data.importers.tables import is_counting, order
from data.swap import replacing
from queries.object_store import sums

# Whoever reads one text unpacks its whole row group: this many bytes take some 20 ms.
BYTES_OF_ROW_GROUP = 4_000_000


def write_collection(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Write a collection; if anything fails, or the program is killed, what stood there before stays.

    Args:
        tables: All its tables, rows in any order.
        target: The folder that becomes the collection.

    Raises:
        ImportRefused: the folder holds anything but an older version of the same collection.
    """
    _refuse_what_would_be_lost(target, tables["collection"]["collection_id"])
    with replacing(target) as folder:
        for name, table in tables.items():
            _write(name, table, folder / f"{name}.parquet")
        # For whoever puts the collection into a bucket.
        sums.write(folder)
        # In the new folder, so that whoever reads the collection finds the database and the index that belong to it.
        write_database(folder)
        write_index(folder, is_shown=True)


def _refuse_what_would_be_lost(target: Path, collection_id: pa.ChunkedArray) -> None:
    known = target / "collection.parquet"
    if known.is_file() and pq.read_table(known)["collection_id"].equals(collection_id):
        return
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        what = "holds something else, which would be lost; name another collection or folder"
        raise ImportRefused(f"{visible(target)}: {what}")


def _write(name: str, table: pa.Table, path: Path) -> None:
    """Write rows sorted by key, some at a time, so that the texts are not copied as a whole."""
    places = order(name, table) if name in own().tables else pa.array(range(table.num_rows))
    is_sorted = is_counting(places)
    count = max(1, table.num_rows * BYTES_OF_ROW_GROUP // max(table.nbytes, BYTES_OF_ROW_GROUP))
    # No text is there twice, so a dictionary of texts would only be tried and dropped.
    repeated = [name for name in table.column_names if name != "text"]
    with pq.ParquetWriter(path, table.schema, compression="zstd", use_dictionary=repeated) as writer:
        for start in range(0, table.num_rows, count):
            writer.write_table(table.slice(start, count) if is_sorted else table.take(places[start : start + count]))
