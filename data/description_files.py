"""What do the descriptions beside the records say?"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import frictionless
import yaml

from data.descriptions import Collection, Description, Field
from data.problems import Problem, RecordsError

KEYS = {"name", "title", "description", "path", "sources", "licenses", "expected_rows", "schema"}
TYPES = {"string", "date", "number", "list"}
CONSTRAINTS = {"required", "unique", "enum", "pattern", "minimum", "maximum", "maxLength"}


def read_collection(folder: Path) -> Collection:
    """Read collection.yml and the description of each table that it names.

    Args:
        folder: Folder that holds the descriptions, such as data/records.

    Returns:
        The collection; its tables are keyed by name.

    Raises:
        RecordsError: a description is missing, is not YAML or lacks something.
    """
    package = _mapping(folder / "collection.yml", {"name", "title", "description", "licenses", "resources"})
    tables: dict[str, Description] = {}
    problems: list[Problem] = []
    for path in package["resources"]:
        try:
            table = _description(folder / path)
            tables[table.name] = table
        except RecordsError as error:
            problems += error.problems
    problems += _keys_that_lead_nowhere(tables)
    problems += _what_no_check_knows(tables)
    if problems:
        raise RecordsError(problems)
    licence = package["licenses"][0]
    return Collection(
        collection_id=package["name"],
        title=package["title"],
        description=package["description"],
        licence=licence["title"],
        licence_url=licence["path"],
        tables=tables,
    )


def _description(path: Path) -> Description:
    found = _mapping(path, KEYS)
    try:
        frictionless.Schema.from_descriptor(dict(found["schema"]))
        return Description(
            name=found["name"],
            title=found["title"],
            description=found["description"],
            path=found["path"],
            licence=found["licenses"][0]["title"],
            sources=tuple(" ".join(filter(None, (s["title"], s.get("path")))) for s in found["sources"]),
            min_rows=found["expected_rows"]["min"],
            max_rows=found["expected_rows"]["max"],
            fields=tuple(map(_field, found["schema"]["fields"])),
            built_fields=tuple(map(_field, found.get("built_fields", []))),
            schema=found["schema"],
        )
    except frictionless.FrictionlessException as error:
        reasons = "; ".join(reason.note for reason in error.reasons or [error.error])
        raise RecordsError([Problem(path.name, None, f"schema is not a Table Schema: {reasons}")]) from error
    except (KeyError, TypeError, IndexError) as error:
        what = f"{error} is missing or has the wrong form; write it as in the other descriptions"
        raise RecordsError([Problem(path.name, None, what)]) from error


def _keys_that_lead_nowhere(tables: Mapping[str, Description]) -> Iterator[Problem]:
    for table in tables.values():
        for key in table.schema.get("foreignKeys", []):
            other = key["reference"]["resource"] or table.name
            columns = tables[other].columns if other in tables else []
            missing = sorted(set(key["reference"]["fields"]) - set(columns))
            if missing:
                what = f"foreign key leads to {other}, which has no column {', '.join(missing)}; correct it"
                yield Problem(f"{table.name}.yml", None, what)


def _what_no_check_knows(tables: Mapping[str, Description]) -> Iterator[Problem]:
    """Types and constraints for which data/schemas.py has no sentence yet."""
    for table in tables.values():
        for field in table.fields:
            unknown = sorted({field.type, *field.constraints} - TYPES - CONSTRAINTS)
            if unknown:
                what = f"{field.name} has {', '.join(unknown)}, which is not in use here; add it to data/schemas.py"
                yield Problem(f"{table.name}.yml", None, what)


def _field(found: Mapping[str, Any]) -> Field:
    return Field(
        name=found["name"],
        type=found["type"],
        title=found["title"],
        description=found["description"],
        unit=found.get("unit"),
        example=found.get("example"),
        constraints=found.get("constraints", {}),
    )


def _mapping(path: Path, required: set[str]) -> dict[str, Any]:
    """The YAML mapping in a file, with all the keys that it must have."""
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except FileNotFoundError:
        raise RecordsError(
            [Problem(path.name, None, "file is missing; restore it or take it out of collection.yml")]
        ) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise RecordsError(
            [Problem(path.name, None, f"is not YAML in UTF-8: {' '.join(str(error).split())}")]
        ) from error
    missing = sorted(required - set(found)) if isinstance(found, dict) else sorted(required)
    if missing:
        raise RecordsError([Problem(path.name, None, f"lacks {', '.join(missing)}; add it")])
    return dict(found)
