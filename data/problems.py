"""How is a fault in the records told to the person who has to mend it?"""

from collections.abc import Iterable
from typing import NamedTuple


class Problem(NamedTuple):
    """One fault, at the row that a spreadsheet shows (row 1 is the header), or of a whole file."""

    file: str
    row: int | None
    what: str

    def __str__(self) -> str:
        place = self.file if self.row is None else f"{self.file}:{self.row}"
        return f"{place}: {self.what}"


class RecordsError(Exception):
    """The records cannot be built as they are; `problems` holds every fault that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems), key=lambda p: (p.file, p.row or 0, p.what))
        super().__init__("\n".join(map(str, self.problems)))


def shown(cell: str, most: int = 60) -> str:
    """A cell as it is quoted in a sentence: short, on one line, with invisible characters made visible."""
    visible = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in cell[: most + 1])
    return f'"{visible}"' if len(cell) <= most else f'"{visible[:most]}…"'
