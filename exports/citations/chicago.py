"""Chicago style, 17th edition, notes and bibliography, as plain text: a full note.

Where no date is known the day of access is given. The date of a statement stands by its words, that of all else
before the address.
"""

from exports.citations.prose import accessed, american, is_named, quoted, series
from exports.citations.work import Work


def write(work: Work) -> str:
    """Write a work on one line."""
    authors, day = series(work.authors, "and", most=3), american(work.issued)
    is_statement = work.kind == "statement"
    title = quoted(work.title, ",") if is_named(work) else f"{work.title},"
    rest = [
        day if is_statement else "",
        work.container and f"in {work.container}",
        "" if work.publisher in work.authors else work.publisher,
        work.version and f"data version {work.version}",
        "" if is_statement else day,
        _accessed(work),
        work.url,
    ]
    return f"{authors and f'{authors}, '}{title} {', '.join(filter(None, rest))}."


def _accessed(work: Work) -> str:
    seen = american(accessed(work))
    return seen and f"accessed {seen}"
