"""What does a collection consist of, and what may stand in each column?

A collection is a folder with collection.yml (a Data Package) and one description for each table (a
Frictionless Table Schema), beside the CSV of the same name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Field:
    """One column, as readers are told about it."""

    name: str
    type: str
    title: str
    description: str
    unit: str | None
    example: str | None
    constraints: Mapping[str, Any]


@dataclass(frozen=True)
class Description:
    """One table: what its rows are, what its columns mean and what is allowed in them.

    `fields` are the columns of the CSV, `built_fields` those that the build adds; `schema` is the Table
    Schema as frictionless takes it.
    """

    name: str
    title: str
    description: str
    path: str
    licence: str
    sources: tuple[str, ...]
    min_rows: int
    max_rows: int
    fields: tuple[Field, ...]
    built_fields: tuple[Field, ...]
    schema: Mapping[str, Any]

    @property
    def columns(self) -> list[str]:
        """Columns of the CSV, in order."""
        return [field.name for field in self.fields]

    @property
    def key(self) -> list[str]:
        """Columns that tell one row from another."""
        return list(self.schema["primaryKey"])


@dataclass(frozen=True)
class Collection:
    """A collection and its tables, in the order in which collection.yml names them."""

    collection_id: str
    title: str
    description: str
    licence: str
    licence_url: str
    tables: Mapping[str, Description]
