"""What may a column hold? The words of the data dictionary as constraints of a Table Schema, for programs.

The dictionary of a collection says it to people: "never empty; one of: day, month, year". Its patterns are told by an
example, and stay one.
"""

import re
from collections.abc import Mapping
from typing import Any

Said = dict[str, Any]
WORDS = (
    (re.compile(r"never empty"), "required"),
    (re.compile(r"no two rows alike"), "unique"),
    (re.compile(r"one of: (.+)"), "enum"),
    (re.compile(r"from (.+)"), "minimum"),
    (re.compile(r"up to (\d+) characters"), "maxLength"),
    (re.compile(r"up to (.+)"), "maximum"),
    (re.compile(r"as in (.+)"), "example"),
)


def limits(row: Mapping[str, str | None]) -> tuple[Said, str | None]:
    """Read what a column may hold.

    Args:
        row: Of the table fields of a collection.

    Returns:
        Constraints of a Table Schema field, and the example of a value, if there is one.
    """
    said: Said = {}
    for words in filter(None, (row["constraints"] or "").split("; ")):
        name, text = _read(words)
        said[name] = _value(name, text, row["type"] or "")
    return said, said.pop("example", None)


def _read(words: str) -> tuple[str, str]:
    for pattern, name in WORDS:
        if found := pattern.fullmatch(words):
            return name, found[1] if pattern.groups else ""
    raise ValueError(f"the data dictionary says {words!r}, which means nothing here; add it to {__name__}")


def _value(name: str, text: str, kind: str) -> Any:  # noqa: ANN401 -- as many types as constraints
    if name in ("required", "unique"):
        return True
    if name == "enum":
        return text.split(", ")
    if name == "maxLength" or kind == "integer":
        return int(text)
    return float(text) if kind == "number" else text
