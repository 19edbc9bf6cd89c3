"""Which rows of a file cannot be read, and why? Every one is counted; of each kind of fault, the first are told."""

from collections import Counter
from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from data.importers.report import Report

MOST_TOLD = 50


class Faults:
    """The faults of one file or sheet."""

    def __init__(self, file: str, report: Report) -> None:
        self._file, self._report = file, report
        self._counts: Counter[str] = Counter()
        self._rows: list[pa.Array] = []

    def add(self, row: int, kind: str, what: str) -> None:
        """Tell of one row.

        Args:
            row: Its number, as the user finds it there.
            kind: What is told of the rows that are no longer named, after their number.
            what: The sentence.
        """
        self.add_all(pa.array([row], pa.int64()), kind, lambda _: what)

    def add_all(self, rows: pa.Array, kind: str, what: Callable[[int], str]) -> None:
        """Tell of rows with the same kind of fault.

        Args:
            rows: Their numbers, in order.
            kind: As for `add`.
            what: Gives the sentence of a row by its place among these.
        """
        if not len(rows):
            return
        room = max(0, MOST_TOLD - self._counts[kind])
        for place, row in enumerate(rows[:room].to_pylist()):
            self._report.fail(self._file, what(place), row, rows=0)
        self._counts[kind] += len(rows)
        self._rows.append(rows.combine_chunks() if isinstance(rows, pa.ChunkedArray) else rows)

    def end(self) -> None:
        """Tell how many rows had faults beyond those that were named, and count each row that had any; call it once."""
        for kind, count in self._counts.items():
            if count > MOST_TOLD:
                self._report.fail(self._file, f"{count - MOST_TOLD:,} more {kind}", rows=0)
        if self._counts:
            # A row with several faults is still one row that is lost.
            self._report.bad += len(pc.unique(pa.chunked_array(self._rows)))
        self._counts.clear()

    def without(self, table: pa.Table) -> pa.Table:
        """The rows of a table, by its column `row`, that have no fault."""
        if not self._rows:
            return table
        bad = pa.concat_arrays(self._rows)
        return table.filter(pc.invert(pc.is_in(table["row"], value_set=bad)))


def fail_rows(report: Report, file: str, bad: pa.Table) -> None:
    """Tell the faulty rows of a file that were found all at once.

    Args:
        report: Is told.
        file: The name of the file.
        bad: Columns at_row, a number as the user finds it in the file, and what, which is wrong there.
    """
    faults = Faults(file, report)
    for what in pc.unique(bad["what"]).to_pylist():
        rows = bad.filter(pc.equal(bad["what"], what))["at_row"].cast(pa.int64())
        kind = f"rows, the last of them {rows[-1]}, of which each {what}"
        faults.add_all(rows, kind, _always(f"{what}; correct it"))
    faults.end()


def _always(sentence: str) -> Callable[[int], str]:
    return lambda _: sentence
