"""APA style, 7th edition, as plain text: an entry of the list of references.

A date that is not known is "n.d.", and then the day of retrieval is given. Where there is no author the title comes
first. A publisher that is the author is not said again.
"""

from exports.citations.prose import MONTHS, accessed, american, series, stopped
from exports.citations.work import Issued, Work


def write(work: Work) -> str:
    """Write a work on one line."""
    authors, title = stopped(series(work.authors, "&", most=20)), stopped(_title(work))
    day = f"({_date(work.issued)})."
    start = [authors, day, title] if authors else [title, day]
    publisher = "" if work.publisher in work.authors else stopped(work.publisher)
    return " ".join(filter(None, [*start, _container(work), publisher, _way(work)]))


def _date(issued: Issued) -> str:
    year, month, day = (*issued.parts, 0, 0, 0)[:3]
    if not month:
        return str(year) if year else "n.d."
    return f"{year}, {MONTHS[month - 1]} {day}" if day else f"{year}, {MONTHS[month - 1]}"


def _title(work: Work) -> str:
    if work.kind == "collection":
        return f"{work.title} (Version {work.version}) [Data set]"
    return f"{work.title} [Data set]" if work.kind == "view" else work.title


def _container(work: Work) -> str:
    if not work.container:
        return ""
    # A view has said already that it is data.
    form = "" if work.kind == "view" else " [Data set]"
    return f"In {work.container} (Version {work.version}){form}."


def _way(work: Work) -> str:
    seen = american(accessed(work))
    return f"Retrieved {seen}, from {work.url}" if seen else work.url
