"""The statements of a kit, each with all that it rests on: the excerpt where one is on record, and the source.

Only passages that the records hold themselves are written out, never the text around them: it may have been fetched for
the reader of this machine alone.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import quote
from xml.etree import ElementTree as ET

from api.handout import tables
from api.handout.markup import Node, el, link
from api.handout.scenes import Row
from api.handout.table import Cell, written
from api.kit.kit import Kit, anchor
from exports.vocabulary import ATTRIBUTIONS

ARCHIVE = "https://web.archive.org/web/"


def rows(kit: Kit) -> Iterator[ET.Element]:
    """Write a row for each statement, newest first."""
    found = sorted(kit.statements.rows, key=lambda row: row["statement_id"])
    found.sort(key=lambda row: row["counts_on"], reverse=True)
    for row in found:
        said = tables.statement(row, _name, with_issue=not kit.asked.issue)
        cell = Cell([evidence(row, kit.evidence.get(row["statement_id"], []))])
        yield written(said._replace(cells=[*said.cells[:-1], cell]))


def evidence(statement: Row, found: Sequence[Row]) -> ET.Element:
    """Write what a statement rests on."""
    return el("ul", *(_piece(statement, row) for row in found), class_="evidence")


def ways(url: str, published: date | None) -> list[Node]:
    """Write the ways to an original and to an archived copy of about its day: only for who is online."""
    day = f"{published:%Y%m%d}/" if published else ""
    archived = f"{ARCHIVE}{day}{quote(url, safe='/:?=&%#@,;+~!*$')}"
    return [link(url, "Original"), " · ", link(archived, "Archived copy")]


def _piece(statement: Row, row: Row) -> ET.Element:
    how = "Recorded vote" if statement["kind"] == "vote" else ATTRIBUTIONS[row["attribution"]]
    where = f", {row['locator']}" if row["locator"] else ""
    return el(
        "li",
        el("blockquote", row["exact"]) if row["exact"] else None,
        f"{how}: ",
        el("a", row["source_title"], href=anchor("source", row["source_id"])),
        f", {row['publisher']}{where}. ",
        *ways(row["url"], row["published"]),
    )


def _name(row: tables.Found) -> Node:
    return el("span", row["actor_name"])
