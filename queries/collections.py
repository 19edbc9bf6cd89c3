"""Which collections are served, and from which folders?

A collection is a folder of Parquet files, the tables that `python -m data.build` writes. The project's own comes first;
those that `python -m data.importers` wrote stand beside it. The environment can name other folders instead, in
`DEMARCHE_DATA`, separated as in a search path, and folders in a bucket of an object store, of which a copy is served.
"""

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from queries import intact
from queries.object_store import address

DATA = Path(__file__).parent.parent / "data"
PARQUET = DATA / "parquet"
IMPORTED = DATA / "collections"


@cache
def served() -> dict[str, Path]:
    """Name the folder of every collection that is served, by the collection's id; the first is what a reader meets.

    Raises:
        OSError: a folder holds no collection, or a bucket does not give one.
        ValueError: two folders hold collections of the same id, or the environment names something that is no folder.
    """
    return by_id(named_folders(os.environ.get("DEMARCHE_DATA", "")) or own_folders())


def own_folders() -> list[Path]:
    """List the project's own folder, and those of the collections that were imported."""
    return [PARQUET, *sorted(file.parent for file in IMPORTED.glob("*/collection.parquet"))]


def named_folders(path: str) -> list[Path]:
    """List the folders that a search path names; what lies in a bucket is copied first. Raises as `served` does."""
    return [_copied(part) if address.is_address(part) else Path(part) for part in address.parts(path)]


def _copied(part: str) -> Path:
    url = address.folder_in_bucket(part)
    try:
        # Whoever serves folders alone need not install what buckets take.
        from queries.object_store.mirror import mirrored
    except ModuleNotFoundError as error:
        what = f"a bucket cannot be read without the package {error.name}"
        raise OSError(f"{url}: {what}; run pip install -r requirements-s3.txt -c constraints.txt") from error
    return mirrored(url)


def by_id(folders: Iterable[Path]) -> dict[str, Path]:
    """Name folders by the ids of the collections that they hold; raises as `served` does."""
    found: dict[str, Path] = {}
    for folder in folders:
        name = collection_id(folder)
        if name in found:
            raise ValueError(f"{folder} and {found[name]} both hold the collection {name}; take one of them away")
        found[name] = folder
    return found


def collection_id(folder: Path) -> str:
    """Read which collection a folder holds.

    Raises:
        FileNotFoundError: it holds none.
        Damaged: it cannot be read (`queries.intact`).
    """
    return intact.row_of_collection(folder)["collection_id"]
