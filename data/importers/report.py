"""What became of everything that an importer met?"""

from collections import defaultdict
from typing import Any

from data.problems import Problem

MOST_NAMES = 40


class ImportRefused(Exception):
    """Nothing can be imported from there; the message says what, where and what to do."""


class Report:
    """What was skipped since it is no part of the corpus, what is worth knowing, and what could not be read.

    `skipped` and `noted` hold names by reason, which are told as "files left by a system: 2 (one, other)"; `problems`
    holds what would be lost. `about` is what the file itself says of the collection, by the keys of the importer's
    `ABOUT`, which it goes before.
    """

    def __init__(self) -> None:
        self.skipped: defaultdict[str, list[str]] = defaultdict(list)
        self.noted: defaultdict[str, list[str]] = defaultdict(list)
        self.problems: list[Problem] = []
        self.about: dict[str, Any] = {}
        self._unlisted = 0

    def skip(self, reason: str, name: object) -> None:
        """Count something that is no part of the corpus."""
        self.skipped[reason].append(visible(name))

    def note(self, reason: str, name: object) -> None:
        """Count something that was read, with what a reader should know about it."""
        self.noted[reason].append(visible(name))

    def fail(self, name: object, what: str, row: int | None = None) -> None:
        """Tell what cannot be read, and so would be lost; where it is a row of a table, by its number there."""
        self.problems.append(Problem(visible(name), row, what))

    def fail_alike(self, name: object, what: str, count: int) -> None:
        """Tell in one line how many more have a fault that some were told with."""
        self.fail(name, f"{count:,} more {what}")
        self._unlisted += count - 1

    @property
    def count_problems(self) -> int:
        """How many could not be read, those included that are told in one line."""
        return len(self.problems) + self._unlisted

    def __str__(self) -> str:
        """Every problem on a line of its own; the rest by reason, with the first names."""
        lines = [_counted(reason, names) for counted in (self.skipped, self.noted) for reason, names in counted.items()]
        return "\n".join([*lines, *map(str, sorted(self.problems, key=lambda problem: problem.file))])


def visible(name: object) -> str:
    """A name from an archive as it is printed: what would steer a terminal is spelt out."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in str(name)[:200])


def _counted(reason: str, names: list[str]) -> str:
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return f"{reason}: {len(names)} ({', '.join(names[:MOST_NAMES])}{more})"
