"""MLA style, 9th edition, as plain text: an entry of the list of works cited.

An organisation that is author and publisher at once is the publisher alone. What is not known is left out, and where no
date is known the day of access is given. The date of a statement stands by its words, not by those of the collection.
"""

from exports.citations.prose import MONTHS, accessed, is_named, quoted, series, stopped
from exports.citations.work import Issued, Work


def write(work: Work) -> str:
    """Write a work on one line."""
    authors = "" if work.authors == (work.publisher,) else stopped(series(work.authors, "and", most=2))
    title = quoted(work.title, ".") if is_named(work) else stopped(work.title)
    is_statement = work.kind == "statement"
    said_on = stopped(_date(work.issued)) if is_statement else ""
    version = work.version and f"{'data' if work.container else 'Data'} version {work.version}"
    found_in = [work.container, version, work.publisher, "" if is_statement else _date(work.issued), work.url]
    seen = _date(accessed(work))
    parts = [authors, title, said_on, f"{', '.join(filter(None, found_in))}.", seen and f"Accessed {seen}."]
    return " ".join(filter(None, parts))


def _date(issued: Issued) -> str:
    year, month, day = (*issued.parts, 0, 0, 0)[:3]
    if not month:
        return str(year or "")
    return f"{day} {_short(month)} {year}" if day else f"{_short(month)} {year}"


def _short(month: int) -> str:
    name = MONTHS[month - 1]
    # Names of up to four letters are written out, and September has four.
    return name if len(name) < 5 else f"{name[: 4 if month == 9 else 3]}."
