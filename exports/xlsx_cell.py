"""One cell of a workbook: written as what it is, or refused."""

import re
from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from exports.errors import CannotHold

Value = str | int | float | date | None

# Texts that would come back as others: <r>..</r> is taken for ready-made markup by the writer, U+FFFE and
# U+FFFF have no place in XML, and of two escapes like `_x0041_` that touch the writer protects only one.
MISREAD = re.compile(
    r"\A<r>.*</r>\Z"
    r"|[\ufffe\uffff]"
    r"|_x[0-9a-fA-F]{4}(?:[\x00-\x08\x0b-\x1f]|_x[0-9a-fA-F]{4}[_\x00-\x08\x0b-\x1f])",
    re.DOTALL,
)
# Excel counts in doubles, so integers beyond 2**53 lose digits; and its doubles end a little early.
MAX_INTEGER = 2**53
MIN_FLOAT, MAX_FLOAT = 2.2251e-308, 9.99999999999999e307
# The first day of Excel's calendar.
FIRST_DAY = date(1900, 1, 1)


def put(sheet: Worksheet, row: int, column: int, value: Value, style: Format | None = None) -> None:
    """Write one value into one cell; None leaves it empty.

    Args:
        sheet: Of an open workbook.
        row: Counted from 0, as is the column.
        column: Its style holds for the cell unless one is given.
        value: Text stays text, whatever it looks like; days before 1900 become ISO text.
        style: Of this cell alone.

    Raises:
        CannotHold: the cell would show something else than the value.
    """
    match value:
        case None:
            return
        case bool():
            refused = sheet.write_boolean(row, column, value, style)
        case int() | float():
            refused = not _is_in_range(value) or sheet.write_number(row, column, value, style)
        case date() if value >= FIRST_DAY:
            refused = sheet.write_datetime(row, column, value, style)
        case _:
            text = value.isoformat() if isinstance(value, date) else value
            # The writer cuts a text over 32,767 UTF-16 units and says so only by what it returns.
            refused = MISREAD.search(text) or sheet.write_string(row, column, text, style)
    if refused:
        cell = xl_rowcol_to_cell(row, column)
        raise CannotHold(f"Excel cannot hold the value of cell {cell} unchanged; take CSV, JSON or Parquet.")


def _is_in_range(number: int | float) -> bool:
    if isinstance(number, int):
        return abs(number) <= MAX_INTEGER
    return number == 0 or MIN_FLOAT <= abs(number) <= MAX_FLOAT
