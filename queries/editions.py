"""Which versions of a collection were kept, and how is one of them named and opened?

An edition is one version of one collection: `nagorno-karabakh@9b5237becebc` names one that is the newest or was kept by
`python -m data.build`, `nagorno-karabakh` whichever is the newest when it is asked; see `queries.versions`,
`queries.builds` and docs/versions.md.
"""

import logging
import re
from collections.abc import Mapping
from pathlib import Path

import duckdb

import queries
from queries.intact import are_what_they_are_called
from queries.versions import Change, Version, files, home, read, read_changes

log = logging.getLogger("demarche")


class UnknownVersion(ValueError):
    """A version of a collection was asked for that was not kept."""


def split(edition: str) -> tuple[str, str | None]:
    """Take the name of an edition apart: the collection, and the version unless it is whichever is the newest."""
    collection_id, at, version = edition.partition("@")
    return collection_id, version if at else None


def edition(collection_id: str, version: str | None) -> str:
    """Name an edition.

    Args:
        collection_id: A key of `served`.
        version: As somebody gave it; None for the newest.

    Returns:
        What `run_on` takes; it goes on naming that version when a newer one is built.

    Raises:
        UnknownVersion: it is neither the newest nor one that was kept.
    """
    newest = queries.build(collection_id)
    if version is None:
        return newest
    named = f"{collection_id}@{version}"
    if named != newest:
        tables_of(collection_id, version)
    return named


def kept(collection_id: str) -> tuple[Version, ...]:
    """List the versions of a collection that were kept, oldest first; none where nothing keeps them."""
    return tuple(read(home(queries.served()[collection_id], collection_id)))


def changes(collection_id: str) -> list[Change]:
    """List every row that a kept version added, changed or removed against the one before it, oldest first."""
    return read_changes(home(queries.served()[collection_id], collection_id))


def tables_of(collection_id: str, version: str) -> dict[str, Path]:
    """Name the files of a version that was kept, by table.

    Raises:
        UnknownVersion: it was not kept, or not all of it is there and whole.
    """
    if not re.fullmatch(r"[0-9a-f]{12}", version):
        raise UnknownVersion(
            f"That is no version of {collection_id}: versions have 12 digits and letters from a to f. "
            "Leave the version out to see the newest."
        )
    folder = home(queries.served()[collection_id], collection_id)
    hashes = next((hashes for each, hashes in read(folder).items() if each.version == version), {})
    tables = files(folder, hashes)
    if not tables or not all(file.is_file() for file in tables.values()):
        raise UnknownVersion(f"Version {version} of {collection_id} was not kept. Leave it out to see the newest.")
    if not are_what_they_are_called(tables.values()):
        log.error("%s: a file of version %s is not what its name says; restore it", folder, version)
        what = f"Version {version} of {collection_id} is damaged on this server and cannot be shown"
        raise UnknownVersion(f"{what}. Leave it out to see the newest.")
    return tables


def laid_out(
    connection: duckdb.DuckDBPyConnection, tables: Mapping[str, Path], today: Mapping[str, duckdb.DuckDBPyRelation]
) -> dict[str, duckdb.DuckDBPyRelation]:
    """Give the rows of an older version as the questions of today expect them.

    Args:
        connection: To read them by.
        tables: Files of the older version, by table.
        today: Rows of the newest version: a table or column that only it has is empty, of its type.
    """
    return {
        name: newest.limit(0)
        if name not in tables
        else _with_columns(connection.read_parquet(str(tables[name])), newest)
        for name, newest in today.items()
    }


def _with_columns(rows: duckdb.DuckDBPyRelation, newest: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
    columns = (
        (duckdb.ColumnExpression(column) if column in rows.columns else duckdb.ConstantExpression(None))
        .cast(kind)
        .alias(column)
        for column, kind in zip(newest.columns, newest.types, strict=True)
    )
    return rows.select(*columns)
