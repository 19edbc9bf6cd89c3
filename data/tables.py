"""What does the app get to read: columns with types, and what can be worked out of the records?"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from data.origins import origins
from data.quotes import Quote
from data.reading import Sheet


def typed_tables(sheets: Mapping[str, Sheet], texts: Mapping[str, str], quotes: Iterable[Quote]) -> dict[str, pa.Table]:
    """Give the checked cells their types and add the columns that are worked out.

    typed/ holds one .sql a table. It may read the typed tables that stand before its own in collection.yml.

    Args:
        sheets: Cells by table, in the order of collection.yml, without faults.
        texts: Texts that are held, by source id.
        quotes: The passages of the evidence, found in the texts.

    Returns:
        Tables by name, rows sorted by key. Empty cells are null.
    """
    tables: dict[str, pa.Table] = {}
    with duckdb.connect() as connection:
        for name, sheet in sheets.items():
            connection.register(f"recorded_{name}", _recorded(sheet))
        connection.register("held_texts", _held(texts, _published(sheets["sources"])))
        connection.register("quote_positions", pa.table(dict(zip(Quote._fields, _columns(quotes), strict=True))))
        for name in sheets:
            sql = (Path(__file__).parent / "typed" / f"{name}.sql").read_text(encoding="utf-8")
            tables[name] = connection.sql(sql).to_arrow_table()
            connection.register(name, tables[name])
    return tables


def data_version(tables: Mapping[str, pa.Table]) -> str:
    """Twelve hexadecimal digits that change when a row of any table changes.

    Args:
        tables: Tables by name.

    Returns:
        The start of a SHA-256 over names, columns and rows. Bytes of files play no part, so that a newer
        library gives the same version.
    """
    digest = hashlib.sha256()
    for name, table in sorted(tables.items()):
        rows = [
            table.column_names,
            *map(list, zip(*table.to_pydict().values(), strict=True)),
        ]
        digest.update(json.dumps([name, rows], default=str, ensure_ascii=False).encode())
    return digest.hexdigest()[:12]


def _recorded(sheet: Sheet) -> pa.Table:
    columns = zip(*sheet.cells, strict=True) if sheet.cells else ([] for _ in sheet.columns)
    return pa.table(
        {
            name: pa.array([cell or None for cell in cells], pa.string())
            for name, cells in zip(sheet.columns, columns, strict=True)
        }
    )


def _published(sources: Sheet) -> dict[str, date | None]:
    days = ((row.cells["source_id"], row.cells["published"]) for row in sources.rows())
    return {source: date.fromisoformat(day) if day else None for source, day in days}


def _held(texts: Mapping[str, str], published: Mapping[str, date | None]) -> pa.Table:
    # The bytes of the file are hashed: decoding changed nothing, so encoding gives them back.
    sums = [hashlib.sha256(text.encode()).hexdigest() for text in texts.values()]
    found = origins(texts, published)
    held = {
        "source_id": list(texts),
        "text": list(texts.values()),
        "text_sha256": sums,
        "origin_id": [found[source] for source in texts],
    }
    return pa.table({name: pa.array(cells, pa.string()) for name, cells in held.items()})


def _columns(quotes: Iterable[Quote]) -> list[pa.Array]:
    types = (pa.string(), pa.string(), pa.string(), pa.int32(), pa.int32())
    rows = list(quotes)
    return [pa.array([row[i] for row in rows], kind) for i, kind in enumerate(types)]
