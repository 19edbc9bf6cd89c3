"""The Table Schema of a table: what each column holds, and how the table is joined with the others."""

from collections.abc import Iterable, Mapping
from typing import Any

from exports.package.keys import KEYS, Reference
from exports.package.limits import limits

Said = dict[str, Any]


def schema(name: str, fields: Iterable[Mapping[str, Any]]) -> Said:
    """Describe a table for programs.

    Args:
        name: Of the table.
        fields: Its rows of the data dictionary, in the order of its columns.

    Returns:
        A Table Schema.
    """
    keys = KEYS[name]
    key = {"primaryKey": [*keys.key]} if keys.is_complete else {"uniqueKeys": [[*keys.key]]}
    references = [_foreign(name, reference) for reference in keys.references]
    return {
        "fields": [_field(row) for row in fields],
        "missingValues": [""],
        **key,
        **({"foreignKeys": references} if references else {}),
    }


def _foreign(name: str, reference: Reference) -> Said:
    table = "" if reference.table == name else reference.table
    return {"fields": [reference.column], "reference": {"resource": table, "fields": [reference.id]}}


def _field(row: Mapping[str, Any]) -> Said:
    constraints, example = limits(row)
    is_list = row["type"] == "list"
    said = {
        "name": row["field"],
        "type": "string" if is_list else row["type"],
        "format": "default",
        "title": row["field"].replace("_", " ").capitalize(),
        "description": row["description"] + (" Several are separated by |." if is_list else ""),
        "unit": row["unit"],
        "example": example,
        "constraints": constraints,
    }
    return {name: value for name, value in said.items() if value}
