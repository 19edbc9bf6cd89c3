"""May a collection be changed from here, and where do its records lie?

Whoever starts the server says so, by `DEMARCHE_DESK=write` in the environment, and then everybody who reaches it may
(docs/serving.md). A collection can be changed where its folder stands beside the records that it is built of; those
that were imported, or copied from a bucket, have none.
"""

import os
from pathlib import Path

VARIABLE, ALLOWED = "DEMARCHE_DESK", "write"
TABLES = "parquet"


def home_of(folder: Path) -> Path | None:
    """Give the folder that holds the records of a collection, or None where they are not to be changed.

    Args:
        folder: Of the collection, a value of `queries.served()`.
    """
    home = folder.parent
    records = home / "records"
    if os.environ.get(VARIABLE) != ALLOWED or folder.name != TABLES or not (records / "collection.yml").is_file():
        return None
    return home if all(os.access(each, os.W_OK) for each in (home, records)) else None
