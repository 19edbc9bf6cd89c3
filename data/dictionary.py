"""What does each table and column mean? The answer as tables, for the app to show."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from data.descriptions import Collection, Description, Field
from data.tables import data_version

FIELDS = pa.schema(
    [
        ("table", pa.string()),
        ("position", pa.int32()),
        ("field", pa.string()),
        ("type", pa.string()),
        ("unit", pa.string()),
        ("description", pa.string()),
        ("constraints", pa.string()),
    ]
)
TABLES = pa.schema(
    [
        ("table", pa.string()),
        ("title", pa.string()),
        ("description", pa.string()),
        ("rows", pa.int64()),
        ("licence", pa.string()),
        ("sources", pa.string()),
    ]
)
COLLECTION = pa.schema(
    [
        ("collection_id", pa.string()),
        ("title", pa.string()),
        ("description", pa.string()),
        ("licence", pa.string()),
        ("licence_url", pa.string()),
        ("data_version", pa.string()),
        ("first_date", pa.date32()),
        ("last_date", pa.date32()),
    ]
)


def with_dictionary(
    collection: Collection,
    tables: Mapping[str, pa.Table],
    version: Callable[[Mapping[str, pa.Table]], str] = data_version,
) -> dict[str, pa.Table]:
    """Add the tables fields, tables and collection to those of the records.

    Args:
        collection: The descriptions.
        tables: The tables of the records, by name.
        version: Works the version out of all tables.

    Returns:
        All tables by name; the one row of collection carries the version of all the others.
    """
    fields = [row for name, table in tables.items() for row in _field_rows(collection.tables[name], table)]
    about = [_table_row(collection.tables[name], table.num_rows) for name, table in tables.items()]
    described = dict(tables)
    described["fields"] = pa.Table.from_pylist(fields, FIELDS)
    described["tables"] = pa.Table.from_pylist(about, TABLES)
    days = pc.min_max(tables["statements"]["counts_on"])
    row = {
        "collection_id": collection.collection_id,
        "title": collection.title,
        "description": collection.description,
        "licence": collection.licence,
        "licence_url": collection.licence_url,
        "first_date": days["min"].as_py(),
        "last_date": days["max"].as_py(),
    }
    unversioned = {**described, "collection": pa.Table.from_pylist([row], COLLECTION)}
    row["data_version"] = version(unversioned)
    return {**described, "collection": pa.Table.from_pylist([row], COLLECTION)}


def _field_rows(table: Description, built: pa.Table) -> Iterator[dict[str, Any]]:
    described = {field.name: field for field in (*table.fields, *table.built_fields)}
    for position, name in enumerate(built.column_names, start=1):
        field = described[name]
        yield {
            "table": table.name,
            "position": position,
            "field": name,
            "type": field.type,
            "unit": field.unit,
            "description": field.description,
            "constraints": _allowed(field) or None,
        }


WORDING = {
    "required": "never empty",
    "unique": "no two rows alike",
    "enum": "one of: {}",
    "minimum": "from {}",
    "maximum": "up to {}",
    "maxLength": "up to {} characters",
    "pattern": "as in {}",
}


def _allowed(field: Field) -> str:
    # Readers are shown an example; the pattern itself is for programs.
    limits = {**field.constraints, **({"pattern": field.example} if field.example else {})}
    words = {name: ", ".join(limit) if isinstance(limit, list) else limit for name, limit in limits.items()}
    return "; ".join(WORDING[name].format(limit) for name, limit in words.items())


def _table_row(table: Description, n_rows: int) -> dict[str, Any]:
    return {
        "table": table.name,
        "title": table.title,
        "description": table.description,
        "rows": n_rows,
        "licence": table.licence,
        "sources": "; ".join(table.sources),
    }
