"""Rows as comma-separated text, for every program there is.

The form is RFC 4180: a header, commas, CRLF, text always in quotation marks. Dates are ISO 8601, lists are
joined by `|`, an unknown value is nothing between two commas (an empty text is `""`).

Decisions:

- UTF-8 with a byte order mark. Without it Excel takes the file for the system's old code page and spoils
  every name beyond ASCII; pandas, DuckDB and pyarrow drop the mark by themselves, Python's `csv` with
  `utf-8-sig`.
- Nothing but rows. Comment lines would break the parsers that a CSV is for. The file's name carries subject,
  range and data version, the other forms carry the whole `About`.
- Nothing tells its end. A file that was cut between two rows reads like a whole one: only the broken connection tells,
  or the SHA-256 of the manifest.
- No cell runs. Spreadsheets may run a cell that begins with `=`, `+`, `-` or `@`, with a full-width form of
  these, or with a tab, a line end or NUL (OWASP, "CSV injection"). Text that begins so, white space left
  aside, gets an apostrophe in front. So does text that has apostrophes before such a beginning: taking one
  apostrophe away from every text that matches `FORMULA` gives the exact text back. Numbers and dates stay as
  they are: -74.0060 is a longitude. Who reads the file with a program may ask for it raw, without apostrophes.

The last rule holds for programs that split at commas. Where Excel splits at semicolons, as in much of Europe,
a double click misreads any CSV: there the Excel form is the one for spreadsheets.
"""

import codecs
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow.csv import WriteOptions, write_csv

from exports.about import About
from exports.cells import check, flatten
from exports.errors import CannotHold
from exports.pieces import Chunk

FORMULA = r"^('*[ \t\n\f\r]*[=+\-@＝＋－＠\t\r\n\x00])"
# First bytes of every text that matches it, and of few others: a look at them is twenty times as fast as the pattern.
SUSPECTS = b"' \t\n\f\r\x00=+-@" + "＝".encode()[:1]


def stream(tables: Iterator[pa.Table], schema: pa.Schema, _about: About, raw: bool) -> Iterator[Chunk]:
    """Write the rows as CSV; what the file says about itself is in its name only (see above)."""
    check(schema)
    return _chunks(tables, schema, raw=raw)


def _chunks(tables: Iterator[pa.Table], schema: pa.Schema, *, raw: bool) -> Iterator[Chunk]:
    yield header(schema, raw=raw)
    for table in tables:
        # All of a piece is refused, or nothing: where a file has one piece only, then nothing of it goes out.
        yield lines(table, raw=raw)


def header(schema: pa.Schema, *, raw: bool) -> Chunk:
    """Give the first line, after the byte order mark."""
    names = pa.array(schema.names, pa.string())
    empty = pa.table([pa.array([], pa.string())] * len(schema), names=(names if raw else inert(names)).to_pylist())
    return codecs.BOM_UTF8 + bytes(_written(empty, include_header=True))


def lines(table: pa.Table, *, raw: bool) -> Chunk:
    """Give the rows of a table, a line each unless a text has line ends."""
    return _written(_safe(table, raw=raw), include_header=False)


def _safe(table: pa.Table, *, raw: bool) -> pa.Table:
    """Bring a table into cells that can be told from each other, and do not run."""
    flat = flatten(table if raw else _with_inert_dictionaries(table))
    if flat.num_columns == 1 and flat.column(0).null_count:
        raise CannotHold("A row with nothing in it is an empty line, which CSV readers skip; take JSON or Parquet.")
    if raw:
        return flat
    columns = [
        inert(column) if pa.types.is_string(column.type) and not _is_coded(kind) else column
        for column, kind in zip(flat.columns, table.schema.types, strict=True)
    ]
    return pa.table(columns, names=flat.column_names)


def _with_inert_dictionaries(table: pa.Table) -> pa.Table:
    """Look at a text that repeats once for each piece, and not once for each row."""
    columns = [
        pa.chunked_array([_with_inert_dictionary(chunk) for chunk in column.chunks], column.type)
        if _is_coded(column.type)
        else column
        for column in table.columns
    ]
    return pa.table(columns, names=table.column_names)


def _with_inert_dictionary(texts: pa.DictionaryArray) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(texts.indices, inert(texts.dictionary))


def _is_coded(kind: pa.DataType) -> bool:
    return bool(pa.types.is_dictionary(kind) and pa.types.is_string(kind.value_type))


def inert(texts: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    """Put an apostrophe before every text that a spreadsheet could run."""
    if not _is_suspect(texts):
        return texts
    return pc.replace_substring_regex(texts, FORMULA, r"'\1")


def _is_suspect(texts: pa.Array | pa.ChunkedArray) -> bool:
    first = pc.binary_slice(texts.cast(pa.binary()), 0, 1)
    chunks = first.chunks if isinstance(first, pa.ChunkedArray) else [first]
    beginnings = b"".join(chunk.buffers()[-1] or b"" for chunk in chunks)
    return len(beginnings.translate(None, SUSPECTS)) < len(beginnings)


def _written(flat: pa.Table, *, include_header: bool) -> memoryview:
    sink = pa.BufferOutputStream()
    write_csv(flat, sink, WriteOptions(include_header=include_header, eol="\r\n"))
    return memoryview(sink.getvalue())
