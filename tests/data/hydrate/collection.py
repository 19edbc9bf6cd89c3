"""A collection of pages that our server gives, as a folder of tables."""

import pyarrow as pa
import pyarrow.parquet

from tests.queries.filled import schemas


def write_collection(folder, sources, name="talks"):
    """Write the tables of a collection; all but two are empty.

    Args:
        folder: To be made.
        sources: (source_id, url) or (source_id, url, text) each.
        name: The id of the collection.
    """
    folder.mkdir()
    rows = [dict(zip(("source_id", "url", "text"), source, strict=False)) for source in sources]
    for row in rows:
        if row.get("text"):
            row["origin_id"] = row["source_id"]
    filled = {"sources": rows, "collection": [{"collection_id": name}]}
    for table, schema in schemas().items():
        made = pa.Table.from_pylist(filled.get(table, []), schema)
        pyarrow.parquet.write_table(made, folder / f"{table}.parquet")
    return folder
