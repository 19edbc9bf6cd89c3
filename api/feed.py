"""Follow the statements of any filter, actor, issue or event, or all corrections, and the icon they are shown with."""

import re
from collections.abc import Callable
from email.utils import format_datetime, parsedate_to_datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

import exports
from api import asking
from api.home import home
from api.open_data import OpenData
from api.problems import answered
from exports import atom
from exports.address import Address, joined

ICON = Path(__file__).parent.parent / "ui" / "icon.png"


class Feed(NamedTuple):
    """A feed that is served: its path below the app, the table that it follows, and who writes a page of it."""

    path: str
    table: str
    write: Callable[[exports.Asked, Address, str, int], bytes]


FEEDS = (Feed(atom.PATH, "statements", atom.feed), Feed(atom.CORRECTIONS, "corrections", atom.feed_of_corrections))


def follow(feed: Feed, request: Request) -> Response:
    """Answer with one page of the feed of what the address names, or say that it has not changed."""
    texts = asking.texts(request)
    page = _page(texts.pop("page", ["1"]))
    if "raw" in texts:
        raise exports.Unusable("raw", "", "A feed does not take “raw”: it is no table.")
    asked, address, root = exports.asked_of(feed.table, texts), atom.canonical(texts), home(request)
    tag = asking.tag(asked, joined(f"{root}{feed.path}", address), page)
    written = atom.written_at(asked.edition)
    kept = asking.headers(tag, frozen=False) | {"Last-Modified": format_datetime(written, usegmt=True)}
    if (held := asking.unchanged(request, kept)) is not None:
        return held
    if _has(request, written.timestamp()):
        return Response(status_code=304, headers=kept)
    return Response(feed.write(asked, address, root, page), headers=kept, media_type=atom.MIME)


def icon(_request: Request) -> Response:
    """Answer with the picture of the app."""
    return FileResponse(ICON, media_type="image/png")


def _page(given: list[str]) -> int:
    text = given[-1]
    if len(given) > 1 or not re.fullmatch("[1-9][0-9]{0,5}", text):
        raise exports.Unusable("page", text, "page has to be one whole number from 1 to 999,999.")
    return int(text)


def _has(request: Request, written: float) -> bool:
    """Whether the client has what was written then; a tag, where it sent one, says more than a time."""
    said = request.headers.get("if-modified-since")
    if said is None or "if-none-match" in request.headers:
        return False
    try:
        return parsedate_to_datetime(said).timestamp() >= written
    except (ValueError, OverflowError):
        return False


OPEN = [Middleware(OpenData)]
ROUTES = [
    *(Route(f"/{each.path}", answered(partial(follow, each)), middleware=OPEN) for each in FEEDS),
    Route(f"/{atom.ICON}", icon),
]
