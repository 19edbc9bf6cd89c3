"""Is every cell written as people and programs expect it?

These checks look at one cell at a time and at what a Table Schema lets pass.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from urllib.parse import urlsplit

from data import dates
from data.descriptions import Description, Field
from data.problems import Problem, shown
from data.reading import Sheet

# A passage and what stands around it are kept letter by letter, line ends and outer spaces included. Corrections name
# its row by it, in their column id.
VERBATIM = {"exact", "prefix", "suffix", "id"}
MOST, MOST_OF_ID = 4000, 4500
# Persian and Indic scripts are spelt with these two.
JOINERS = "\u200c\u200d"
PLACEHOLDERS = {"n/a", "na", "none", "null", "nan", "unknown", "tbd", "?", "-", "--"}


def cell_problems(tables: Mapping[str, Description], sheets: Mapping[str, Sheet]) -> list[Problem]:
    """Check the writing of every cell.

    Args:
        tables: Descriptions by table.
        sheets: Cells by table.

    Returns:
        One problem for each fault of a cell.
    """
    return [
        Problem(sheet.file, row.number, f"{field.name} {what}")
        for name, sheet in sheets.items()
        for field in tables[name].fields
        for row in sheet.rows()
        for what in _faults(row.cells[field.name], field)
    ]


def _faults(cell: str, field: Field) -> Iterator[str]:
    if cell:
        for check in CHECKS:
            yield from check(cell, field)


def _stray_space(cell: str, field: Field) -> Iterator[str]:
    if field.name not in VERBATIM and (cell != cell.strip() or "  " in cell):
        yield f"{shown(cell)} has a space too many; take out spaces at the ends and double ones"


def _control_characters(cell: str, field: Field) -> Iterator[str]:
    if field.name in VERBATIM:
        found = {c for c in cell if unicodedata.category(c) == "Cc" and c not in "\n\r\t"}
    else:
        found = {c for c in cell if not c.isprintable() and c not in JOINERS}
    if found:
        codes = ", ".join(f"U+{ord(c):04X}" for c in sorted(found))
        yield f"{shown(cell)} holds invisible characters ({codes}); take them out"


def _too_long(cell: str, field: Field) -> Iterator[str]:
    most = MOST_OF_ID if field.name == "id" else MOST
    if len(cell) > most:
        yield f"{shown(cell)} has {len(cell)} characters where {most} is the most; look for a missing quotation mark"


def _placeholder(cell: str, field: Field) -> Iterator[str]:
    # "no" and the like are values of their own where the description lists them.
    if cell.lower() in PLACEHOLDERS and cell not in field.constraints.get("enum", []):
        yield f"{shown(cell)} stands for unknown; leave the cell empty instead"


def _number_form(cell: str, field: Field) -> Iterator[str]:
    # A Table Schema takes NaN, INF and 1e3 for numbers.
    if field.type == "number" and _reads(float, cell) and not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell):
        yield f"{shown(cell)} is not a plain number; write it as in 39.8153"


def _date_form(cell: str, field: Field) -> Iterator[str]:
    # A Table Schema takes 2020-4-1 for a date, and the form of a partial date lets 2020-02-30 pass.
    if field.type == "date" and _reads(_loose_date, cell) and dates.day(cell) is None:
        yield f"{shown(cell)} is not written in full; write it as in 2020-04-15"
    if field.unit == "day, month or year" and len(cell) in (7, 10) and dates.first_day(cell) is None:
        yield f"{shown(cell)} is not in the calendar; write it as in 1991, 1991-12 or 1991-12-21"


def _loose_date(cell: str) -> datetime:
    return datetime.strptime(cell, "%Y-%m-%d")


def _reads(reader: Callable[[str], object], cell: str) -> bool:
    try:
        reader(cell)
    except ValueError:
        return False
    return True


def _list_items(cell: str, field: Field) -> Iterator[str]:
    items = cell.split("|") if field.type == "list" else []
    if any(not item or item != item.strip() for item in items) or len(set(items)) < len(items):
        yield f"{shown(cell)} has an empty, a padded or a repeated item; write each name once, with | between"


def _address(cell: str, field: Field) -> Iterator[str]:
    # The form of an address lets "https://[bad" pass, which programs then fail to take apart.
    if field.name == "url" and not _reads(_host, cell):
        yield f"{shown(cell)} is not an address that a browser could open; copy it anew from the page"


def _host(cell: str) -> str:
    parts = urlsplit(cell)
    if not parts.hostname or parts.username is not None or parts.port == 0:
        raise ValueError(cell)
    return parts.hostname


CHECKS: tuple[Callable[[str, Field], Iterator[str]], ...] = (
    _stray_space,
    _control_characters,
    _too_long,
    _placeholder,
    _number_form,
    _date_form,
    _list_items,
    _address,
)
