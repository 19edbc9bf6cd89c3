"""README.md and LICENSE.txt: what a package says to the people who open it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from exports.about import About
from exports.package.rows import Rows
from exports.phrases import day_words

TEXTS = (
    "The texts of sources (column text of the table sources; exact, prefix and suffix of the table evidence) are the "
    "work of their publishers. They are kept so that a quotation can be read in its context, they are not ours to "
    "license, and no licence named here covers them unless it is their publishers' own."
)
CAVEATS = (
    "Summaries are in the collection's own words; they are no quotations. The words of a source stand in the column "
    "`exact` of `evidence`, where its text is held.",
    "An empty cell means unknown, never nought and never no.",
    "Silence is no position. Only where `coverage` has a search is it known that somebody looked, and when.",
    "`attribution` says how close a source is to the actor: `direct`, `press`, or only `listed` in somebody else's "
    "list, which is weaker evidence.",
    "Where only the month or the year of a statement is known, `date` is its first day and `counts_on` its last; "
    "`date_precision` says which.",
    "A parliament, a party or a region never speaks for its state. An organisation speaks for its full members of that "
    "day at most, and a reader decides whether that counts.",
    "`corrections` says what was changed after publication, and why.",
)
SELECTION = (
    "The statements are those in view. `evidence` holds everything that these rest on, also what a filter by source or "
    "attribution left out of sight; `sources` those of this evidence and of the events; all other tables are complete, "
    "so that every id leads to its row."
)
FORMS = (
    "Each table is there twice, with the same rows: as CSV and as Parquet. Types, units, keys and what is allowed "
    "stand in `datapackage.json` (a Frictionless Data Package, version 2), sizes and SHA-256 there and in "
    "`manifest.json`.",
    "The CSV is for programs: UTF-8 without a byte order mark, commas, text in quotation marks, lines that end in "
    "CR LF, lists joined by `|`. **Do not open it in a spreadsheet**: text that begins with `=`, `+`, `-` or `@` "
    "stands as it is and could be run as a formula. For spreadsheets take the Excel form, or the CSV that the pages "
    "offer, where such text has an apostrophe in front.",
)


def licence(about: About, tables: Iterable[Mapping[str, Any]]) -> bytes:
    """Say under which licence the records are, and what is under none.

    Args:
        about: What the package says of itself.
        tables: Rows of the table of tables.
    """
    others = [f"- {table['table']}: {table['licence']}" for table in tables if table["licence"] != about.licence]
    return _joined(
        f"The records in this package are licensed under: {about.licence}\n{about.licence_url}",
        "These tables are under a licence of their own:\n" + "\n".join(others) if others else "",
        f"Please cite:\n{about.citation}",
        TEXTS,
    )


def readme(rows: Rows, about: About) -> bytes:
    """Say what is in the package, how it is to be read and cited, and what to beware of.

    Args:
        rows: What the package holds, read to the end.
        about: What it says of itself.
    """
    collection = rows.dictionary("collection")[0]
    return _joined(
        f"# {about.collection}",
        collection["description"] or "",
        f"Data version {about.data_version}, made on {day_words(about.created_at.date())} ({about.created}). "
        f"The same rows on a page: {about.url}",
        "## What is in it",
        *_filters(rows, about),
        "\n".join(_tables(rows)),
        "## How to read it",
        *FORMS,
        "## How to cite it",
        about.citation,
        f"Licence: {about.licence}, {about.licence_url}. {TEXTS}",
        "## What to beware of",
        "\n".join(f"- {caveat}" for caveat in CAVEATS),
    )


def _filters(rows: Rows, about: About) -> Iterator[str]:
    if rows.is_whole:
        yield "The whole collection."
    else:
        yield "A selection:"
        yield "\n".join(f"- {name}: {value}" for name, value in about.filters)
        yield SELECTION


def _tables(rows: Rows) -> Iterator[str]:
    yield from ("| table | rows | what it holds |", "| --- | ---: | --- |")
    for table in rows.dictionary("tables"):
        cells = (f"`{table['table']}`", f"{rows.counts[table['table']]:,}", table["description"])
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _joined(*paragraphs: str) -> bytes:
    return ("\n\n".join(filter(None, paragraphs)) + "\n").encode()
