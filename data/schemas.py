"""Does every cell keep to the description of its column, and does every id lead somewhere?"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import frictionless

from data.descriptions import Description
from data.problems import Problem, shown
from data.reading import Sheet

EXAMPLES = {"date": "as in 2020-04-15", "number": "as in 39.8153", "list": "as in one|another"}


def schema_problems(tables: Mapping[str, Description], sheets: Mapping[str, Sheet]) -> list[Problem]:
    """Check types, constraints and keys of all tables against their Table Schemas.

    Args:
        tables: Descriptions by table.
        sheets: Cells by table; a table that could not be read is left out, and so are keys into it.

    Returns:
        One problem for each cell or key that does not fit.
    """
    package = frictionless.Package(
        resources=[
            frictionless.Resource(
                name=name,
                data=[sheet.columns, *sheet.cells],
                schema=frictionless.Schema.from_descriptor(_schema_of(tables[name], sheets)),
            )
            for name, sheet in sheets.items()
        ]
    )
    report = package.validate(limit_errors=1_000_000)
    return [
        problem
        for task in report.tasks
        for error in task.errors
        for problem in _problems(error.to_descriptor(), sheets[task.name], tables[task.name])
    ]


def _schema_of(table: Description, sheets: Mapping[str, Sheet]) -> dict[str, Any]:
    keys = [
        key for key in table.schema.get("foreignKeys", []) if (key["reference"]["resource"] or table.name) in sheets
    ]
    return {**table.schema, "foreignKeys": keys}


def _problems(error: dict[str, Any], sheet: Sheet, table: Description) -> Iterator[Problem]:
    row = error.get("rowNumber")
    # An empty key is told once, as the empty cell that it is.
    told = row in sheet.ragged or error.get("note", "").endswith('all "None"')
    if not told:
        yield Problem(sheet.file, row, SENTENCES.get(error["type"], _other)(error, table))


def _type(error: dict[str, Any], table: Description) -> str:
    kind = next(field.type for field in table.fields if field.name == error["fieldName"])
    return f"{error['fieldName']} {shown(error['cell'])} is not a {kind}; write it {EXAMPLES[kind]}"


def _constraint(error: dict[str, Any], table: Description) -> str:
    name, field = error["fieldName"], next(f for f in table.fields if f.name == error["fieldName"])
    constraint = error["note"].split('"')[1]
    limit: Any = field.constraints[constraint]
    if constraint == "required":
        return f"{name} is empty; fill it in"
    wording = {
        "enum": lambda: f"is not allowed; choose one of {', '.join(limit)}",
        "pattern": lambda: f"does not have the right form; write it as in {field.example or limit}",
        "minimum": lambda: f"is below {limit}, the least that is allowed; correct it",
        "maximum": lambda: f"is above {limit}, the most that is allowed; correct it",
        "maxLength": lambda: f"has more than {limit} characters; shorten it",
    }
    return f"{name} {shown(error['cell'])} {wording[constraint]()}"


def _unique(error: dict[str, Any], _table: Description) -> str:
    name, cell = error["fieldName"], shown(error["cell"])
    return f"{name} {cell} is already in row {_other_row(error)}; each may stand only once"


def _primary_key(error: dict[str, Any], table: Description) -> str:
    cells = dict(zip(table.columns, error["cells"], strict=True))
    key = ", ".join(f"{name} {shown(cells[name])}" for name in table.key)
    return f"{key} is already in row {_other_row(error)}; delete one of the two or change its key"


def _foreign_key(error: dict[str, Any], table: Description) -> str:
    key = ", ".join(
        f"{name} {shown(str(cell))}" for name, cell in zip(error["fieldNames"], error["fieldCells"], strict=True)
    )
    return f"{key} is not in {error['referenceName'] or table.name}.csv; correct it or add it there"


def _other(error: dict[str, Any], _table: Description) -> str:
    return f"does not fit its description ({error['type']}: {error['note']}); compare it with the rows around it"


def _other_row(error: dict[str, Any]) -> str:
    return str(error["note"]).rsplit(" ", 1)[-1]


SENTENCES: dict[str, Callable[[dict[str, Any], Description], str]] = {
    "type-error": _type,
    "constraint-error": _constraint,
    "unique-error": _unique,
    "primary-key": _primary_key,
    "foreign-key": _foreign_key,
}
