"""RIS: one tag a line, which every reference manager reads.

Lines end as the format says, in CR LF; no value holds a line end, so none can look like a tag. Dates are
year/month/day/, and what is not known of them stays empty.
"""

from exports.citations.work import Issued, Work, key

# News and data have types of their own; all else is a page on the web.
TYPES = {"collection": "DATA", "view": "DATA"}


def write(work: Work) -> str:
    """Write a work as one reference; what is not known is left out."""
    tags = [
        ("TY", TYPES.get(work.kind) or ("NEWS" if work.genre == "News" else "ELEC")),
        ("ID", key(work)),
        *(("AU", _name(author)) for author in work.authors),
        ("TI", work.title),
        ("T2", work.container or (work.publisher if work.kind == "source" else "")),
        ("PB", "" if work.kind == "source" else work.publisher),
        ("PY", work.issued.iso[:4]),
        ("DA", _date(work.issued)),
        ("Y2", _date(Issued(work.accessed))),
        ("CY", work.place),
        ("ET", work.version),
        ("M3", work.printed_genre),
        ("LA", work.language),
        # A semicolon parts two addresses.
        ("UR", work.url.replace(";", "%3B")),
        ("AB", work.abstract),
        ("N1", work.note),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in tags if value) + "ER  - \r\n"


def _name(author: str) -> str:
    # A comma parts surname from given name; readers drop what follows a second one.
    return " – ".join(filter(None, map(str.strip, author.split(","))))


def _date(issued: Issued) -> str:
    if not issued.parts:
        return ""
    year, month, day = [*issued.iso.split("-"), "", ""][:3]
    return f"{year}/{month}/{day}/"
