"""Which collections are served, and from which folders?

A collection is a folder of Parquet files, the tables that `python -m data.build` writes. The project's own comes first;
those that `python -m data.importers` wrote stand beside it. The environment can name other folders instead, in
`DEMARCHE_DATA`, separated as in a search path.
"""

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pyarrow.parquet

DATA = Path(__file__).parent.parent / "data"
PARQUET = DATA / "parquet"
IMPORTED = DATA / "collections"


@cache
def served() -> dict[str, Path]:
    """Name the folder of every collection that is served, by the collection's id; the first is what a reader meets.

    Raises:
        FileNotFoundError: a folder holds no collection.
        ValueError: two folders hold collections of the same id.
    """
    return by_id(named_folders(os.environ.get("DEMARCHE_DATA", "")) or own_folders())


def own_folders() -> list[Path]:
    """List the project's own folder, and those of the collections that were imported."""
    return [PARQUET, *sorted(file.parent for file in IMPORTED.glob("*/collection.parquet"))]


def named_folders(path: str) -> list[Path]:
    """List the folders that a search path names."""
    return [Path(name) for name in path.split(os.pathsep) if name]


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
    """
    file = folder / "collection.parquet"
    if not file.is_file():
        raise FileNotFoundError(f"{folder}: no collection.parquet there; run `make build` or name another folder")
    return str(pyarrow.parquet.read_table(file)["collection_id"][0])
