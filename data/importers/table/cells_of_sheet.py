"""What stands in the XML of one sheet of a workbook, cell by cell: how far out, and what is no value?"""

import re
from array import array
from collections import defaultdict
from collections.abc import Mapping
from typing import TypeAlias

from data.importers.report import ImportRefused

REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
MOST_CELLS = 30_000_000
# Numbers of rows by the number of their column: four bytes for a cell, since there may be one in every row.
Cells: TypeAlias = "defaultdict[int, array[int]]"


class Seen:
    """What was seen so far; rows and columns count from 1.

    Attributes:
        hidden_rows: How many rows nobody sees in the spreadsheet.
        errors: Cells whose result is an error, such as #REF!.
        unworked: Cells with a formula and no result.
        coarse: Cells with a number whose format shows no day of a date, by the length of the ISO date that it shows.
        size: How many cells a reader makes room for.
    """

    def __init__(self, most: int, shown: Mapping[int, int]) -> None:
        """Begin a sheet.

        Args:
            most: Cells that may be in it.
            shown: As in `DateFormats`.
        """
        self.hidden_rows = self.size = 0
        self.errors, self.unworked = _none(), _none()
        self.coarse = {4: _none(), 7: _none()}
        self._most, self._shown = most, shown
        self._row = self._column = self._last_row = self._last_column = self._cells = 0
        self._has_formula = self._has_value = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        tag = tag.rpartition(":")[2]
        if tag == "c":
            self._cell(attributes)
        elif tag == "f":
            self._has_formula = True
        elif tag in ("v", "is"):
            self._has_value = True
        elif tag == "row":
            self._row = _number(attributes.get("r"), self._row + 1)
            self._column = 0
            self.hidden_rows += attributes.get("hidden") in ("1", "true")

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if tag.rpartition(":")[2] == "c" and self._has_formula and not self._has_value:
            self.unworked[self._column].append(self._row)

    def _cell(self, attributes: dict[str, str]) -> None:
        self._has_formula = self._has_value = False
        self._column += 1
        self._cells += 1
        if reference := attributes.get("r"):
            found = REFERENCE.fullmatch(reference)
            if not found:
                raise ImportRefused("has a cell that stands nowhere; look what it is")
            self._row, self._column = int(found[2]), number_of(found[1])
        self._last_row = max(self._last_row, self._row)
        self._last_column = max(self._last_column, self._column)
        # A cell may also be given many times over.
        self.size = max(self._last_row * self._last_column, self._cells)
        if self.size > self._most:
            what = f"reaches to row {self._last_row:,} and column {self._last_column:,}"
            more = f"which makes more than {MOST_CELLS:,} cells in the workbook"
            raise ImportRefused(f"{what}, {more}; take away what stands far out, or save the sheet as CSV")
        kind = attributes.get("t", "n")
        if kind == "e":
            self.errors[self._column].append(self._row)
        elif kind == "n" and (length := self._shown.get(_number(attributes.get("s"), 0))):
            self.coarse[length][self._column].append(self._row)


def _none() -> Cells:
    return defaultdict(lambda: array("I"))


def _number(text: str | None, instead: int) -> int:
    if text is None:
        return instead
    if not re.fullmatch("[0-9]{1,7}", text):
        raise ImportRefused("has a row or a cell whose number is none; look what it is")
    return int(text)


def number_of(letters: str) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def letters_of(number: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
