"""Rows as comma-separated text, for every program there is.

The form is RFC 4180: a header, commas, CRLF, text always in quotation marks. Dates are ISO 8601, lists are
joined by `|`, an unknown value is nothing between two commas (an empty text is `""`).

Decisions:

- UTF-8 with a byte order mark. Without it Excel takes the file for the system's old code page and spoils
  every name beyond ASCII; pandas, DuckDB and pyarrow drop the mark by themselves, Python's `csv` with
  `utf-8-sig`.
- Nothing but rows. Comment lines would break the parsers that a CSV is for. The file's name carries subject,
  range and data version, the other forms carry the whole `About`.
- No cell runs. Spreadsheets may run a cell that begins with `=`, `+`, `-` or `@`, with a full-width form of
  these, or with a tab, a line end or NUL (OWASP, "CSV injection"). Text that begins so, white space left
  aside, gets an apostrophe in front. So does text that has apostrophes before such a beginning: taking one
  apostrophe away from every text that matches `FORMULA` gives the exact text back. Numbers and dates stay as
  they are: -74.0060 is a longitude.

The last rule holds for programs that split at commas. Where Excel splits at semicolons, as in much of Europe,
a double click misreads any CSV: there the Excel form is the one for spreadsheets.
"""

import codecs
from io import BytesIO

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow.csv import WriteOptions, write_csv

from exports.about import About
from exports.cells import flatten
from exports.errors import CannotHold

FORMULA = r"^('*\s*[=+\-@＝＋－＠\t\r\n\x00])"


def write(table: pa.Table, _about: About) -> bytes:
    """Write the rows as CSV; what the file says about itself is in its name only (see above)."""
    flat = flatten(table)
    if flat.num_columns == 1 and flat.column(0).null_count:
        raise CannotHold("A row with nothing in it is an empty line, which CSV readers skip; take JSON or Parquet.")
    columns = [_inert(column) if pa.types.is_string(column.type) else column for column in flat.columns]
    names = _inert(pa.array(flat.column_names, pa.string())).to_pylist()
    buffer = BytesIO()
    buffer.write(codecs.BOM_UTF8)
    write_csv(pa.table(columns, names=names), buffer, WriteOptions(eol="\r\n"))
    return buffer.getvalue()


def _inert(texts: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    return pc.replace_substring_regex(texts, FORMULA, r"'\1")
