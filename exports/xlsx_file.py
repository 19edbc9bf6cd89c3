"""Rows as an Excel workbook: a sheet with the rows, and a sheet "About".

Text is written as text, whatever it looks like: nothing in the workbook runs or links. Dates are real dates;
those before 1900, which Excel's calendar lacks, are ISO text. Lists are joined by `|`; an unknown value is an
empty cell. Control characters are kept by Excel's own escape (`_x0000_`), which Excel and the common readers
undo.

What Excel would have to change or cut is refused: more rows than a sheet has (`TooManyRows`), a text over
32,767 characters, NaN, infinity and other numbers out of Excel's range, integers beyond 2**53, and the few
texts to which the form itself gives another meaning (`CannotHold`). The numbers that it takes have Excel's own
precision, 15 digits.
"""

from datetime import datetime, time
from io import BytesIO

import pyarrow as pa
import pyarrow.compute as pc
import xlsxwriter

from exports.about import About, slug
from exports.cells import flatten
from exports.errors import TooManyRows
from exports.xlsx_cell import Value, put

# What a sheet has, its header included.
MAX_ROWS = 1_048_576
# What the writer's own guess would make of a text, should a cell ever be left to it.
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(table: pa.Table, about: About) -> bytes:
    """Write the rows, and beside them what the file says about itself."""
    if table.num_rows >= MAX_ROWS:
        raise TooManyRows(
            f"An Excel sheet holds {MAX_ROWS - 1:,} rows and this table has {table.num_rows:,}; take CSV or Parquet."
        )
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, **AS_TEXT})
    # Left to itself the writer notes the time of day, and the same rows would never give the same file.
    book.set_properties({"title": about.title, "created": datetime.combine(about.created_on, time())})
    _write_rows(book, flatten(table), about)
    _write_about(book, about)
    book.close()
    return buffer.getvalue()


def _write_rows(book: xlsxwriter.Workbook, flat: pa.Table, about: About) -> None:
    sheet = book.add_worksheet(slug(about.table, 31).replace("-", " ").capitalize())
    text = book.add_format({"valign": "top", "text_wrap": True})
    day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
    bold = book.add_format({"valign": "top", "bold": True})
    for index, (name, column) in enumerate(zip(flat.column_names, flat.columns, strict=True)):
        sheet.set_column(index, index, _width(name, column), day if pa.types.is_date(column.type) else text)
        put(sheet, 0, index, name, bold)
        for row, value in enumerate(column.to_pylist(), start=1):
            put(sheet, row, index, value)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, flat.num_rows, flat.num_columns - 1)


def _width(name: str, column: pa.ChunkedArray) -> int:
    longest = pc.max(pc.utf8_length(column.cast(pa.string()))).as_py() or 0
    room_for_filter_button = 3
    return int(min(max(longest, len(name) + room_for_filter_button) + 1, 60))


def _write_about(book: xlsxwriter.Workbook, about: About) -> None:
    sheet = book.add_worksheet("About")
    plain = book.add_format({"valign": "top", "text_wrap": True, "align": "left"})
    bold = book.add_format({"valign": "top", "bold": True})
    for index, width in enumerate((22, 60, 80)):
        sheet.set_column(index, index, width, plain)
    for row, line in enumerate(_lines(about)):
        is_heading = row == 0 or line == HEADING
        for index, value in enumerate(line):
            put(sheet, row, index, value, bold if is_heading or index == 0 else None)


HEADING = ("Column", "Type", "Description")


def _lines(about: About) -> list[tuple[Value, ...]]:
    return [
        (about.title,),
        ("Rows", about.rows),
        *(about.filters or [("Filters", "none: every row of the collection")]),
        ("Data version", about.data_version),
        ("Created on", about.created_on.isoformat()),
        ("Licence", about.licence),
        ("Licence text", about.licence_url),
        ("Cite as", about.citation),
        ("This view", about.url or None),
        (),
        HEADING,
        *about.columns,
    ]
