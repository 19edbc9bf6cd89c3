"""How is a version of the collection kept, so that a link to it goes on showing what it showed? docs/versions.md.

Files are called after what is in them, and a version counts from its line in versions.jsonl on, which comes last: a
build that is killed leaves at most files and changes of a version that nobody knows.
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Mapping, Set
from datetime import date
from itertools import pairwise
from pathlib import Path

import pyarrow.parquet

from data.descriptions import Collection
from data.revised import of_files, revised
from data.swap import replace_file
from queries.versions import CHANGES, TABLES, VERSIONS, Change, Version, files, read, read_changes, table_file

Known = Mapping[Version, Mapping[str, str]]


def version_in(folder: Path) -> str:
    """Read which version a folder of Parquet files holds."""
    return str(pyarrow.parquet.read_table(folder / "collection.parquet")["data_version"][0])


def keep(folder: Path, home: Path, collection: Collection, built_on: date) -> None:
    """Keep the version that a folder of Parquet files holds, and list what it changed; what is kept stays as it is.

    Args:
        folder: With the tables of the version.
        home: Folder of the versions that were kept, made if need be. One writer at a time: the caller sees to it.
        collection: What the tables are.
        built_on: Day of the build.
    """
    version, known = Version(version_in(folder), built_on), read(home)
    if version.version in {each.version for each in known}:
        return
    try:
        tables = {file.stem: _put(home, file.read_bytes()) for file in sorted(folder.glob("*.parquet"))}
        _write(home, {**known, version: tables}, collection, anew={version.version})
    except OSError:
        # On a full disk above all, what nobody names must not stay.
        _sweep(home, read(home))
        raise


def drop(home: Path, collection: Collection, version: str) -> None:
    """Forget a version that was kept, and every file that no other version names.

    Args:
        home: Folder of the versions that were kept. One writer at a time: the caller sees to it.
        collection: What the tables are.
        version: One that is kept; the next is compared with the one before it, and its changes are listed anew.
    """
    known = read(home)
    names = [each.version for each in known]
    following = {*names[names.index(version) + 1 :][:1]}
    left = {each: tables for each, tables in known.items() if each.version != version}
    _write(home, left, collection, anew=following)
    _sweep(home, left)


def faults(home: Path, version: str) -> list[str]:
    """Say what is wrong with the versions that were kept.

    Args:
        home: Their folder.
        version: That has to be among them.

    Returns:
        A sentence for the version if it is not kept, and for each file that is missing or not what its name says.
    """
    known = read(home)
    is_kept = version in {each.version for each in known}
    sentences = [] if is_kept else [f"version {version} is not kept; run python -m data.build"]
    for sha256, name in {sha256: name for tables in known.values() for name, sha256 in tables.items()}.items():
        file = table_file(home, sha256)
        if not file.is_file():
            sentences.append(f"{file}, {name} of a version that was kept, is missing; restore it")
        elif _sha256(file.read_bytes()) != sha256:
            sentences.append(f"{file}, {name} of a version that was kept, is not what its name says; restore it")
    return sentences


def _sweep(home: Path, known: Known) -> None:
    """Take away every file that no version names."""
    named = {table_file(home, sha256) for tables in known.values() for sha256 in tables.values()}
    for file in {*(home / TABLES).glob("*")} - named:
        file.unlink()


def _put(home: Path, content: bytes) -> str:
    sha256 = _sha256(content)
    file = table_file(home, sha256)
    if not file.is_file():
        replace_file(file, content)
    return sha256


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _write(home: Path, known: Known, collection: Collection, anew: Set[str]) -> None:
    """Write the changes, worked out anew for some versions, and then the versions themselves."""
    changes = io.StringIO(newline="")
    writer = csv.writer(changes, lineterminator="\n")
    writer.writerow(["version", "built_on", "table", "id", "change"])
    writer.writerows(_changes(home, known, collection, anew))
    replace_file(home / CHANGES, changes.getvalue().encode())
    lines = [
        json.dumps({"version": each.version, "built_on": each.built_on.isoformat(), "tables": tables})
        for each, tables in known.items()
    ]
    replace_file(home / VERSIONS, "".join(f"{line}\n" for line in lines).encode())


def _changes(home: Path, known: Known, collection: Collection, anew: Set[str]) -> Iterator[Change]:
    told = read_changes(home)
    # The first version changed nothing.
    for (_, before), (version, after) in pairwise(known.items()):
        if version.version in anew:
            written = (of_files(collection, files(home, tables)) for tables in (before, after))
            yield from (Change(*version, row.table, row.id, row.change) for row in revised(collection, *written))
        else:
            yield from (change for change in told if change.version == version.version)
