"""Which rows does a sheet of a workbook hold, as a reader of the spreadsheet sees them?"""

from array import array
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice

import pyarrow as pa
from python_calamine import CalamineSheet
from tqdm import tqdm

from data.importers.faults import Faults
from data.importers.report import ImportRefused, Report, visible
from data.importers.table.cells_of_sheet import Cells, Seen, letters_of
from data.importers.table.sheet import MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, ROWS_AT_A_TIME, Batch


class XlsxSheet:
    """A sheet of an .xlsx; results of formulas are read, and hidden rows and columns like others."""

    is_escaped = False

    def __init__(self, sheet: CalamineSheet, seen: Seen, label: str, header_row: int, report: Report) -> None:
        self._sheet, self._seen, self.label, self._report = sheet, seen, label, report
        self._header_row = header_row
        # Cells of a row begin where those of the sheet do.
        self._first_column = sheet.start[1] if sheet.start else 0
        line = next(islice(sheet.iter_rows(), header_row - 1, None), [])
        self.header = [" ".join(_text(cell).split()) for cell in line]
        if not any(self.header) or len(self.header) > MOST_COLUMNS:
            what = f"has no names of columns in row {header_row}, or more than {MOST_COLUMNS:,} of them"
            raise ImportRefused(f"{visible(label)}: {what}; header_row in the mapping says where they are")

    def batches(self, used: Sequence[int], faults: Faults) -> Iterator[Batch]:
        """Read the rows; see `data.importers.table.sheet.Sheet`."""
        if self._seen.hidden_rows:
            what = f"hidden in {visible(self.label)}, and read like others"
            self._report.count(what, self._seen.hidden_rows)
        self._tell_cells(used, faults)
        self._tell_merged(used, faults)
        rows = islice(self._sheet.iter_rows(), self._header_row, None)
        number, empty = self._header_row, 0
        with tqdm(total=self._sheet.total_height, desc=f"reading {visible(self.label)}", unit=" rows") as bar:
            while batch := [*islice(rows, ROWS_AT_A_TIME)]:
                full = [(row, line) for row, line in enumerate(batch, start=number + 1) if any(c != "" for c in line)]
                number += len(batch)
                empty += len(batch) - len(full)
                bar.update(len(batch))
                columns = [self._column(place, full) for place in used]
                yield Batch(pa.array([row for row, _ in full], pa.int64()), columns)
        if empty:
            self._report.count(f"empty, and so left out, in {visible(self.label)}", empty)

    def _column(self, place: int, lines: Sequence[tuple[int, Sequence[object]]]) -> pa.Array:
        """The texts of a column; of a date that the sheet shows as a month or a year, that alone."""
        lengths: dict[int, int] = {}
        for length, cells in self._seen.coarse.items() if lines else ():
            rows = _rows(cells, place + 1 + self._first_column, lines[0][0], lines[-1][0])
            lengths.update(dict.fromkeys(rows, length))
        return pa.array([_text(line[place], lengths.get(row)) for row, line in lines], pa.string())

    def _tell_cells(self, used: Sequence[int], faults: Faults) -> None:
        for cells, kind, what in (
            (self._seen.errors, "cells that show an error", "shows an error; correct its formula"),
            (
                self._seen.unworked,
                "formulas without a result",
                "holds a formula without a result; open it in a spreadsheet, which works it out, and save it",
            ),
        ):
            for place in used:
                column = place + 1 + self._first_column
                rows = _rows(cells, column, self._header_row + 1)
                if len(rows):
                    faults.add_all(pa.array(rows, pa.int64()), kind, _told(rows, column, what))

    def _tell_merged(self, used: Sequence[int], faults: Faults) -> None:
        """Of merged cells only the first holds the value; to fill the others would be a guess."""
        for (top, left), (bottom, right) in self._sheet.merged_cell_ranges or []:
            columns = {column - self._first_column for column in range(left, right + 1)}
            if bottom >= self._header_row and columns & set(used):
                cells = f"{_name(top + 1, left + 1)}:{_name(bottom + 1, right + 1)}"
                what = f"cells {cells} are merged; take the merging away and write the value into each row"
                for row in range(max(top, self._header_row) + 1, min(bottom, self._sheet.total_height) + 2):
                    faults.add(row, "rows with merged cells", what)


def _rows(cells: Cells, column: int, first: int, last: int = MOST_ROWS) -> "array[int]":
    """Numbers of the rows in which a column has such a cell, each once and in order."""
    return array("I", sorted({row for row in cells.get(column, ()) if first <= row <= last}))


def _told(rows: "array[int]", column: int, what: str) -> Callable[[int], str]:
    return lambda place: f"cell {_name(rows[place], column)} {what}"


def _name(row: int, column: int) -> str:
    return f"{letters_of(column)}{row}"


def _text(cell: object, length: int | None = None) -> str:
    if isinstance(cell, str):
        return cell[: MOST_CHARACTERS + 1]
    if isinstance(cell, datetime):
        return cell.date().isoformat()[:length]
    if isinstance(cell, date):
        return cell.isoformat()[:length]
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)
