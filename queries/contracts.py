"""What a question promises: the header of its .sql file, read as data."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

FOLDER = Path(__file__).parent
FIELD = re.compile(r"^--\s{3}(\$?\w+)\s{2,}(\S+(?: \S+)*?)(?:\s{2,}(.+))?$")


@dataclass(frozen=True)
class Contract:
    """One question: what it answers, what it takes and gives (name to type), and notes on either (name to text)."""

    question: str
    parameters: dict[str, str]
    columns: dict[str, str]
    notes: dict[str, str]


class BrokenHeader(ValueError):
    """The header of a .sql file does not have the form that design and tests ask for."""


def questions() -> list[str]:
    """Name every question that `queries.run` can answer, in alphabetical order."""
    return sorted(file.stem for file in FOLDER.glob("*.sql"))


@cache
def statement(name: str) -> str:
    """Read the SQL text of one question.

    Raises:
        FileNotFoundError: there is no such question.
    """
    if name not in questions():
        raise FileNotFoundError(f"queries/{name}.sql does not exist; there are {', '.join(questions())}")
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


@cache
def contract(name: str) -> Contract:
    """Read the header of one question; raises as `parsed` does."""
    return parsed(statement(name), f"queries/{name}.sql")


def parsed(text: str, place: str) -> Contract:
    """Read the header of a .sql file.

    Args:
        text: Of the file.
        place: What the file is called.

    Raises:
        BrokenHeader: a line under `parameters` or `columns` is not "name type note", or a name stands twice.
    """
    lines = [*takewhile(lambda line: line.startswith("--"), text.splitlines())]
    fields: dict[str, dict[str, str]] = {"parameters": {}, "columns": {}}
    notes: dict[str, str] = {}
    section = ""
    for line in lines[1:]:
        if line.removeprefix("-- ") in fields:
            section = line.removeprefix("-- ")
        elif section:
            found = FIELD.match(line)
            if not found:
                raise BrokenHeader(f"{place}: header line {line!r} is not 'name  type  note'")
            field, kind, note = found.groups()
            if field.removeprefix("$") in fields[section]:
                raise BrokenHeader(f"{place}: {field} stands twice among the {section}")
            fields[section][field.removeprefix("$")] = kind
            notes |= {field: note} if note else {}
    return Contract(lines[0].removeprefix("-- "), fields["parameters"], fields["columns"], notes)
