"""What is told of the rows of all files together: all that were read, and what became of each."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from data.importers.gdelt.reading import Outcome
from data.importers.report import Report

# So many faults are told one by one, over all files; the rest is counted by file.
MOST_TOLD = 2_000
READ, STATEMENTS = "read", "became statements"
REPEATED = "no statement, since another row holds the same event"


def tell(outcomes: Iterable[tuple[Path, Outcome]], report: Report) -> None:
    """Tell the report of every row that was read.

    Args:
        outcomes: What became of each file, by its place in the folder.
        report: Is told.
    """
    skipped = Counter[str]()
    rows = statements = 0
    for place, outcome in outcomes:
        rows += outcome.rows
        statements += outcome.statements
        skipped.update(outcome.skipped)
        _tell_faults(place, outcome, report)
    report.count(READ, rows)
    report.count(STATEMENTS, statements)
    for reason, number in sorted(skipped.items(), key=lambda each: (-each[1], each[0])):
        report.count(f"no statement, since {reason}", number)


def tell_repeated(distinct: int, report: Report) -> None:
    """Tell how many rows were events that another row holds as well.

    Args:
        distinct: How many statements are left when each event counts once.
        report: Is told, after it was told of all rows.
    """
    if repeated := report.counted[STATEMENTS] - distinct:
        report.count(REPEATED, repeated)
        report.count(STATEMENTS, -repeated)


def _tell_faults(place: Path, outcome: Outcome, report: Report) -> None:
    told = outcome.faults[: max(0, MOST_TOLD - len(report.problems))]
    for fault in told:
        report.fail(place, fault.what, row=fault.row)
    if left := outcome.bad - len(told):
        report.fail(place, f"has {left:,} more rows that cannot be read; fetch the file again", rows=left)
    if outcome.end:
        report.fail(place, outcome.end)
