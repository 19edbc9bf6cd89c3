"""What the parameters of the addresses below /api mean, as OpenAPI describes them; `exports.asked_of` reads them."""

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

import exports
import queries
from api import paging
from exports import rule
from exports.names import Names, names_of
from exports.reading import SINGLE
from exports.tables import EVERY_ISSUE, SORTS
from exports.vocabulary import ATTRIBUTIONS, COUNTED, FOUND_IN, KINDS, LANGUAGES, STANCES, VOICES
from queries.full_text.pieces import MOST_CHARACTERS

Said = dict[str, Any]

ID = {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,160}$"}
DAY = {"type": "string", "format": "date"}
SWITCH = {"type": "string", "enum": ["yes", "no"], "default": "no"}
PAGING = ("limit", "page")
NEEDED = {"search": "q", "reactions": "event"}
"""The parameter without which a table has no rows to give."""


def taken(table: str, *, by_page: bool) -> list[str]:
    """Name the parameters that an address of a table takes, in the order in which they are described."""
    shown = (*PAGING, *(["sort"] if table in paging.SORTED else [])) if by_page else ()
    return [*exports.TABLES[table].takes, *shown, "collection", "data", "raw"]


def reference(table: str, name: str) -> str:
    """Name what `parameters` gives for a parameter of a table."""
    return f"needed_{name}" if NEEDED.get(table) == name else name


def parameters() -> dict[str, Said]:
    """Describe every parameter, by the names of `reference`; examples are of the first collection."""
    names = names_of(next(iter(queries.served())))
    described = _filters(names) | _rule(names) | _words(names) | _always(names) | _paging()
    said = {name: _parameter(name, *each) for name, each in described.items()}
    return said | {f"needed_{name}": said[name] | {"required": True} for name in NEEDED.values()}


def _parameter(name: str, schema: Said, description: str, example: object) -> Said:
    several = name not in SINGLE and name not in paging.ONCE
    said: Said = {"name": name, "in": "query", "required": False, "description": description}
    if several:
        said |= {"schema": {"type": "array", "items": schema}, "style": "form", "explode": True, "example": [example]}
    else:
        said |= {"schema": schema, "example": example}
    return said


def _filters(names: Names) -> dict[str, tuple[Said, str, object]]:
    first, last = (day.isoformat() for day in names.days)
    return {
        "from": (DAY, "First day of the range.", first),
        "to": (DAY, "Last day of the range. A date known to the month or year counts from its last day.", last),
        "as_of": (DAY, "The day on which a position is asked for: another word for `to`.", last),
        "issue": (ID, f"One issue; /api/issues has the ids. Left out, or `{EVERY_ISSUE}`: all.", _first(names.issues)),
        "actor": (ID, "Who speaks; /api/actors has the ids.", _one_of(names.actors, "FRA")),
        "org": (ID, "Who was a full member of this organisation on the day.", _one_of(names.organisations, "EU")),
        "stance": (_enum(STANCES), "Towards the issue's proposition.", "support"),
        "kind": (_enum(KINDS), "How it was said.", "statement"),
        "attribution": (_enum(ATTRIBUTIONS), f"What it rests on: {_explained(ATTRIBUTIONS)}.", "direct"),
        "source": (ID, "The source that carries it; /api/sources has the ids.", _first(names.sources)),
        "event": (ID, "The event that it reacts to; /api/events has the ids.", _busiest_event()),
    }


def _busiest_event() -> str:
    events = [*exports.Asked(edition=next(iter(queries.served())), table="events").tables()]
    if not events:
        return ""
    rows = pa.concat_tables(events).select(["count_statements", "event_id"])
    return _first(rows.sort_by([("count_statements", "descending")])["event_id"].to_pylist())


def _rule(names: Names) -> dict[str, tuple[Said, str, object]]:
    lender = _one_of(names.organisations, "EU")
    return {
        "voice": (_enum(VOICES), f"Which own voices count: {_explained(VOICES)}. Left out: all.", "vote"),
        "through": (ID, "An organisation whose voice its members may borrow. Left out: none.", lender),
        "count": (_enum(COUNTED), f"Who counts: {_explained(COUNTED)}.", "un"),
        "rule": (_enum(rule.SHORT), f"Short for voice, through and count: {_explained(rule.SHORT)}.", "own"),
    }


def _words(names: Names) -> dict[str, tuple[Said, str, object]]:
    words = {"type": "string", "minLength": 1, "maxLength": MOST_CHARACTERS}
    return {
        "q": (words, 'The words to look for; "exact words", begin*, or, not and (…) work as on the page.', "peace"),
        "similar": (SWITCH, "Whether similar spellings count too.", "no"),
        "found": (_enum(FOUND_IN), "Where the words stand.", "source"),
        "country": (ID, "Country of the source's publisher, as an actor's id.", _one_of(names.actors, "FRA")),
        "language": (_enum(LANGUAGES), "Of the source, ISO 639-1.", "en"),
    }


def _always(names: Names) -> dict[str, tuple[Said, str, object]]:
    served, version = [*queries.served()], names.collection["data_version"]
    return {
        "collection": (_enum(served), "Left out: the first one. /api/collections lists them.", served[0]),
        "data": (
            {"type": "string", "pattern": "^[0-9a-f]{12}$"},
            "Version of the data. With it an address gives the same rows for good, without it those of the newest.",
            version,
        ),
        "raw": (SWITCH, "Whether CSV leaves text as it is that a spreadsheet could run as a formula.", "no"),
    }


def _paging() -> dict[str, tuple[Said, str, object]]:
    return {
        "limit": (_number(paging.MOST_ROWS, paging.ROWS), "Rows of a page.", paging.ROWS),
        "page": (_number(paging.MOST_PAGES, 1), "Number of the page, from 1.", 1),
        "sort": (_enum(SORTS), "Order of the rows. Left out: by id, as in the files.", "newest"),
    }


def _enum(known: Iterable[str]) -> Said:
    return {"type": "string", "enum": [*known]}


def _number(most: int, default: int) -> Said:
    return {"type": "integer", "minimum": 1, "maximum": most, "default": default}


def _explained(words: dict[str, str]) -> str:
    return "; ".join(f"`{code}` {meaning[0].lower()}{meaning[1:]}" for code, meaning in words.items())


def _first(ids: Iterable[str]) -> str:
    return next(iter(ids), "")


def _one_of(ids: Iterable[str], liked: str) -> str:
    return liked if liked in ids else _first(ids)
