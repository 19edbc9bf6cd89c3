"""Tells programs that are handed the address of a page of ours how to embed it: oEmbed 1.0, as JSON.

Such a program needs no more than this route: for a map, a timeline or a table it gives the same snippet as the app.
"""

from collections.abc import Sequence
from datetime import date
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

import exports
import queries
from api.embed.wanted import LOOK, TABLES, Wanted
from api.home import home
from api.problems import Problem, answered
from exports.embedding import KINDS, Size, snippet
from exports.tables import ALWAYS

PLACES = {"": "map", "timeline": "timeline", "statements": "table"}
"""The kind of embed for each page that has one; the map is at the root, and under its name too."""
LONGEST = 8_000
_HOUR = 3_600

Texts = dict[str, Sequence[str]]


@answered
def oembed(request: Request) -> Response:
    """Answer with the snippet for the page at `url`."""
    asked = request.query_params
    if asked.get("format", "json") != "json":
        raise Problem(501, "Only JSON", "This server answers in JSON; ask with format=json.")
    root = home(request)
    wanted = of(asked.get("url", ""), root)
    kind = KINDS[wanted.kind]
    size = Size(_at_most(request, "maxwidth", kind.width), _at_most(request, "maxheight", kind.height))
    return JSONResponse(said(wanted, size), headers={"Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache"})


def said(wanted: Wanted, size: Size) -> dict[str, str | int]:
    """Write the answer for an embed."""
    names = wanted.asked.names
    title = f"{names.issues.get(wanted.asked.issue, 'Every issue')} – {names.collection['title']}"
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Démarche",
        "provider_url": wanted.home,
        "cache_age": _HOUR,
        "html": snippet(wanted.home, wanted.parameters(), wanted.kind, title, size=size),
        "width": size.width,
        "height": size.height,
    }


def of(url: str, root: str) -> Wanted:
    """Read the address of a page or an embed of ours.

    Args:
        url: The address, as it came from outside.
        root: Address of the app, with a slash at its end.

    Raises:
        Problem: 404, nothing of ours that can be embedded is there.
    """
    kind, is_page = kind_of(url, root)
    try:
        texts: Texts = {**parse_qs(urlsplit(url).query, keep_blank_values=True, max_num_fields=200)}
        return Wanted.of(kind, _filters(kind, texts) if is_page else texts, root)
    except (exports.Unusable, queries.UnknownVersion, ValueError) as error:
        detail = f"The address in url cannot be used: {error}"
        raise Problem(404, "Nothing to embed", detail, parameter="url") from error


def kind_of(url: str, root: str) -> tuple[str, bool]:
    """Tell which kind of embed shows what is at an address, and whether a page of the app is there.

    Raises:
        Problem: 404, nothing of ours that can be embedded is there.
    """
    scheme, _, path = url.partition("?")[0].partition("#")[0].partition("://")
    # Behind a proxy that speaks TLS for it, this server may take itself for http.
    ours = root.partition("://")[2]
    if len(url) <= LONGEST and scheme in ("http", "https") and f"{path}/".startswith(ours):
        place = path.removeprefix(ours.rstrip("/")).strip("/")
        if (kind := {**PLACES, "map": "map"}.get(place)) is not None:
            return kind, True
        if (kind := place.removeprefix("embed/")) in TABLES and place != kind:
            return kind, False
    raise Problem(
        404,
        "Nothing to embed",
        f"url has to be the address of a map, a timeline or a list of statements at {root}.",
        parameter="url",
    )


def _filters(kind: str, texts: Texts) -> Texts:
    """What of a page's address an embed can follow; the rest is how the page stood, such as what was unfolded."""
    taken = {*ALWAYS, *LOOK[kind], *exports.TABLES[TABLES[kind]].takes}
    kept = {name: values for name, values in texts.items() if name in taken}
    at, until = (_day(texts.get(name, ())) for name in ("at", "to"))
    # The map of a page stands at a day within its range, and then shows the positions of that day.
    return kept | {"to": texts["at"]} if kind == "map" and at and (until is None or at < until) else kept


def _day(texts: Sequence[str]) -> date | None:
    try:
        return date.fromisoformat(texts[0])
    except (IndexError, ValueError):
        return None


def _at_most(request: Request, name: str, usual: int) -> int:
    text = request.query_params.get(name, "")
    if not text:
        return usual
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 7 and int(text)):
        raise Problem(422, "The address cannot be used", f"{name} has to be a number of pixels.", parameter=name)
    return min(int(text), usual)


ROUTES = [Route("/oembed", oembed)]
