"""A correction as rows to take along, where the collection cannot be changed from here: the lines of two tables."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import streamlit as st

from ui import rows
from ui.correcting.published import COLUMNS
from ui.correcting.wanted import Wanted


def offer(wanted: Wanted) -> None:
    """Offer the lines: what corrections.csv gets, and the new line of statements.csv."""
    st.html(f"<p class='why'>{_what_to_do(wanted)}</p>")
    with st.container(horizontal=True):
        _file("Line for corrections.csv", _written(_corrections(wanted)), "corrections.csv")
        if wanted.cells is not None:
            line = [wanted.statement_id, *(wanted.cells[column] for column in COLUMNS)]
            _file("Line for statements.csv", _written([line]), "statements.csv")


def _what_to_do(wanted: Wanted) -> str:
    if wanted.cells is None:
        return (
            "Take the rows that the lines name out of statements.csv and evidence.csv, and put the lines into "
            "corrections.csv; then build."
        )
    return "Put both in place of, or into, the lines of the records; then build."


def _corrections(wanted: Wanted) -> list[list[str]]:
    # The build dates versions by the clock on the wall, and goes by these days.
    day = datetime.now(UTC).astimezone().date().isoformat()
    said = [wanted.why, wanted.reported_by]
    if wanted.cells is not None:
        told = (f'{column} was "{old}" and is "{new}"' for column, (old, new) in wanted.changes().items())
        return [[day, "statements", wanted.statement_id, "; ".join(told), *said]]
    rests_on = rows.records("evidence_of_statements", statement_ids=[wanted.statement_id])
    keys = [f"{wanted.statement_id}|{row['source_id']}|{row['exact'] or ''}" for row in rests_on]
    gone = [("statements", wanted.statement_id), *(("evidence", " ".join(each.split())) for each in keys)]
    stood = "; ".join(f'{column} was "{cell}"' for column, cell in wanted.seen.items() if cell)
    return [[day, table, key, f"retracted; {stood}", *said] for table, key in gone]


def _written(lines: Iterable[Sequence[str]]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(lines)
    return file.getvalue()


def _file(label: str, content: str, name: str) -> None:
    st.download_button(label, content.encode(), file_name=name, mime="text/csv", on_click="ignore")
