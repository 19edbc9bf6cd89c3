"""A table that turns into a list of cards where the screen is narrow, and stays a table for screen readers."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

from api.handout.markup import Node, el


class Cell(NamedTuple):
    """What stands in a cell, and the value it is sorted by where that is another than its words."""

    content: Sequence[Node]
    value: str | None = None


class Row(NamedTuple):
    """A row: its cells, and the id that links lead to."""

    cells: Sequence[Cell]
    id: str | None = None


def table(caption: str, columns: Sequence[str], rows: Iterable[Row], kind: str) -> ET.Element:
    """Write a table.

    Args:
        caption: What it holds.
        columns: Their heads; the first names the row.
        rows: As many cells each as there are columns.
        kind: A class, for its looks.
    """
    # On a narrow screen the rows are no table any more for the eye, and would be none for a screen reader.
    head = el("tr", *(el("th", words, scope="col", role="columnheader") for words in columns), role="row")
    return el(
        "table",
        el("caption", caption),
        el("thead", head, role="rowgroup"),
        el("tbody", *(written(row) for row in rows), role="rowgroup"),
        class_=kind,
        role="table",
    )


def dot(ink: str) -> ET.Element:
    """A spot of a colour, by its name."""
    return el("span", class_=f"dot ink-{ink}", aria_hidden="true")


def text(words: str | None) -> Cell:
    """A cell of words."""
    return Cell([words])


def written(row: Row) -> ET.Element:
    """Write one row."""
    first, *others = row.cells
    name = el("th", *first.content, scope="row", role="rowheader", data_value=first.value)
    cells = (el("td", *cell.content, role="cell", data_value=cell.value) for cell in others)
    return el("tr", name, *cells, role="row", id=row.id)
