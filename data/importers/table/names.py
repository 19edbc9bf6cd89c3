"""Which columns does a sheet have, by our names, and what may stand in them?"""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from data.descriptions import Field
from data.importers.description import own

STATEMENTS = "statements"
OTHERS = ("actors", "issues", "events", "sources", "evidence")
"""Tables that may lie beside the statements, by the same names and with the columns of the project's own."""

# Columns of the sheet that are columns of another table there: theirs by ours.
OF_EVIDENCE = {"quotation": "exact", "attribution": "attribution", "locator": "locator"}
OF_SOURCES = {
    "source_id": "source_id",
    "source_url": "url",
    "source_title": "title",
    "source_publisher": "publisher",
    "source_country": "publisher_country",
    "source_published": "published",
    "source_language": "language",
    "source_kind": "kind",
}
# actor_id takes ids alone; actor takes names and codes too.
OF_STATEMENTS = (
    *("statement_id", "actor", "actor_id", "speaker", "date", "date_precision", "event_id", "issue", "issue_id"),
    *("stance", "kind", "summary", "doubt"),
)
COLUMNS = (*OF_STATEMENTS, *OF_EVIDENCE, *OF_SOURCES)
# Names under which the project's own files have them.
ALSO = {"issue_title": "issue", "exact": "quotation"}
NEEDED = (("actor", "actor_id"), ("date",), ("issue", "issue_id"), ("stance",))
# Letter by letter, as in the project's own records.
VERBATIM = {"quotation", "exact", "prefix", "suffix"}


def field(column: str) -> Field | None:
    """What the project's own descriptions say of a column of the sheet of statements; None for `actor` and `issue`."""
    tables = own().tables
    for table, names in (("evidence", OF_EVIDENCE), ("sources", OF_SOURCES)):
        if column in names:
            return next(field for field in tables[table].fields if field.name == names[column])
    return next((field for field in tables[STATEMENTS].fields if field.name == column), None)


def words(column: str) -> list[str]:
    """The words of which a column takes one, such as support, oppose and neutral; empty where it takes any text."""
    described = field(column)
    return list(described.constraints.get("enum", [])) if described else []


def plain(name: str) -> str:
    """A name of a column without what is written now so, now so: "Source URL" is source_url."""
    return re.sub(r"[^a-z0-9]+", "_", folded(name)).strip("_")


def folded(text: str) -> str:
    """A text in small letters without accents, single spaces between words."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())


def nearest(name: str, known: Iterable[str]) -> str:
    """A clause that proposes what may have been meant; empty where nothing is near."""
    found = get_close_matches(name, list(known), n=3, cutoff=0.6)
    return f"; did you mean {' or '.join(found)}?" if found else ""
