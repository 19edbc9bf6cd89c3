"""How is what somebody asks for written as an address, and read from one? By the names that the pages use."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import queries
from exports.tables import ALWAYS, EVERY_ISSUE, TABLES
from queries import editions

if TYPE_CHECKING:
    from exports.asked import Asked

Address = dict[str, list[str]]
PLACES = {
    "statements": "statements",
    "positions": "map",
    "events": "timeline",
    "actors": "statements",
    "sources": "statements",
    "evidence": "statements",
    "search": "search",
    "reactions": "event",
    "corrections": "corrections",
}
"""The page that shows each table."""


def address(asked: "Asked", *, frozen: bool = True) -> Address:
    """Write an address: everything that narrows the rows, in the one order in which addresses are written.

    Args:
        asked: What is asked for.
        frozen: Whether it is to show these very rows for good, by naming the data version. Otherwise the first and last
            day are left out where they are those of the collection, so that the range grows with it.
    """
    first, last = asked.names.days
    since = asked.since if frozen or asked.since != first else None
    until = asked.until if frozen or asked.until != last else None
    takes = TABLES[asked.table].takes
    collection_id = editions.split(asked.edition)[0]
    written: dict[str, Sequence[str]] = {
        "collection": [collection_id] if collection_id != next(iter(queries.served())) else [],
        "from": [since.isoformat()] if since else [],
        "to": [until.isoformat()] if until else [],
        "issue": [asked.issue or EVERY_ISSUE] if "issue" in takes else [],
        "actor": asked.actors,
        "org": asked.members_of,
        "stance": asked.stances,
        "kind": asked.kinds,
        "attribution": asked.attributions,
        "source": [asked.source] if asked.source else [],
        "data": [asked.names.collection["data_version"]] if frozen else [],
        "through": asked.through,
        "voice": asked.voices,
        "count": ["un"] if asked.un_members_only else [],
        "event": [asked.event] if asked.event else [],
        "q": [asked.q] if asked.q else [],
        "similar": ["yes"] if asked.similar else [],
        "found": asked.found,
        "country": asked.country,
        "language": asked.language,
        "raw": ["yes"] if asked.raw else [],
    }
    known = (*ALWAYS, *takes)
    return {name: [*texts] for name, texts in written.items() if texts and name in known}


def place(asked: "Asked") -> str:
    """Name the page that shows the rows; "map" is at the root."""
    return "matrix" if asked.question == "positions_on_every_issue" else PLACES[asked.table]


def page_url(asked: "Asked", home: str, *, frozen: bool = True) -> str:
    """Write the whole address of the page that shows the rows.

    Args:
        asked: What is asked for.
        home: Address of the app, with a slash at its end.
        frozen: As for `address`.
    """
    path = "" if place(asked) == "map" else place(asked)
    shown = {name: texts for name, texts in address(asked, frozen=frozen).items() if name != "raw"}
    return joined(f"{home}{path}", shown)


def api_url(asked: "Asked", home: str, form: str = "", *, frozen: bool = True) -> str:
    """Write the whole address at which the rows themselves are: a page of JSON, or a file of some form."""
    return joined(f"{home}api/{asked.table}{form and '.'}{form}", address(asked, frozen=frozen))


def joined(path: str, parameters: Mapping[str, Sequence[str]]) -> str:
    """Put parameters behind a path."""
    query = urlencode(parameters, doseq=True)
    return f"{path}?{query}" if query else path
