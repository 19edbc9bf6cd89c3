"""What became of everything that an importer met?"""

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from data.problems import Problem

if TYPE_CHECKING:
    from data.importers.parts import Parts

MOST_NAMES = 40


class ImportRefused(Exception):
    """Nothing can be imported from there; the message says what, where and what to do."""


class Report:
    """What was skipped since it is no part of the corpus, what is worth knowing, and what could not be read.

    `skipped` and `noted` hold names by reason, which are told as "files left by a system: 2 (one, other)"; `counted`
    holds numbers of rows by reason, where they are too many to be named; `problems` holds what would be lost, and `bad`
    counts it. `about` is what the file itself says of the collection, by the keys of the importer's `ABOUT`, which it
    goes before.
    """

    def __init__(self, parts: "Parts | None" = None) -> None:
        """Begin a report.

        Args:
            parts: Where an importer can keep what it has finished, for the case that it is stopped; see
                `data.importers.parts`. Without it, nothing is kept.
        """
        self.parts = parts
        self.skipped: defaultdict[str, list[str]] = defaultdict(list)
        self.noted: defaultdict[str, list[str]] = defaultdict(list)
        self.counted: Counter[str] = Counter()
        self.problems: list[Problem] = []
        self.bad = 0
        self.about: dict[str, Any] = {}

    def skip(self, reason: str, name: object) -> None:
        """Count something that is no part of the corpus."""
        self.skipped[reason].append(visible(name))

    def note(self, reason: str, name: object) -> None:
        """Count something that was read, with what a reader should know about it."""
        self.noted[reason].append(visible(name))

    def count(self, reason: str, rows: int) -> None:
        """Count rows, of which nobody wants to read the names."""
        self.counted[reason] += rows

    def fail(self, name: object, what: str, row: int | None = None, *, rows: int = 1) -> None:
        """Tell what cannot be read, and so would be lost.

        Args:
            name: The file.
            what: What is wrong with it, and what to do.
            row: The row of the file, where it is one.
            rows: How many things would be lost, where one sentence stands for more.
        """
        self.problems.append(Problem(visible(name), row, what))
        self.bad += rows

    def __str__(self) -> str:
        """Every problem on a line of its own; the rest by reason, with the first names."""
        lines = [_counted(reason, names) for counted in (self.skipped, self.noted) for reason, names in counted.items()]
        lines += [f"{rows:,} {'row' if rows == 1 else 'rows'}: {reason}" for reason, rows in self.counted.items()]
        return "\n".join([*lines, *map(str, sorted(self.problems, key=lambda found: (found.file, found.row or 0)))])


def visible(name: object) -> str:
    """A name from an archive as it is printed: what would steer a terminal is spelt out."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in str(name)[:200])


def _counted(reason: str, names: list[str]) -> str:
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return f"{reason}: {len(names)} ({', '.join(names[:MOST_NAMES])}{more})"
