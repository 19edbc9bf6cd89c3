"""What has to be said of a feed as a whole (RFC 4287), and how its pages lead to each other (RFC 5005)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, indent, tostring

from exports.address import Address, joined
from exports.asked import Asked
from exports.atom.legal import put

MIME = "application/atom+xml"
ICON = "icon.png"
NAMESPACES = {"xmlns": "http://www.w3.org/2005/Atom", "xmlns:at": "http://purl.org/atompub/tombstones/1.0"}


def time(day: date) -> str:
    """Write the beginning of a day as RFC 3339 does; nothing finer is known of a version."""
    return f"{day.isoformat()}T00:00:00Z"


@dataclass(frozen=True, kw_only=True)
class Head:
    """What one page of a feed says of itself.

    Attributes:
        id: A name for good.
        title: What is followed.
        subtitle: What narrows it.
        updated: Day of the newest entry of all pages.
        path: Of the feed, below the app.
        address: Its parameters.
        alternate: Whole address of the page of the app that shows the same.
        page: Its number, from 1.
        pages: How many there are.
    """

    id: str
    title: str
    subtitle: str
    updated: date
    path: str
    address: Address
    alternate: str
    page: int
    pages: int


def document(head: Head, asked: Asked, home: str, entries: Iterable[Element]) -> bytes:
    """Write one page of a feed.

    Args:
        head: What it says of itself.
        asked: Whose collection and licence it names.
        home: Address of the app, with a slash at its end.
        entries: In their order.

    Returns:
        XML in UTF-8.
    """
    made = Element("feed", NAMESPACES | {"xml:lang": "en"})
    collection = asked.names.collection
    put(made, "id", head.id)
    put(made, "title", head.title)
    put(made, "subtitle", head.subtitle)
    put(made, "updated", time(head.updated))
    put(put(made, "author"), "name", "Démarche")
    put(made, "generator", "Démarche")
    licence = f"{collection['licence']}, {collection['licence_url']}."
    put(made, "rights", f"{licence} The words of a source are the work of its publisher.")
    for rel, href in _links(head, home).items():
        put(made, "link", rel=rel, href=href, type="text/html" if rel == "alternate" else MIME)
    put(made, "icon", f"{home}{ICON}")
    made.extend(entries)
    indent(made)
    written: bytes = tostring(made, encoding="utf-8", xml_declaration=True)
    return written


def _links(head: Head, home: str) -> Mapping[str, str]:
    def page(number: int) -> str:
        return joined(f"{home}{head.path}", head.address | ({"page": [str(number)]} if number > 1 else {}))

    links = {"self": page(head.page), "alternate": head.alternate, "first": page(1), "last": page(head.pages)}
    if head.page > 1:
        links["previous"] = page(head.page - 1)
    if head.page < head.pages:
        links["next"] = page(head.page + 1)
    return links
