"""Is what the page reports of a statement under review something that our own page writes?"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from exports.vocabulary import ATTRIBUTIONS, KINDS, PRECISIONS
from ui import names

LONGEST = {"speaker": 200, "summary": 280, "doubt": 280}
STANCES = ("support", "oppose", "neutral")
DECISIONS = ("open", "accepted", "dropped")
MOST_ROWS = 2_000


class UnusableRow(ValueError):
    """A report is not what our own page writes; nothing of it is taken."""

    def __init__(self, name: str = "") -> None:
        super().__init__(f"What the page reported of a statement cannot be used ({name or 'key'}); load the page anew.")


@dataclass(frozen=True)
class Row:
    """A statement under review. `start` and `end` are UTF-16 units; what is not known yet is empty.

    `held` is a statement to which this adds evidence; `is_further` says that the reviewer wants another one beside it.
    """

    key: int
    start: int
    end: int
    actor: str = ""
    issue: str = ""
    stance: str = ""
    date: str = ""
    precision: str = "day"
    speaker: str = ""
    kind: str = "statement"
    summary: str = ""
    doubt: str = ""
    held: str = ""
    is_further: bool = False
    attribution: str = "press"
    decision: str = "open"

    def first_day(self) -> str:
        """Give the first day of what is known of the date, which stands for it in the records."""
        return {"day": self.date, "month": f"{self.date[:7]}-01", "year": f"{self.date[:4]}-01-01"}[self.precision]

    def lacks(self) -> tuple[str, ...]:
        """Name what has to be said before it can be saved."""
        return tuple(name for name in ("actor", "issue", "stance", "date") if not getattr(self, name))


def row(reported: object, length: int) -> Row:
    """Read one row as the page reports it.

    Args:
        reported: Whatever a browser sent.
        length: Of the text, in UTF-16 units.

    Raises:
        UnusableRow: it is not what our own page writes.
    """
    if not isinstance(reported, dict):
        raise UnusableRow
    cells: dict[str, Any] = {field.name: reported.get(field.name) for field in fields(Row)}
    for name, cell in cells.items():
        if not _rule(name)(cell):
            raise UnusableRow(name)
    if not cells["start"] < cells["end"] <= length:
        raise UnusableRow("end")
    found = Row(**cells)
    if found.decision == "accepted" and found.lacks():
        raise UnusableRow(found.lacks()[0])
    return found


def _rule(name: str) -> Callable[[object], bool]:
    """What the cell of a column has to be."""
    among: dict[str, Callable[[object], bool]] = {
        "actor": lambda cell: cell in names.actor_names(),
        "issue": lambda cell: cell in names.issues(),
        "stance": STANCES.__contains__,
        "date": _is_day,
    }
    if name in among:
        return lambda cell: cell == "" or (isinstance(cell, str) and among[name](cell))
    closed = {"precision": PRECISIONS, "kind": KINDS, "attribution": ATTRIBUTIONS, "decision": DECISIONS}
    if name in closed:
        return lambda cell: isinstance(cell, str) and cell in closed[name]
    if name in ("key", "start", "end"):
        return lambda cell: isinstance(cell, int) and not isinstance(cell, bool) and cell >= 0
    if name == "is_further":
        return lambda cell: isinstance(cell, bool)
    return lambda cell: isinstance(cell, str) and len(cell) <= LONGEST.get(name, 200)


def _is_day(cell: object) -> bool:
    try:
        return date.fromisoformat(str(cell)).isoformat() == cell
    except ValueError:
        return False
