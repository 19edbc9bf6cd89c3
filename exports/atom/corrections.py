"""Follow what was corrected or retracted in a collection, and nothing else, as an Atom feed (RFC 4287).

Each correction is an entry of its own, named for good by what makes its line in the table of corrections; a retraction
is named by its statement, since no statement is retracted twice.
"""

from xml.etree.ElementTree import Element, tostring

from exports.address import Address, joined
from exports.asked import Asked
from exports.atom.document import Head, document, time
from exports.atom.history import history
from exports.atom.legal import element, put
from exports.corrected import Corrected, Row, corrected, statement, words
from exports.errors import Unusable
from exports.phrases import day_words
from exports.tables import EVERY_ISSUE
from exports.urn import urn

PATH = "corrections.atom"
PAGE = 100


def feed(asked: Asked, address: Address, home: str, page: int = 1) -> bytes:
    """Write one page of the feed.

    Args:
        asked: The table of corrections.
        address: Its collection and version, where they are named.
        home: Address of the app, with a slash at its end.
        page: From 1.

    Returns:
        XML in UTF-8; the same version of the data gives the same bytes.

    Raises:
        Unusable: there are not so many pages.
    """
    found, collection = corrected(asked.edition), asked.names.collection
    pages = max(1, -(-len(found) // PAGE))
    if page > pages:
        raise Unusable("page", str(page), f"There is no page {page}: the last one is {pages}.")
    head = Head(
        id=urn(collection["collection_id"], "corrections"),
        title=f"{collection['title']}: corrections",
        subtitle="What was corrected or retracted after it was published, and why",
        updated=found[0].day if found else history(asked.edition).first,
        path=PATH,
        address=address,
        alternate=joined(f"{home}corrections", address),
        page=page,
        pages=pages,
    )
    shown = found[(page - 1) * PAGE : page * PAGE]
    return document(head, asked, home, [_entry(asked, address, home, each) for each in shown])


def _entry(asked: Asked, address: Address, home: str, told: Corrected) -> Element:
    row = statement(asked.edition, told)
    made = element("entry")
    put(made, "id", _id(asked, told))
    named = f"{row['actor_name']}: {row['issue_title']}" if row else f"{told.table}, {told.id}"
    put(made, "title", f"{'Retracted' if told.is_retraction else 'Corrected'}: {named}")
    put(made, "published", time(told.day))
    put(made, "updated", time(told.day))
    put(made, "link", rel="alternate", type="text/html", href=_now(address, home, told))
    if told.statement_id and told.before:
        put(made, "link", rel="related", type="text/html", title="As it stood before", href=_then(address, home, told))
    put(made, "content", _html(asked, told, row), type="html")
    return made


def _id(asked: Asked, told: Corrected) -> str:
    collection_id = asked.names.collection["collection_id"]
    if told.is_retraction:
        return urn(collection_id, "retraction", told.statement_id)
    return urn(collection_id, "correction", told.day.isoformat(), told.table, told.id, told.lines[0]["what"])


def _now(address: Address, home: str, told: Corrected) -> str:
    if told.is_retraction or not told.statement_id:
        return joined(f"{home}corrections", address)
    return joined(f"{home}statements", address | {"issue": [EVERY_ISSUE], "statement": [told.statement_id]})


def _then(address: Address, home: str, told: Corrected) -> str:
    shown = {"issue": [EVERY_ISSUE], "statement": [told.statement_id], "data": [told.before]}
    return joined(f"{home}statements", address | shown)


def _html(asked: Asked, told: Corrected, row: Row | None) -> str:
    made = element("div")
    if row:
        said = "It said" if told.is_retraction else "It says now"
        put(made, "p", f"{said}: {row['actor_name']}, {row['date_label']}: {row['stance_label']}. {row['summary']}")
    for line in told.lines:
        put(made, "p", f"{day_words(line['date'])}: {words(line['what'], asked.names)}")
        reported = f" Reported by: {line['reported_by']}." if line["reported_by"] else ""
        put(made, "p", f"Why: {line['why']}{reported}")
    return tostring(made, encoding="unicode", method="html")
