"""Which rows have another number of cells than the header, and of which roll calls may they be?"""

import re
from itertools import islice

import pyarrow as pa
import pyarrow.csv as pacsv

MOST_IDS_OF_ROW, MOST_IDS = 1_000, 1_000_000
# A number that stands alone between commas, quotation marks or line ends.
_NUMBER = re.compile(r'(?<![^,"\n])[0-9]{1,12}(?![^,"\r\n])')


class Ragged:
    """The rows of a file that are left out since no cell of theirs is surely in its column.

    Attributes:
        what: What is wrong, by the number of the row.
    """

    def __init__(self) -> None:
        self.what: dict[int, str] = {}
        self._ids: list[tuple[int, str]] = []

    def told(self, row: pacsv.InvalidRow) -> str:
        """Take a row that the reader met, and let it skip that."""
        lines = row.text.count("\n") + 1
        swallowed = (
            f" and goes on for {lines:,} lines: look for a quotation mark that is not closed" if lines > 1 else ""
        )
        self.what[row.number] = f"has {row.actual_columns} cells, another number than the header{swallowed}"
        if len(self._ids) < MOST_IDS:
            found = islice(_NUMBER.finditer(row.text), MOST_IDS_OF_ROW)
            self._ids += [(row.number, number[0]) for number in found]
        return "skip"

    def rows(self) -> pa.Table:
        """The rows, as at_row and what."""
        return pa.table(
            {"at_row": pa.array([*self.what], pa.int64()), "what": pa.array(self.what.values(), pa.string())}
        )

    def ids(self) -> pa.Table:
        """Numbers in them, as at_row and undl_id, some of which are that of a roll call."""
        rows, ids = zip(*self._ids, strict=True) if self._ids else ((), ())
        return pa.table({"at_row": pa.array(rows, pa.int64()), "undl_id": pa.array(ids, pa.string())})
