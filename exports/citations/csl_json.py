"""CSL-JSON: what citation managers and the processors of the Citation Style Language read.

A list of items, after the language's own schema, csl-data.json.
"""

import json
from datetime import date
from typing import Any

from exports.citations.work import Issued, Work, key

# An entry of a database is what our account of a statement or an event is.
TYPES = {"statement": "entry", "event": "entry", "collection": "dataset", "view": "dataset"}
SOURCE_TYPES = {"News": "article-newspaper", "Document": "document", "Resolution": "document"}
IN_A_PERIODICAL_OR_SITE = ("article-newspaper", "webpage")


def write(work: Work) -> str:
    """Write a work as a list of one item; what is not known is left out."""
    return json.dumps([item(work)], ensure_ascii=False, indent=1) + "\n"


def item(work: Work) -> dict[str, Any]:
    """Say a work in the variables of the language."""
    kind = TYPES.get(work.kind) or SOURCE_TYPES.get(work.genre, "webpage")
    is_site = not work.container and kind in IN_A_PERIODICAL_OR_SITE
    said = {
        "id": key(work),
        "type": kind,
        "title": work.title,
        "author": [{"literal": name} for name in work.authors],
        "issued": _date(work.issued),
        "accessed": _date(Issued(work.accessed)),
        "container-title": work.publisher if is_site else work.container,
        "publisher": "" if is_site else work.publisher,
        "version": work.version,
        "genre": work.printed_genre,
        "event-date": _range(*work.span) if work.kind == "event" else {},
        "event-place": work.place,
        "language": work.language,
        "URL": work.url,
        "abstract": work.abstract,
        "note": work.note,
    }
    return {name: value for name, value in said.items() if value}


def _date(issued: Issued) -> dict[str, Any]:
    return {"date-parts": [[*issued.parts]]} if issued.parts else {}


def _range(first: date | None, last: date | None) -> dict[str, Any]:
    days = [[*Issued(day).parts] for day in dict.fromkeys((first, last)) if day]
    return {"date-parts": days} if first else {}
