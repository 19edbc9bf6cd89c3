"""The routes of the embeds: one page for each kind, made once for each view and then kept."""

import gzip
from datetime import UTC, date, datetime
from functools import lru_cache, partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api import asking
from api.embed import frame
from api.embed.contents import CONTENTS
from api.embed.headers import HEADERS
from api.embed.wanted import TABLES, Wanted
from api.handout.markup import document, el
from api.home import home
from api.negotiation import takes_gzip
from api.problems import answered, of

# Packed, a map of the world is 80 kB: 20 MB at most.
MOST_KEPT = 256


def embed(kind: str, request: Request) -> Response:
    """Answer with an embed, or say in its place what is wrong with the address.

    Args:
        kind: A key of `CONTENTS`.
        request: Its address says which view.
    """
    try:
        wanted = Wanted.of(kind, {**asking.texts(request)}, home(request))
    except Exception as error:
        # In a frame a reader sees the answer itself, so a browser is told in a page and not in JSON.
        if "text/html" not in request.headers.get("accept", ""):
            raise
        return _refused(error)
    tag = asking.tag(wanted.asked, "embed", wanted.url)
    # Never kept for good, frozen ones neither: the files that it names change with the app.
    told = HEADERS | asking.headers(tag, frozen=False) | {"Vary": "Accept-Encoding"}
    if (held := asking.unchanged(request, told)) is not None:
        return held
    packed = made(wanted, datetime.now(UTC).date())
    if takes_gzip(request.headers.get("accept-encoding", "")):
        return Response(packed, headers=told | {"Content-Encoding": "gzip"}, media_type="text/html")
    return Response(gzip.decompress(packed), headers=told, media_type="text/html")


@lru_cache(maxsize=MOST_KEPT)
def made(wanted: Wanted, today: date) -> bytes:
    """Make the page of an embed, packed.

    Args:
        wanted: The embed.
        today: The day of retrieval that its source line names.
    """
    content = CONTENTS[wanted.kind](wanted)
    now = datetime(today.year, today.month, today.day, tzinfo=UTC)
    about = wanted.asked.about(wanted.home, now, wanted.asked.count())
    return gzip.compress(document(frame.page(wanted, about, content)).encode(), compresslevel=6, mtime=0)


def _refused(error: Exception) -> Response:
    problem = of(error)
    said = el("main", el("h1", problem.title), el("p", problem.detail, class_="answer"))
    page = el("html", frame.head(problem.title, "auto"), el("body", said), lang="en", data_theme="auto")
    told = HEADERS | {"Cache-Control": "no-store"}
    return Response(document(page), problem.status, told, "text/html")


ROUTES = [Route(f"/embed/{kind}", answered(partial(embed, kind))) for kind in TABLES]
