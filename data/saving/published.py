"""Which rows do the versions of a collection hold that were kept?"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from data.descriptions import Collection
from data.problems import Problem, RecordsError
from data.revised import ids, of_files, one_line
from queries.versions import files, home_in, read


class Held(NamedTuple):
    """A version that was kept, and the ids of the rows of one table in it."""

    version: str
    ids: frozenset[str]


def versions(home: Path, collection: Collection, table: str) -> Iterator[Held]:
    """Read what was published, newest first.

    Args:
        home: Folder with versions/.
        collection: What the tables are.
        table: The one that is looked at.

    Raises:
        RecordsError: what was kept cannot be read.
    """
    folder = home_in(home / "versions", collection.collection_id)
    try:
        for version, tables in reversed(read(folder).items()):
            written = of_files(collection, files(folder, {table: tables[table]}))[table]
            yield Held(version.version, frozenset(ids(collection.tables[table], written)))
    except (OSError, ValueError, KeyError) as error:
        what = f"what was kept cannot be read ({one_line(str(error))}); restore the folder"
        raise RecordsError([Problem(f"versions/{folder.name}", None, what)]) from error
