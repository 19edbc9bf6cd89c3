"""What does each table and column mean? The answer as a page: docs/data.md."""

from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa

from data.descriptions import Collection, Description

NOTICE = "<!-- Written by python -m data.build from the descriptions beside the records; edit those. -->"


def markdown(collection: Collection, fields: pa.Table) -> str:
    """The data dictionary in Markdown, without figures that would change with every new row.

    Args:
        collection: The descriptions.
        fields: The table fields, one row per column.

    Returns:
        The whole page.
    """
    lines = ["# Data dictionary", "", NOTICE, "", f"**{collection.title}.** {collection.description}", ""]
    lines += [f"Licence: [{collection.licence}]({collection.licence_url}). An empty cell means unknown."]
    for table in collection.tables.values():
        rows = [row for row in fields.to_pylist() if row["table"] == table.name]
        lines += _section(table, rows)
    return "\n".join(lines) + "\n"


def _section(table: Description, rows: list[dict[str, Any]]) -> Iterator[str]:
    yield from ("", f"## {table.title}", "", table.description, "")
    yield from (f"Table `{table.name}`. Sources: {'; '.join(table.sources)}.", "")
    yield from ("| column | type | meaning | allowed |", "| --- | --- | --- | --- |")
    yield from map(_line, rows)


def _line(row: Mapping[str, Any]) -> str:
    meaning = row["description"] + (f" Unit: {row['unit']}." if row["unit"] else "")
    cells = [f"`{row['field']}`", row["type"], meaning, row["constraints"] or ""]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
