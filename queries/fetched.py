"""Where do the texts lie that a reader had fetched, and how do they come to lie over the sources?

`python -m data.hydrate` writes them, on the reader's machine and outside of the project; nothing here asks a host.
"""

import os
import re
from pathlib import Path

import duckdb
import platformdirs
import pyarrow as pa
import pyarrow.parquet

TEXTS = "texts.parquet"
# A row per source whose text was fetched. Times are UTC.
SCHEMA = pa.schema(
    [
        ("source_id", pa.string()),
        ("text", pa.string()),
        ("text_sha256", pa.string()),
        ("origin_id", pa.string()),
        ("fetched_from", pa.string()),
        ("fetched_at", pa.timestamp("us")),
        ("licence", pa.string()),
        ("media_type", pa.string()),
    ]
)

# Only texts that the collection does not hold itself are used.
_FETCHED = """
create or replace table fetched_texts as
select given_texts.* exclude (text)
from given_texts
inner join sources using (source_id)
where sources.text is null
"""
_OVERLAY = """
update sources
set text = given_texts.text, text_sha256 = given_texts.text_sha256, origin_id = given_texts.origin_id
from given_texts
where sources.source_id = given_texts.source_id and sources.text is null
"""


def store(collection_id: str) -> Path:
    """Name the folder of what was fetched for a collection, which need not exist.

    Raises:
        ValueError: the id cannot be the name of a folder.
    """
    return store_in(home(), collection_id)


def store_in(folder: Path, collection_id: str) -> Path:
    """Name the folder of a collection within a folder of stores; raises as `store` does."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]*", collection_id):
        raise ValueError(f"collection_id {collection_id[:80]!r} cannot name a folder; use letters, digits, . _ and -")
    return folder / collection_id


def home() -> Path:
    """Name the folder of all stores: what `DEMARCHE_TEXTS` says, else where the system keeps a user's data."""
    named = os.environ.get("DEMARCHE_TEXTS")
    return Path(named) if named else platformdirs.user_data_path("demarche", appauthor=False) / "texts"


def texts_file(collection_id: str) -> Path:
    """Name the file of the texts that were fetched for a collection, which need not exist; raises as `store` does."""
    return store(collection_id) / TEXTS


def lay_over(connection: duckdb.DuckDBPyConnection, file: Path | None) -> None:
    """Give sources without a text the one that was fetched, and create the table `fetched_texts`.

    Args:
        connection: With the table `sources`.
        file: As `texts_file` names it; without it, or where it does not exist, the table is empty.

    Raises:
        ValueError: the file is not what `python -m data.hydrate` writes.
    """
    texts = SCHEMA.empty_table() if file is None or not file.is_file() else _read(file)
    connection.register("given_texts", texts)
    connection.execute(_FETCHED)
    if texts.num_rows:
        connection.execute(_OVERLAY)
    connection.unregister("given_texts")


def _read(file: Path) -> pa.Table:
    try:
        table = pyarrow.parquet.read_table(file)
    except (pa.ArrowException, OSError) as error:
        raise ValueError(f"{file} cannot be read; delete it or run `python -m data.hydrate`") from error
    if table.schema != SCHEMA:
        raise ValueError(f"{file} has other columns than it should; delete it or run `python -m data.hydrate`")
    return table
