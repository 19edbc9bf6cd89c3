"""Where the collection cannot be written: the rows of what was confirmed, as files for whoever keeps its records."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Mapping

import streamlit as st

from ui.confirming import Confirmed
from ui.record_columns import EVIDENCE, SOURCES, STATEMENTS

Context = Callable[[str, int, int], tuple[str, str]]
NOTE = (
    "Proposed rows for the records of a collection, confirmed at the desk and not yet in it.\n"
    "statements.csv, evidence.csv and sources.csv have the columns of the records. Ids that begin with NEW are to be\n"
    "replaced; others are held already. review.json says what was proposed and what became of it.\n"
)


def offer(confirmed: Confirmed, context: Context) -> None:
    """Offer the rows as one file; `context` gives prefix and suffix of a passage."""
    st.html("<p class='why'>This server does not write to the collection. Send the rows to whoever keeps it.</p>")
    st.download_button(
        "Download the rows (ZIP)",
        archive(confirmed, context),
        "proposed-rows.zip",
        "application/zip",
        on_click="ignore",
    )


def archive(confirmed: Confirmed, context: Context) -> bytes:
    """Write what was confirmed as a ZIP of CSVs, with the review and a note."""
    is_new = not confirmed.source["source_id"]
    source_id = "NEW-source" if is_new else confirmed.source["source_id"]
    statements, evidence = [], []
    for number, each in enumerate(confirmed.statements, start=1):
        statement_id = each["held_id"] or f"NEW-{number}"
        if not each["held_id"]:
            statements.append({**each["cells"], "statement_id": statement_id})
        passage = _passage(confirmed.text, each["span"], context) if confirmed.text is not None else {}
        evidence.append({**each["evidence"], "statement_id": statement_id, "source_id": source_id, **passage})
    files = {
        "README.txt": NOTE,
        "sources.csv": _csv(SOURCES, [{**confirmed.source, "source_id": source_id}] * is_new),
        "statements.csv": _csv(STATEMENTS, statements),
        "evidence.csv": _csv(EVIDENCE, evidence),
        "review.json": json.dumps(
            {**confirmed.review, "reviewed_by": confirmed.reviewed_by}, ensure_ascii=False, indent=1
        ),
    }
    if confirmed.text is not None:
        files[f"texts/{source_id}.txt"] = confirmed.text
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return written.getvalue()


def _passage(text: str, span: tuple[int, int], context: Context) -> dict[str, str]:
    start, end = span
    prefix, suffix = context(text, start, end)
    return {"exact": text[start:end], "prefix": prefix, "suffix": suffix}


def _csv(columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*columns], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
