"""Rows as the XML of a sheet, a column at a time: made by Arrow, so that other threads go on meanwhile.

XlsxWriter, cell by cell in Python, writes 10,000 rows of statements a second, and nobody else computes meanwhile.
"""

from collections.abc import Sequence
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from xlsxwriter.utility import xl_col_to_name

from exports.cells import flatten
from exports.errors import CannotHold
from exports.xlsx_text import LONGEST, escaped, is_misfit, is_plain

# Excel counts in doubles, so integers beyond 2**53 lose digits; and its doubles end a little early.
MAX_INTEGER = 2**53
MIN_FLOAT, MAX_FLOAT = 2.2251e-308, 9.99999999999999e307
# Excel counts days from here, and one too many from March 1900 on, for a 29 February that was not.
# All in days since 1970: 1 January and 1 March 1900, and 31 December 9999.
FIRST_DAY, FIRST_OF_MARCH, LAST_DAY = -25_567, -25_508, 2_932_896
DAYS_BEFORE_1970 = 25_569


class Cells(NamedTuple):
    """A column of a piece of rows, and where it stands."""

    name: str  # the column's letters
    rows: pa.Array  # numbers of the rows, as text
    style: str  # number of the format


def xml(table: pa.Table, first_row: int, styles: Sequence[str]) -> memoryview:
    """Write rows of a sheet.

    Args:
        table: Text, numbers, booleans, days, and lists of text.
        first_row: Number of the first one in the sheet; the header is 1.
        styles: Number of the format of each column.

    Returns:
        `<row>` elements, UTF-8; what is unknown has no cell.

    Raises:
        CannotHold: a cell would show something else than the value.
    """
    rows = pa.arange(first_row, first_row + table.num_rows).cast(pa.string())
    flat = flatten(table).combine_chunks()
    cells = [
        _cells(column.combine_chunks(), Cells(xl_col_to_name(index), rows, style))
        for index, (column, style) in enumerate(zip(flat.columns, styles, strict=True))
    ]
    # A cell that is unknown is none.
    made = pc.binary_join_element_wise(
        '<row r="', rows, '">', *cells, "</row>", "", null_handling="replace", null_replacement=""
    )
    whole = pa.ListArray.from_arrays(pa.array([0, len(made)], pa.int32()), made)
    return memoryview(pc.binary_join(whole, "")[0].as_buffer())


def _cells(column: pa.Array, at: Cells) -> pa.Array:
    if pa.types.is_string(column.type):
        return _texts(column, at)
    if pa.types.is_date(column.type):
        return _days(column, at)
    if pa.types.is_boolean(column.type):
        return _values(pc.if_else(column, "1", "0"), at, ' t="b"')
    _refuse(pc.invert(_is_in_range(column)), at)
    return _values(column.cast(pa.string()), at)


def _texts(column: pa.Array, at: Cells) -> pa.Array:
    space = ""
    longest = pc.max(pc.binary_length(column)).as_py() or 0
    if longest > LONGEST or not is_plain(column):
        _refuse(is_misfit(column), at)
        space, column = ' xml:space="preserve"', escaped(column)
    return _put_together(*_beginning(at, ' t="inlineStr"'), f"<is><t{space}>", column, "</t></is></c>")


def _days(column: pa.Array, at: Cells) -> pa.Array:
    days = column.cast(pa.int32())
    _refuse(pc.greater(days, LAST_DAY), at)
    counted = pc.add(days, pc.if_else(pc.less(days, FIRST_OF_MARCH), DAYS_BEFORE_1970 - 1, DAYS_BEFORE_1970))
    cells = _values(counted.cast(pa.string()), at)
    is_before = pc.less(days, FIRST_DAY)
    if not pc.any(is_before).as_py():
        return cells
    return pc.if_else(is_before, _texts(column.cast(pa.string()), at), cells)


def _values(values: pa.Array, at: Cells, kind: str = "") -> pa.Array:
    return _put_together(*_beginning(at, kind), "<v>", values, "</v></c>")


def _beginning(at: Cells, kind: str) -> tuple[str, pa.Array, str]:
    return f'<c r="{at.name}', at.rows, f'" s="{at.style}"{kind}>'


def _put_together(*parts: pa.Array | str) -> pa.Array:
    """Put parts of cells together; where one part is unknown, the cell is."""
    return pc.binary_join_element_wise(*parts, "")


def _is_in_range(numbers: pa.Array) -> pa.Array:
    if pa.types.is_integer(numbers.type):
        is_low_enough = pc.less_equal(numbers, MAX_INTEGER)
        if pa.types.is_unsigned_integer(numbers.type):
            return is_low_enough
        return pc.and_(is_low_enough, pc.greater_equal(numbers, -MAX_INTEGER))
    size = pc.abs(numbers)
    is_normal = pc.and_(pc.greater_equal(size, MIN_FLOAT), pc.less_equal(size, MAX_FLOAT))
    return pc.or_(pc.equal(numbers, 0), is_normal)


def _refuse(is_refused: pa.Array, at: Cells) -> None:
    if pc.any(is_refused).as_py():
        cell = f"{at.name}{at.rows[pc.index(is_refused, True).as_py()]}"
        raise CannotHold(f"Excel cannot hold the value of cell {cell} unchanged; take CSV, JSON or Parquet.")
