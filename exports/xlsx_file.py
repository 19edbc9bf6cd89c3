"""Rows as an Excel workbook: a sheet with the rows, and a sheet "About".

Text is written as text, whatever it looks like: nothing in the workbook runs or links. Dates are real dates;
those before 1900, which Excel's calendar lacks, are ISO text. Lists are joined by `|`; an unknown value is an
empty cell. Control characters are kept by Excel's own escape (`_x0000_`), which Excel and the common readers
undo.

What Excel would have to change or cut is refused: more rows than a sheet has (`TooManyRows`), a text over
32,767 characters, NaN, infinity and other numbers out of Excel's range, integers beyond 2**53, and two characters that
XML lacks, U+FFFE and U+FFFF (`CannotHold`). Of the numbers that it takes Excel itself shows 15 digits.

A workbook is a ZIP, which has its directory at the end, and no reader takes one without. The sheet "About" is written
last: it holds the SHA-256 of the same rows as CSV.
"""

from collections.abc import Iterator
from itertools import chain
from zipfile import ZipFile

import pyarrow as pa
import pyarrow.compute as pc

from exports import xlsx_rows
from exports.about import About
from exports.cells import check, flatten
from exports.errors import TooManyRows
from exports.fingerprint import CsvFingerprint
from exports.pieces import slices
from exports.sink import Sink
from exports.xlsx_frame import SHEET, frame
from exports.zip_file import entry

# What a sheet has, its header included.
MAX_ROWS = 1_048_576
# Programs tell a workbook from any other ZIP by the part that comes first.
TYPES = "[Content_Types].xml"
# Bytes of the rows' part: beyond, it needs a form of ZIP that Excel takes for damage.
MAX_BYTES = 2**31 - 2**20


def stream(tables: Iterator[pa.Table], schema: pa.Schema, about: About, raw: bool) -> Iterator[bytes]:
    """Write the rows, and beside them what the file says about itself."""
    check(schema)
    if about.rows >= MAX_ROWS:
        raise TooManyRows(
            f"An Excel sheet holds {MAX_ROWS - 1:,} rows and this table has {about.rows:,}; take CSV or Parquet."
        )
    return _chunks(tables, schema, about, CsvFingerprint(schema, raw=raw))


def _chunks(tables: Iterator[pa.Table], schema: pa.Schema, about: About, csv: CsvFingerprint) -> Iterator[bytes]:
    first = next(tables, schema.empty_table())
    widths = _widths(first)
    around, sink = frame(schema, widths, about), Sink()
    archive = ZipFile(sink, "w")
    archive.writestr(entry(TYPES, about.created_at), around.parts[TYPES])
    row, size = 2, 0
    with archive.open(entry(SHEET, about.created_at), "w") as sheet:
        sheet.write(around.head.encode())
        for table in chain([first], tables):
            for part in slices(table):
                xml = xlsx_rows.xml(part, row, around.styles)
                row, size = row + part.num_rows, size + len(xml)
                _check(size)
                sheet.write(xml)
            csv.add(table)
            yield sink.take()
        sheet.write(around.tail.encode())
    parts = frame(schema, widths, about, csv.end()["sha256_of_csv"]).parts
    for name, part in parts.items():
        if name != TYPES:
            archive.writestr(entry(name, about.created_at), part)
    archive.close()
    yield sink.take()


def _check(size: int) -> None:
    if size > MAX_BYTES:
        raise TooManyRows("These rows make a sheet of more than 2 GB, which Excel does not open; take CSV or Parquet.")


def _widths(table: pa.Table) -> list[int]:
    return [_width(name, column) for name, column in zip(table.column_names, flatten(table).columns, strict=True)]


def _width(name: str, column: pa.ChunkedArray) -> int:
    longest = pc.max(pc.utf8_length(column.cast(pa.string()))).as_py() or 0
    room_for_filter_button = 3
    return int(min(max(longest, len(name) + room_for_filter_button) + 1, 60))
