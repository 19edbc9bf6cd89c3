"""What is in the folder that keeps the versions of a collection? `python -m data.build` writes it; docs/versions.md."""

import csv
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from queries.fetched import store_in

VERSIONS = "versions.jsonl"
CHANGES = "changes.csv"
TABLES = "tables"


class Version(NamedTuple):
    """A version that was kept, and the day on which it was built."""

    version: str
    built_on: date


class Change(NamedTuple):
    """A row that a version added, changed or removed; parts of a longer key are separated by | in its id."""

    version: str
    day: date
    table: str
    id: str
    change: str


def home(folder: Path, collection_id: str) -> Path:
    """Name the folder of the versions of a collection, beside the collection's own folder; it need not exist."""
    return home_in(folder.parent / "versions", collection_id)


def home_in(versions: Path, collection_id: str) -> Path:
    """Name the folder of the versions of a collection within a folder for those of all; it need not exist."""
    return store_in(versions, collection_id)


def table_file(folder: Path, sha256: str) -> Path:
    """Name the file of a kept table, which is called after what is in it."""
    return folder / TABLES / f"{sha256}.parquet"


def files(folder: Path, tables: Mapping[str, str]) -> dict[str, Path]:
    """Name the files of the tables of a version by table."""
    return {name: table_file(folder, sha256) for name, sha256 in tables.items()}


def read(folder: Path) -> dict[Version, dict[str, str]]:
    """Read which versions a folder keeps, oldest first, with the SHA-256 of each table's file by table.

    Raises:
        ValueError: a line of versions.jsonl is not what the build writes.
    """
    file = folder / VERSIONS
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    found: dict[Version, dict[str, str]] = {}
    for number, line in enumerate(lines, start=1):
        try:
            said = json.loads(line)
            found[Version(said["version"], date.fromisoformat(said["built_on"]))] = dict(said["tables"])
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{file}:{number}: is no version as the build writes it; restore the file") from error
    return found


def read_changes(folder: Path) -> list[Change]:
    """Read what each version that a folder keeps changed against the one before it, oldest first.

    Raises:
        ValueError: a line of changes.csv is not what the build writes.
    """
    file = folder / CHANGES
    if not file.is_file():
        return []
    versions = {each.version for each in read(folder)}
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [_change(file, row) for row in [*csv.reader(lines)][1:]]
    # A build that was killed leaves the changes of a version that it had no time to keep.
    return [row for row in rows if row.version in versions]


def _change(file: Path, row: list[str]) -> Change:
    try:
        version, day, *what = row
        return Change(version, date.fromisoformat(day), *what)
    except (ValueError, TypeError) as error:
        raise ValueError(f"{file}: {row} is no change as the build writes it; restore the file") from error
