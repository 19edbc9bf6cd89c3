"""Tell programs that find a page of the app what else there is of it: how to embed it, and a feed of what is new in it.

A page's own HTML is the same for every view. These two links name the view that is asked for, as far as its address is
one of ours: everything in it is checked, bounded and escaped.
"""

from html import escape
from urllib.parse import parse_qs, urlencode

from starlette.requests import Request
from starlette.types import Scope

from api import oembed
from api.home import home
from api.problems import Problem
from api.rewriting import Rewriting
from exports import atom
from exports.address import joined
from exports.tables import FILTERS as FILTERS_OF_PAGES

CORRECTIONS = "corrections"
"""The page whose feed is of corrections alone."""
LONGEST = 4_000
"""Of the query of a page: a longer one is told of as if it were not there."""
FEED_TITLE = "What is new in this view"
CORRECTIONS_TITLE = "What was corrected or retracted"
FILTERS = {name: name for name in ("collection", *FILTERS_OF_PAGES)}
WHOLE = {"collection": "collection"}
ABOUT_ACTOR = {"collection": "collection", "who": "actor"}
ABOUT_EVENT = {"collection": "collection", "event": "event"}
"""The parameters of a page that its feed takes, and what they are called there."""


class Discovery(Rewriting):
    """ASGI middleware that puts `<link rel="alternate">` into every page of the app."""

    def addition(self, scope: Scope) -> str:
        """Give the links for a page; none where the Host header is no name of a host."""
        request = Request(scope)
        try:
            root = home(request)
        except Problem:
            return ""
        query = request.url.query if len(request.url.query) <= LONGEST else ""
        return "\n    ".join(_written(*each) for each in (*_embed(root, request, query), _feed(root, request, query)))


def _embed(root: str, request: Request, query: str) -> list[tuple[str, str, str]]:
    place = _place(request)
    if place not in (*oembed.PLACES, "map") or not query:
        return []
    page = f"{root}{place}?{query}"
    found = f"{root}oembed?{urlencode({'url': page, 'format': 'json'})}"
    return [("application/json+oembed", "This view for another page", found)]


def _feed(root: str, request: Request, query: str) -> tuple[str, str, str]:
    try:
        texts = parse_qs(query, max_num_fields=200)
    except ValueError:
        texts = {}
    # The page of an actor or an event is about that one alone; elsewhere an event is what happens to be unfolded.
    place = _place(request)
    taken = {"actor": ABOUT_ACTOR, "event": ABOUT_EVENT, CORRECTIONS: WHOLE}.get(place, FILTERS)
    kept = {name: texts[parameter] for parameter, name in taken.items() if parameter in texts}
    if place == CORRECTIONS:
        return atom.MIME, CORRECTIONS_TITLE, joined(f"{root}{atom.CORRECTIONS}", kept)
    return atom.MIME, FEED_TITLE, joined(f"{root}{atom.PATH}", kept)


def _place(request: Request) -> str:
    return request.url.path.rpartition("/")[2]


def _written(mime: str, title: str, address: str) -> str:
    return f'<link rel="alternate" type="{mime}" title="{escape(title)}" href="{escape(address)}">'
