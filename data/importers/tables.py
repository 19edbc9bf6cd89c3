"""Which tables does an imported collection consist of? The same as the project's own, whatever an importer read."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from data.dictionary import COLLECTION, with_dictionary
from data.importers.actors import sheet_of
from data.importers.description import described, own
from data.importers.fingerprint import fingerprint
from data.reading import Sheet
from data.tables import typed_tables


def complete(
    rows: Mapping[str, pa.Table], about: Path, collection_id: str, said: Mapping[str, Any] | None = None
) -> dict[str, pa.Table]:
    """Add what an importer leaves to others: the actors, tables without rows, the dictionary and the version.

    The version is worked out without the texts, whose checksums stand beside them: as rows of it they would be in
    memory several times over.

    Args:
        rows: What an importer read, by table. Actors among them are those that the records do not have.
        about: The .yml that says what the collection is.
        collection_id: Its name in links.
        said: What the file that was read says instead of that, by the same keys.

    Returns:
        All tables by name, with the columns and types that the build gives them; rows in any order.
    """
    tables = _without_rows_but_actors(rows)
    recorded = tables["actors"]
    tables |= {name: _filled(table, tables[name].schema) for name, table in rows.items()}
    if "actors" in rows:
        tables["actors"] = pa.concat_tables([recorded, tables["actors"]])
    without_texts = {name: in_order(name, _without_text(table)) for name, table in tables.items()}
    every = with_dictionary(described(about, collection_id, set(rows), said or {}), without_texts, fingerprint)
    first, last = _dates(tables)
    (row,) = every["collection"].to_pylist()
    row |= {"first_date": first, "last_date": last}
    return every | tables | {"collection": pa.Table.from_pylist([row], COLLECTION)}


def order(name: str, table: pa.Table) -> pa.Array:
    """Row numbers in the order of the keys, in which every collection keeps its rows."""
    key = own().tables[name].key
    return pc.sort_indices(table.select(key), [(column, "ascending") for column in key])


def in_order(name: str, table: pa.Table) -> pa.Table:
    """The rows in the order of the keys; where they are in it already, as from most importers, nothing is copied."""
    places = order(name, table)
    return table if is_counting(places) else table.take(places)


def is_counting(places: pa.Array) -> bool:
    """Whether row numbers are 0, 1, 2 and so on."""
    return bool(places.cast(pa.int64()).equals(pa.array(range(len(places)), pa.int64())))


def _without_text(table: pa.Table) -> pa.Table:
    if "text" not in table.column_names:
        return table
    place = table.column_names.index("text")
    return table.set_column(place, "text", pa.nulls(table.num_rows, pa.string()))


def _without_rows_but_actors(rows: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    given = set(rows["actors"]["actor_id"].to_pylist()) if "actors" in rows else set()
    named = {str(actor_id) for table in rows.values() for actor_id in _actor_ids(table)} - given
    sheets = {name: Sheet(table.path, table.columns, [], frozenset()) for name, table in own().tables.items()}
    return typed_tables(sheets | {"actors": sheet_of(named)}, {}, [])


def _actor_ids(table: pa.Table) -> Iterator[str]:
    for column in {"actor_id", "organisation_id", "roll_call_of"} & set(table.column_names):
        yield from pc.unique(table[column]).drop_null().to_pylist()


def _filled(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """The columns of a schema; those that were not read are null."""
    columns = [
        table[field.name] if field.name in table.column_names else pa.nulls(table.num_rows, field.type)
        for field in schema
    ]
    return pa.table(columns, names=schema.names).cast(schema)


def _dates(tables: Mapping[str, pa.Table]) -> tuple[date | None, date | None]:
    """First and last day of what the collection holds: of statements and, by their periods, of sources."""
    sources, days = tables["sources"], [tables[name]["counts_on"] for name in ("statements", "sources")]
    by_month, by_year = (
        pc.min(sources["counts_on"].filter(pc.equal(sources["date_precision"], precision))).as_py()
        for precision in ("month", "year")
    )
    first = [*(pc.min(each).as_py() for each in days), by_month and by_month.replace(day=1)]
    first.append(by_year and by_year.replace(month=1, day=1))
    last = [pc.max(each).as_py() for each in days]
    return min(filter(None, first), default=None), max(filter(None, last), default=None)
