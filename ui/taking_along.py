"""Where the collection cannot be written: the rows of what was confirmed, as files for whoever keeps its records."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping

import streamlit as st

from ui.confirming import Confirmed

STATEMENTS = (
    "statement_id",
    "actor_id",
    "speaker",
    "date",
    "date_precision",
    "event_id",
    "issue_id",
    "stance",
    "kind",
    "summary",
    "doubt",
)
EVIDENCE = ("statement_id", "source_id", "attribution", "locator", "exact")
SOURCES = ("source_id", "kind", "publisher", "publisher_country", "title", "url", "published", "language")
NOTE = (
    "Proposed rows for the records of a collection, confirmed at the desk and not yet in it.\n"
    "statements.csv, evidence.csv and sources.csv have the columns of the records. Ids that begin with NEW are to be\n"
    "replaced; others are held already. review.json says what was proposed and what became of it.\n"
)


def offer(confirmed: Confirmed) -> None:
    """Offer the rows as one file."""
    st.html("<p class='why'>This server does not write to the collection. Send the rows to whoever keeps it.</p>")
    st.download_button(
        "Download the rows (ZIP)", archive(confirmed), "proposed-rows.zip", "application/zip", on_click="ignore"
    )


def archive(confirmed: Confirmed) -> bytes:
    """Write what was confirmed as a ZIP of CSVs, with the review and a note."""
    source_id = confirmed.source["source_id"] or "NEW-source"
    statements, evidence = [], []
    for number, each in enumerate(confirmed.statements, start=1):
        statement_id = each["held_id"] or f"NEW-{number}"
        if not each["held_id"]:
            statements.append({**each["cells"], "statement_id": statement_id})
        exact = confirmed.text[slice(*each["span"])] if confirmed.text is not None else ""
        evidence.append({**each["evidence"], "statement_id": statement_id, "source_id": source_id, "exact": exact})
    files = {
        "README.txt": NOTE,
        "sources.csv": _csv(SOURCES, [{**confirmed.source, "source_id": source_id}]),
        "statements.csv": _csv(STATEMENTS, statements),
        "evidence.csv": _csv(EVIDENCE, evidence),
        "review.json": json.dumps(
            {**confirmed.review, "reviewed_by": confirmed.reviewed_by}, ensure_ascii=False, indent=1
        ),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return written.getvalue()


def _csv(columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*columns], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
