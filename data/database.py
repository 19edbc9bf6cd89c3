"""Write the database of a large collection: all of it in one step, or nothing."""

from contextlib import closing
from pathlib import Path

import duckdb

import queries
from data.swap import replacing
from queries import database


def write_database(folder: Path) -> bool:
    """Write the database of a collection where it is worth it and not there and whole; on any failure an old one stays.

    Whoever has an old one open keeps it: the system takes a file away when nobody reads it any more.

    Args:
        folder: Of the collection.

    Returns:
        Whether there was anything to write.

    Raises:
        OSError: it cannot be written.
    """
    file = database.file(folder)
    if is_current(folder):
        return False
    with replacing(file.parent) as new:
        try:
            with closing(duckdb.connect(str(new / file.name), config=database.SPILLING)) as connection:
                queries.fill(connection, folder)
            database.seal(new / file.name)
        except duckdb.Error as error:
            # This is what DuckDB says when a disk is full.
            raise OSError(f"{folder}: the database could not be written: {error}") from error
    return True


def is_current(folder: Path) -> bool:
    """Whether the database of a collection is there, whole, and made from what that holds now, or need not be there."""
    return not database.is_worth_it(folder) or database.is_whole(folder)
