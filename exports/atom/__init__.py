"""Follow a view: its statements as an Atom feed (RFC 4287), those first that were added or changed last.

Ids are the same wherever and whenever the app is served, so that a reader of feeds shows a corrected statement as an
update and never as a new one. What the view has lost is told as deleted (RFC 6721). A hundred statements make a page,
and pages lead to each other (RFC 5005). Characters that XML cannot hold are left out (`exports.atom.legal`).
Corrections alone have a feed of their own (`exports.atom.corrections`).
"""

import json

from exports.address import Address, joined
from exports.asked import Asked
from exports.atom.corrections import PATH as CORRECTIONS
from exports.atom.corrections import feed as feed_of_corrections
from exports.atom.document import ICON, MIME, Head, document
from exports.atom.entry import entries
from exports.atom.history import written_at
from exports.atom.news import latest
from exports.tables import EVERY_ISSUE
from exports.urn import urn

__all__ = ["CORRECTIONS", "ICON", "MIME", "PATH", "canonical", "feed", "feed_of_corrections", "written_at"]

PATH = "feed.atom"
# The parameter that names a version of the data.
FROZEN = "data"


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
    collection, words = asked.names.collection, asked.words()
    narrowed = "" if asked.is_whole else f": {', '.join(value for _, value in words)}"
    filters = {name: texts for name, texts in address.items() if name not in ("collection", FROZEN)}
    head = Head(
        id=urn(collection["collection_id"], "feed", json.dumps(filters)),
        title=f"{collection['title']}{narrowed}",
        subtitle="; ".join(f"{name}: {value}" for name, value in words),
        updated=told.updated,
        path=PATH,
        address=address,
        alternate=joined(f"{home}statements", {"issue": [EVERY_ISSUE]} | address),
        page=told.page,
        pages=told.pages,
    )
    return document(head, asked, home, entries(asked, home, told.items, frozen=FROZEN in address))
