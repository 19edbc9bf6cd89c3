"""How does a question of the app read with its parameters filled in? As SQL that anybody can run and change."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from queries.contracts import contract, statement

# What a dollar sign in strings, quoted names and comments stands for is no parameter.
_PARTS = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\*.*?\*/|\$(?P<name>\w+)", re.DOTALL)


def filled(name: str, values: Mapping[str, Any]) -> str:
    """Write a question with values in place of its parameters.

    Args:
        name: One of `queries.questions()`.
        values: By parameter; those that are not given are null, which stands for "any".

    Returns:
        The SQL, with the question as its first line and without the rest of the header.

    Raises:
        FileNotFoundError: there is no such question.
    """
    types = contract(name).parameters
    lines = statement(name).splitlines()
    body = "\n".join(line for line in lines if not line.startswith("--")).strip()

    def put(part: re.Match[str]) -> str:
        parameter = part["name"]
        if parameter is None or parameter not in types:
            return part[0]
        is_cast = body.startswith("::", part.end())
        return literal(values.get(parameter), "" if is_cast else types[parameter])

    return f"-- {contract(name).question}\n{_PARTS.sub(put, body)}"


def literal(value: Any, kind: str) -> str:  # noqa: ANN401 -- whatever a parameter takes
    """Write a value as SQL.

    Args:
        value: None, a list, or a single value.
        kind: Its type as a header names it, "varchar[]"; "" where what stands behind it names the type already.
    """
    cast = f"::{kind}" if kind else ""
    if value is None:
        return f"null{cast}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(literal(item, '') for item in value)}]{cast}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return f"'{value.isoformat()}'{cast}"
    if isinstance(value, int):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"
