"""What did a bench measure, and how is that said on a terminal and on the page docs/performance.md?

A bench hands over tables of text. They are printed, and kept under build/ until `tests.bench.report` writes the page.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from tests.bench.surroundings import surroundings

FOLDER = Path(__file__).parents[2] / "build" / "bench"


@dataclass(frozen=True)
class Figures:
    """A table: what it is of, the heads of its columns, its rows as text, and what else is to be said of them."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""

    def __str__(self) -> str:
        """Lay it out for a terminal, the first column to the left and all others to the right."""
        widths = [max(map(len, column)) for column in zip(self.head, *self.rows, strict=True)]
        lines = (
            "  ".join([row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))])
            for row in (self.head, *self.rows)
        )
        return "\n".join(["", self.title, *lines, *filter(None, [self.note])])

    def markdown(self) -> str:
        """Write it for the page."""
        rules = ["---", *["---:"] * (len(self.head) - 1)]
        lines = [f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in (self.head, rules, *self.rows)]
        return "\n\n".join([f"**{self.title}**", "\n".join(lines), *filter(None, [self.note])])


@dataclass(frozen=True)
class Run:
    """What one bench gave: its name, on how many statements, when it ended, on what, and the tables."""

    bench: str
    count: int
    ended: str
    surroundings: str
    figures: Sequence[Figures]

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Self:
        """Make it of what was kept."""
        return cls(**kept | {"figures": [Figures(**each) for each in kept["figures"]]})


def keep(bench: str, count: int, figures: Iterable[Figures], folder: Path = FOLDER) -> None:
    """Print figures, and keep them in place of those that this bench gave before on as many statements.

    Args:
        bench: Its module.
        count: How many statements it was run on.
        figures: The tables.
        folder: Where to.
    """
    run = Run(bench, count, f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC", surroundings(), [*figures])
    print(*run.figures, sep="\n")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{bench}-{count}.json").write_text(json.dumps(asdict(run)), encoding="utf-8")


def forget(bench: str, count: int | None = None, folder: Path = FOLDER) -> None:
    """Take away what a bench gave on as many statements, or on any number of them."""
    for file in folder.glob(f"{bench}-{'*' if count is None else count}.json"):
        file.unlink()


def kept(folder: Path = FOLDER) -> list[Run]:
    """Read every run that was kept."""
    return [Run.of(json.loads(file.read_text(encoding="utf-8"))) for file in sorted(folder.glob("*.json"))]


def ms(seconds: float) -> str:
    """Write a time in milliseconds, to three places that say something."""
    taken = 1000 * seconds
    return f"{taken:,.0f}" if taken >= 100 else f"{taken:.1f}" if taken >= 10 else f"{taken:.2f}"
