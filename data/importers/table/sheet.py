"""What is a sheet, wherever it lies? Names of columns, and rows of text that are read some at a time."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

import pyarrow as pa

from data.importers.faults import Faults

ROWS_AT_A_TIME = 5_000
# A workbook ends at 1,048,576.
MOST_ROWS = 5_000_000
MOST_COLUMNS = 1_000
# What is longer is cut to one more, by which the check of lengths knows it.
MOST_CHARACTERS = 4_000


class Batch(NamedTuple):
    """Some rows: their numbers in the sheet, and their cells by column; an empty cell is null or an empty text."""

    rows: pa.Array
    columns: list[pa.Array]


class Sheet(Protocol):
    """A sheet that can be read once."""

    @property
    def label(self) -> str:
        """What its rows are told by: letters.csv, or letters.xlsx (issues)."""
        ...

    @property
    def header(self) -> Sequence[str]:
        """Names of its columns, as they stand there."""
        ...

    @property
    def is_escaped(self) -> bool:
        """Whether texts may have an apostrophe in front, against spreadsheets that would run them."""
        ...

    def batches(self, used: Sequence[int], faults: Faults) -> Iterator[Batch]:
        """Read the rows.

        Args:
            used: Places of the columns that are wanted.
            faults: Is told of rows that cannot be read; they are not given.

        Yields:
            Rows in order; those in which all cells are empty are left out.

        Raises:
            ImportRefused: the file is damaged, or larger than the limits.
        """
        ...
