"""Hands out a kit as a file."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import exports
from api import asking
from api.home import home
from api.kit import page
from api.kit.kit import Kit
from api.problems import Problem, answered
from api.streamed import streamed
from exports.address import address, joined

MOST = 5_000
"""Statements of a kit: what a browser can sort and filter at once, and a reader can open from a mail."""


@answered
def kit(request: Request) -> Response:
    """Answer with the kit of a view."""
    texts = asking.texts(request)
    wanted = Kit.of({**texts}, home(request), datetime.now(UTC).replace(microsecond=0))
    count = wanted.about.rows
    if count > MOST:
        raise _too_many(count, wanted)
    tag = asking.tag(wanted.asked, "kit", wanted.home, wanted.part, wanted.parts["positions"].address())
    told = asking.headers(tag, frozen=False) | {"Content-Security-Policy": page.policy()}
    if (held := asking.unchanged(request, told)) is not None:
        return held
    name = f"{exports.stem(wanted.about)}-kit.html"
    return streamed(lambda: page.pieces(wanted), request, mime="text/html", name=name, headers=told)


def _too_many(count: int, wanted: Kit) -> Problem:
    package = joined(f"{wanted.home}package.zip", address(wanted.asked))
    return Problem(
        422,
        "Too many rows for this form",
        f"A kit holds {MOST:,} statements at most, and {count:,} are in view. Narrow it, or take the data package.",
        kind="too-many-rows",
        alternatives=[{"form": "package.zip", "href": package}],
    )


ROUTES = [Route("/kit.html", kit)]
