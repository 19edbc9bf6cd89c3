"""Rows as JSON, for programs: one object with `about` and `rows`.

UTF-8, one row a line. Dates are ISO 8601, lists are arrays, an unknown value is null. NaN, infinity and types
that JSON lacks are refused (`CannotHold`).
"""

import json
from datetime import date
from typing import Any

import pyarrow as pa

from exports.about import About
from exports.errors import CannotHold


def write(table: pa.Table, about: About) -> bytes:
    """Write `{"about": {...}, "rows": [{column: value}, ...]}`."""
    rows = ",\n".join(_row(number, row) for number, row in enumerate(table.to_pylist(), start=1))
    text = f'{{"about": {json.dumps(about.as_dict(), ensure_ascii=False)},\n"rows": [\n{rows}\n]}}\n'
    return text.encode("utf-8")


def _row(number: int, row: dict[str, Any]) -> str:
    try:
        return json.dumps(row, ensure_ascii=False, allow_nan=False, default=_day)
    except (TypeError, ValueError) as error:
        raise CannotHold(f"JSON cannot hold row {number} ({error}); take Parquet.") from error


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a value of type {type(value).__name__}")
