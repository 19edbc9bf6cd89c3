"""Can a question be answered from less than all statements?

Most readers set a range of dates and little else. For that the folder `twins` holds some questions a second time, with
the same rows in the same order, read from what `queries.layout` keeps. The header of a twin names the parameters that
it knows, and where it only knows one value of a parameter ("only newest"), that; it answers when all others are null,
or a switch that is off.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from queries.contracts import contract, parsed, statement

FOLDER = Path(__file__).parent / "twins"
_ONLY = "only "


class Twin(NamedTuple):
    """A question for some parameters: its text, those that it takes, and values that others must have."""

    text: str
    taken: frozenset[str]
    needed: Mapping[str, Any]

    def answers(self, parameters: Mapping[str, Any]) -> bool:
        """Tell whether a reader's parameters are among those for which it is right."""
        # A switch that is off narrows nothing.
        rest = {name: None if value is False else value for name, value in parameters.items() if name not in self.taken}
        return rest == self.needed


@cache
def twin(name: str) -> Twin | None:
    """Read the twin of a question, where there is one."""
    file = FOLDER / f"{name}.sql"
    if not file.is_file():
        return None
    text = file.read_text(encoding="utf-8")
    known = parsed(text, f"queries/twins/{file.name}")
    values = {
        parameter: note.removeprefix(_ONLY)
        for parameter in known.parameters
        if (note := known.notes.get(f"${parameter}", "")).startswith(_ONLY)
    }
    taken = frozenset(known.parameters) - set(values)
    return Twin(text, taken, dict.fromkeys(contract(name).parameters.keys() - taken) | values)


def shortest(name: str, parameters: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Give the text that answers a question from the least rows, and the parameters that this text takes.

    Args:
        name: Of the question.
        parameters: All that its header names.
    """
    short = twin(name)
    if short and short.answers(parameters):
        return short.text, {parameter: parameters[parameter] for parameter in short.taken}
    return statement(name), parameters
