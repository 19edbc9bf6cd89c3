"""Rows as JSON, for programs: one object with `about`, `rows` and `end`.

UTF-8, one row a line. Dates are ISO 8601, lists are arrays, an unknown value is null. NaN, infinity and types
that JSON lacks are refused (`CannotHold`).

`end` comes last and holds the number of rows and the SHA-256 of the same rows as CSV (null where CSV could not hold
them). No parser takes a file that lacks its end.
"""

import json
from collections.abc import Iterator

import pyarrow as pa

from exports import json_rows
from exports.about import About
from exports.fingerprint import CsvFingerprint


def stream(tables: Iterator[pa.Table], schema: pa.Schema, about: About, raw: bool) -> Iterator[bytes]:
    """Write `{"about": {...}, "rows": [{column: value}, ...], "end": {"rows": n, "sha256_of_csv": "..."}}`."""
    json_rows.check(schema)
    return _chunks(tables, about, CsvFingerprint(schema, raw=raw))


def _chunks(tables: Iterator[pa.Table], about: About, csv: CsvFingerprint) -> Iterator[bytes]:
    yield f'{{"about": {text(about.as_dict())},\n"rows": ['.encode()
    rows, between = 0, b"\n"
    for table in tables:
        for lines in json_rows.lines(table, rows):
            yield between + json_rows.joined(lines, ",\n")
            between = b",\n"
        csv.add(table)
        rows += table.num_rows
    yield f'\n],\n"end": {text(csv.end())}}}\n'.encode()


def text(value: object) -> str:
    """Write a value as JSON, with every letter as it is."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
