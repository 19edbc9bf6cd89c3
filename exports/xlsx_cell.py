"""One cell of the workbook's frame, its header and its sheet "About": written as what it is, or refused."""

import re

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports.errors import CannotHold

# Texts that would come back as others: <r>..</r> is taken for ready-made markup by the writer, U+FFFE and
# U+FFFF have no place in XML, and of two escapes like `_x0041_` that touch the writer protects only one.
MISREAD = re.compile(
    r"\A<r>.*</r>\Z"
    r"|[\ufffe\uffff]"
    r"|_x[0-9a-fA-F]{4}(?:[\x00-\x08\x0b-\x1f]|_x[0-9a-fA-F]{4}[_\x00-\x08\x0b-\x1f])",
    re.DOTALL,
)


def put(sheet: Worksheet, row: int, column: int, value: str | int, style: Format | None = None) -> None:
    """Write one value into one cell.

    Args:
        sheet: Of an open workbook.
        row: Counted from 0, as is the column.
        column: Its style holds for the cell unless one is given.
        value: Text stays text, whatever it looks like.
        style: Of this cell alone.

    Raises:
        CannotHold: the cell would show something else than the value.
    """
    if isinstance(value, int):
        refused = sheet.write_number(row, column, value, style)
    else:
        # The writer cuts a text over 32,767 UTF-16 units and says so only by what it returns.
        refused = MISREAD.search(value) or sheet.write_string(row, column, value, style)
    if refused:
        raise CannotHold(f"Excel cannot hold “{str(value)[:40]}” unchanged; take CSV, JSON or Parquet.")
