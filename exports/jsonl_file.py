"""Rows as JSON lines, for programs that read one row at a time: an object a line, and nothing else.

The objects are those of the JSON form. Nothing tells the file's end: one that was cut after a line reads like a whole
one, as with CSV.
"""

from collections.abc import Iterator

import pyarrow as pa

from exports import json_rows
from exports.about import About


def stream(tables: Iterator[pa.Table], schema: pa.Schema, _about: About, _raw: bool) -> Iterator[bytes]:
    """Write `{column: value}` for each row; what the file says about itself is in its name only."""
    json_rows.check(schema)
    return _chunks(tables)


def _chunks(tables: Iterator[pa.Table]) -> Iterator[bytes]:
    rows = 0
    for table in tables:
        for lines in json_rows.lines(table, rows):
            yield json_rows.joined(lines, "\n") + b"\n"
        rows += table.num_rows
