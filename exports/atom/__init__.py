"""Follow a view: its statements as an Atom feed (RFC 4287), those first that were added or changed last.

Ids are the same wherever and whenever the app is served, so that a reader of feeds shows a corrected statement as an
update and never as a new one. What the view has lost is told as deleted (RFC 6721). A hundred statements make a page,
and pages lead to each other (RFC 5005). Characters that XML cannot hold are left out (`exports.atom.legal`).
"""

import json
from collections.abc import Mapping
from xml.etree.ElementTree import Element, indent, tostring

from exports.address import Address, joined
from exports.asked import Asked
from exports.atom.entry import entries, time
from exports.atom.history import written_at
from exports.atom.legal import put
from exports.atom.news import News, latest
from exports.tables import EVERY_ISSUE
from exports.urn import urn

__all__ = ["ICON", "MIME", "PATH", "canonical", "feed", "written_at"]

MIME = "application/atom+xml"
PATH, ICON = "feed.atom", "icon.png"
# The parameter that names a version of the data.
FROZEN = "data"
NAMESPACES = {"xmlns": "http://www.w3.org/2005/Atom", "xmlns:at": "http://purl.org/atompub/tombstones/1.0"}


def canonical(given: Address) -> Address:
    """Write the filters of an address in one way, so that the same filters make the same feed.

    They are not those that the data fill in: a feed that was followed without a last day is the same one when the
    collection has grown by a year.

    Args:
        given: Texts by parameter.

    Returns:
        The same without repetitions, and without saying that any issue will do.
    """
    filters = {name: sorted(set(texts)) for name, texts in sorted(given.items())}
    return {name: texts for name, texts in filters.items() if (name, texts) != ("issue", [EVERY_ISSUE])}


def feed(asked: Asked, address: Address, home: str, page: int = 1) -> bytes:
    """Write one page of a feed.

    Args:
        asked: The statements that are followed.
        address: Their filters, from `canonical`. With a version of the data in it, links go on showing what they show.
        home: Address of the app, with a slash at its end.
        page: From 1.

    Returns:
        XML in UTF-8; the same version of the data gives the same bytes.

    Raises:
        Unusable: there are not so many pages.
    """
    told = latest(asked, page)
    made = Element("feed", NAMESPACES | {"xml:lang": "en"})
    _head(made, asked, address, told)
    for rel, href in _links(address, home, told).items():
        put(made, "link", rel=rel, href=href, type="text/html" if rel == "alternate" else MIME)
    put(made, "icon", f"{home}{ICON}")
    made.extend(entries(asked, home, told.items, frozen=FROZEN in address))
    indent(made)
    document: bytes = tostring(made, encoding="utf-8", xml_declaration=True)
    return document


def _head(made: Element, asked: Asked, address: Address, told: News) -> None:
    collection, words = asked.names.collection, asked.words()
    narrowed = "" if asked.is_whole else f": {', '.join(value for _, value in words)}"
    filters = {name: texts for name, texts in address.items() if name not in ("collection", FROZEN)}
    put(made, "id", urn(collection["collection_id"], "feed", json.dumps(filters)))
    put(made, "title", f"{collection['title']}{narrowed}")
    put(made, "subtitle", "; ".join(f"{name}: {value}" for name, value in words))
    put(made, "updated", time(told.updated))
    put(put(made, "author"), "name", "Démarche")
    put(made, "generator", "Démarche")
    licence = f"{collection['licence']}, {collection['licence_url']}."
    put(made, "rights", f"{licence} The words of a source are the work of its publisher.")


def _links(address: Address, home: str, told: News) -> Mapping[str, str]:
    def page(number: int) -> str:
        return joined(f"{home}{PATH}", address | ({"page": [str(number)]} if number > 1 else {}))

    links = {
        "self": page(told.page),
        "alternate": joined(f"{home}statements", {"issue": [EVERY_ISSUE]} | address),
        "first": page(1),
        "last": page(told.pages),
    }
    if told.page > 1:
        links["previous"] = page(told.page - 1)
    if told.page < told.pages:
        links["next"] = page(told.page + 1)
    return links
