"""Which rows did people add, change or remove between two versions of the records?

Compared is what people write: the columns of the CSVs, not those that the build works out, nor the texts that are held.
White space within a cell and the order of rows make no difference. A column that only one of the versions has is left
out. Corrections explain changes and are none themselves.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet

from data.descriptions import Collection, Description
from data.reading import Sheet
from methods.revision import revision

CORRECTIONS = "corrections"

Row = Mapping[str, str]


class Written(NamedTuple):
    """A table as people write it: its columns, and the cells of each row by column."""

    columns: Sequence[str]
    rows: Sequence[Row]


class Revised(NamedTuple):
    """A row that was "added", "changed" in some columns, or "removed"."""

    table: str
    id: str
    change: str
    columns: tuple[str, ...] = ()


def of_sheets(collection: Collection, sheets: Mapping[str, Sheet]) -> dict[str, Written]:
    """Read the tables that are edited; those that cannot be read are left out."""
    return {
        name: Written(sheet.columns, [_cells(collection.tables[name], sheet, cells) for cells in sheet.cells])
        for name, sheet in sheets.items()
    }


def of_files(collection: Collection, files: Mapping[str, Path]) -> dict[str, Written]:
    """Read the tables of a version from its Parquet files, and write each value as it stands in the CSV."""
    found: dict[str, Written] = {}
    for name in files.keys() & collection.tables.keys():
        recorded = [c for c in pyarrow.parquet.read_schema(files[name]).names if c in collection.tables[name].columns]
        rows = pyarrow.parquet.read_table(files[name], columns=recorded).to_pylist()
        found[name] = Written(recorded, [{column: _text(value) for column, value in row.items()} for row in rows])
    return found


def revised(collection: Collection, before: Mapping[str, Written], after: Mapping[str, Written]) -> Iterator[Revised]:
    """Compare two versions of the records.

    Args:
        collection: Descriptions of today, which say what the columns and keys of both are.
        before: Tables of the first version; what it lacks was empty.
        after: Tables of the second one; what it lacks is not compared.

    Yields:
        One row for each row that is different, table by table, in the order of their keys.
    """
    for name, table in collection.tables.items():
        if name in after and name != CORRECTIONS:
            yield from _revised(table, before.get(name, Written(table.columns, [])), after[name])


def ids(table: Description, written: Written) -> list[str]:
    """Name each row of a table as corrections.csv does: parts of its key, with | between; none if a part is missing."""
    return [_id(table, row) for row in written.rows] if _has_key(table, written) else []


def one_line(cell: str) -> str:
    """Write a cell with single blanks for all white space."""
    return " ".join(cell.split())


def _revised(table: Description, before: Written, after: Written) -> Iterator[Revised]:
    # Without a whole key nobody can say which row has become which.
    if not (_has_key(table, before) and _has_key(table, after)):
        return
    shared = [column for column in table.columns if column in before.columns and column in after.columns]
    found = revision(_by_key(table, shared, before), _by_key(table, shared, after), table.key)
    yield from (Revised(table.name, _id(table, row), "added") for row in found.added)
    yield from (Revised(table.name, _id(table, row.after), "changed", row.columns) for row in found.changed)
    yield from (Revised(table.name, _id(table, row), "removed") for row in found.removed)


def _by_key(table: Description, columns: Sequence[str], written: Written) -> Iterator[Row]:
    """Cut rows to some columns; of several with one key, a fault that is told elsewhere, the last stands for all."""
    found = {_id(table, row): {column: row[column] for column in columns} for row in written.rows}
    return iter(found.values())


def _has_key(table: Description, written: Written) -> bool:
    return set(table.key) <= set(written.columns)


def _id(table: Description, row: Row) -> str:
    return "|".join(row[column] for column in table.key)


def _cells(table: Description, sheet: Sheet, cells: Sequence[str]) -> Row:
    kinds = {field.name: field.type for field in table.fields}
    pairs = zip(sheet.columns, cells, strict=True)
    return {column: _number(cell) if kinds[column] == "number" else one_line(cell) for column, cell in pairs}


def _number(cell: str) -> str:
    try:
        return str(float(cell))
    except ValueError:
        return cell


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case list():
            return one_line("|".join(map(str, value)))
        case date():
            return value.isoformat()
        case _:
            return one_line(str(value))
