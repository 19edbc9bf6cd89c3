"""What does docs/performance.md say? The text of `performance.md` here, and the figures of runs; never any others."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from string import Template

from tests.bench.figures import Run

TEMPLATE = Path(__file__).with_name("performance.md")
FILE = Path(__file__).parents[2] / "docs" / "performance.md"
SECTIONS = {
    "Questions Q1 to Q5": ("question_speed",),
    "Beside what else one could build on": ("peer_speed",),
    "Q6, search": ("summary_speed", "search_speed"),
    "Q7, files": ("file_speed", "export_speed"),
    "In the browser": ("map_change", "timeline_change"),
    "Under load": ("server_load", "sql_attack", "soak"),
}
"""Headings, and the benches whose figures stand below."""
NOTHING = "Nothing was measured yet: `make bench` writes the figures here."


def write(runs: Sequence[Run], file: Path = FILE) -> None:
    """Write the page anew.

    Args:
        runs: All that were kept.
        file: Where to.

    Raises:
        ValueError: a run is of a bench that no section names.
    """
    file.write_text(page(runs), encoding="utf-8")


def page(runs: Sequence[Run]) -> str:
    """Give the text of the page; raises as `write` does."""
    unnamed = {run.bench for run in runs} - {bench for benches in SECTIONS.values() for bench in benches}
    if unnamed:
        raise ValueError(f"{', '.join(sorted(unnamed))}: name the section in tests/bench/report.py")
    sections = [_section(heading, benches, runs) for heading, benches in SECTIONS.items()]
    figures = "\n\n".join(filter(None, sections)) or NOTHING
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(figures=figures)


def _section(heading: str, benches: Iterable[str], runs: Sequence[Run]) -> str:
    its = [run for bench in benches for run in sorted(runs, key=lambda run: run.count) if run.bench == bench]
    return "\n\n".join([f"### {heading}", *map(_told, its)]) if its else ""


def _told(run: Run) -> str:
    tables = "\n\n".join(figures.markdown() for figures in run.figures)
    return f"{tables}\n\n*`{run.bench}`, {run.ended}, {run.surroundings}.*"
