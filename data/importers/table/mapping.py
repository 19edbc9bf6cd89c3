"""What does the mapping file say: which column of a sheet is which of ours, and which of its words is which of ours?

docs/importing.md describes the file. Everything in it is checked before a sheet is opened, and every fault is told with
its line.
"""

from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.importers.table.mapping_parts import MappingParts
from data.importers.table.names import nearest
from data.importers.table.written import Written

FILE_NAME = "mapping.yml"


@dataclass(frozen=True)
class Mapping:
    """What a mapping file says; empty where there is none.

    Attributes:
        name: Of the file, for sentences about it.
        file: The sheet's file, where the mapping names it.
        sheet: Of a workbook; the first where it is empty.
        header_row: Number of the row with the names of the columns, from 1.
        dates: One of ORDERS where days are written as 03/04/2020.
        delimiter: Of a CSV; found out where it is empty.
        encoding: Of a CSV; found out where it is empty.
        about: Parts of the collection's own words, by ABOUT.
        columns: Names in the sheet, by ours.
        constants: What all rows have, by our column.
        values: Our words by those of the sheet, folded, by our column.
        issues: Rows of the table of issues.
    """

    name: str = FILE_NAME
    file: str = ""
    sheet: str = ""
    header_row: int = 1
    dates: str = ""
    delimiter: str = ""
    encoding: str = ""
    about: Map[str, str] = field(default_factory=dict)
    columns: Map[str, str] = field(default_factory=dict)
    constants: Map[str, str] = field(default_factory=dict)
    values: Map[str, Map[str, str]] = field(default_factory=dict)
    issues: tuple[Map[str, str | None], ...] = ()


def read_mapping(path: Path) -> Mapping:
    """Read a mapping file.

    Raises:
        ImportRefused: anything in it is wrong; the message has a line for each fault.
    """
    written = Written(path)
    reader = MappingParts(written)
    made: dict[str, Any] = {}
    for part, value in written.root.items():
        if part in reader.readers:
            made[part.replace("collection", "about")] = reader.readers[part](part, value)
        else:
            written.fail(part.line, f'"{part}" is no part of a mapping{nearest(part, reader.readers)}')
    for column in sorted(set(made.get("columns", {})) & set(made.get("constants", {}))):
        written.fail(None, f"{column} is under columns and under constants; take one of the two away")
    written.refuse_if_faulty()
    return Mapping(name=written.name, **made)
