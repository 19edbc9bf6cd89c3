"""A statement as it is published, and what of it stands in the records."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ui import rows
from ui.correcting.wanted import Cells
from ui.record_columns import STATEMENTS

COLUMNS = STATEMENTS[1:]
"""Of statements.csv, but for the first."""

Row = Mapping[str, Any]


def row(statement_id: str) -> Row | None:
    """Give the row of `statements_by_id`; None where there is none."""
    found = rows.records("statements_by_id", statement_ids=[statement_id]) if statement_id else []
    return found[0] if found else None


def cells(published: Row) -> Cells:
    """Write it as it stands in the records: columns but statement_id."""
    texts = {column: published[column] for column in COLUMNS}
    return {column: _text(value) for column, value in texts.items()}


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")
