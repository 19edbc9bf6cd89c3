"""A view of a collection, or the whole of it, to take along: a Frictionless Data Package in one ZIP file.

It is made while it is sent, and is whole or does not open: the tables first, since their sums are known only then, what
describes them behind, the ZIP's own list at the very end.
"""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

from exports.about import About, stem
from exports.asked import Asked
from exports.package import descriptor, forms, words
from exports.package.archive import Archive
from exports.package.rows import Rows

__all__ = ["MIME", "file_name", "pieces"]

MIME = "application/zip"


def file_name(asked: Asked, about: About) -> str:
    """Name the file: demarche-nagorno-karabakh-9b5237becebc.zip, of a view with what it is about and its days."""
    named = replace(about, table=about.collection_id)
    if asked.is_whole:
        named = replace(named, subject="", since=None, until=None)
    return f"{stem(named)}.zip"


def pieces(asked: Asked, about: About) -> Iterator[bytes]:
    """Make the package.

    Args:
        asked: The statements in view.
        about: What it says of itself.

    Yields:
        The bytes of the ZIP, at most 1 MB at a time; the same rows and `About` give the same bytes.

    Raises:
        RowsDiffer: there are not as many statements as there should be, so that what was made does not open.
    """
    with closing(Rows(asked)) as rows:
        made = Archive(about.created_at)
        yield from made.add("LICENSE.txt", [words.licence(about, rows.dictionary("tables"))])
        for name in rows.tables:
            yield from _table(name, rows, made)
        yield from made.add("README.md", [words.readme(rows, about)])
        yield from made.add("datapackage.json", [descriptor.write(rows, about, made.members)])
        yield from made.add("manifest.json", [_manifest(rows, about, made)])
        yield from made.end()


def _table(name: str, rows: Rows, made: Archive) -> Iterator[bytes]:
    schema, is_large = rows.schema(name), rows.is_large(name)
    yield from made.add(f"data/{name}.csv", forms.csv(rows.of(name), schema), is_large=is_large)
    parquet = rows.copy(name) if rows.is_complete(name) else forms.parquet(rows.of(name), schema)
    yield from made.add(f"data/{name}.parquet", parquet, is_large=is_large)


def _manifest(rows: Rows, about: About, made: Archive) -> bytes:
    """Say all that the other forms say, of every file."""
    tables = [{"name": name, "rows": count} for name, count in rows.counts.items()]
    said = about.as_dict() | {"tables": tables, "files": [member._asdict() for member in made.members]}
    return f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode()
