"""What stands in the XML of one sheet of a workbook, cell by cell: how far out, and what is no value?"""

import re

from data.importers.report import ImportRefused

REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
MOST_CELLS = 30_000_000
MOST_TOLD = 1_000
Cell = tuple[int, int]


class Seen:
    """What was seen so far; cells as (row, column) from 1, the first thousand of a kind.

    Attributes:
        hidden_rows: How many rows nobody sees in the spreadsheet.
        errors: Cells whose result is an error, such as #REF!.
        unworked: Cells with a formula and no result.
    """

    def __init__(self) -> None:
        self.hidden_rows = 0
        self.errors: list[Cell] = []
        self.unworked: list[Cell] = []
        self._row = self._column = self._last_row = self._last_column = 0
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
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
            self.hidden_rows += attributes.get("hidden") in ("1", "true")

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if tag.rpartition(":")[2] == "c" and self._has_formula and not self._has_value:
            self._add(self.unworked)

    def _cell(self, attributes: dict[str, str]) -> None:
        self._has_formula = self._has_value = False
        self._column += 1
        if reference := attributes.get("r"):
            found = REFERENCE.fullmatch(reference)
            if not found:
                raise ImportRefused("has a cell that stands nowhere; look what it is")
            self._row, self._column = int(found[2]), number_of(found[1])
        self._last_row = max(self._last_row, self._row)
        self._last_column = max(self._last_column, self._column)
        if self._last_row * self._last_column > MOST_CELLS:
            what = f"reaches to row {self._last_row:,} and column {self._last_column:,}, which is {MOST_CELLS:,} cells"
            raise ImportRefused(f"{what} or more; take away what stands far out, or save the sheet as CSV")
        if attributes.get("t") == "e":
            self._add(self.errors)

    def _add(self, cells: list[Cell]) -> None:
        if len(cells) < MOST_TOLD:
            cells.append((self._row, self._column))


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
