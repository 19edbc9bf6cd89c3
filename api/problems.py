"""One shape for every error of the HTTP routes: RFC 9457, application/problem+json.

Members: `type` (the kind, explained on the page at /api), `title` (the kind in words), `status`, `detail` (what is
wrong here and what to do, in a sentence or two), `instance` (the path that was asked for), and what else there is to
say: `parameter` and `value`, or `alternatives`.
"""

import functools
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

import exports
import queries
from api.lanes import lanes
from api.prefix import prefix
from queries import shortage

MEDIA_TYPE = "application/problem+json"
# A problem may be gone in a second; a page of another host may read it as it may read our data.
HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Access-Control-Allow-Origin": "*"}
LONGEST_VALUE = 200

Endpoint = Callable[[Request], Response]

_log = logging.getLogger(__name__)


class Problem(Exception):
    """Raised by a route that cannot answer; becomes the answer of `problem` with the same arguments."""

    def __init__(self, status: int, title: str, detail: str, *, kind: str = "", **more: Any) -> None:
        super().__init__(detail)
        self.status, self.title, self.detail, self.kind, self.more = status, title, detail, kind, more

    def response(self, request: Request) -> Response:
        """Say it to the client that made the request; its kind is a part of the page at /api."""
        said = {"type": f"{prefix(request)}/api#{self.kind}"} if self.kind else {}
        said |= {"instance": request.url.path}
        return problem(self.status, self.title, self.detail, **said | self.more)


def problem(status: int, title: str, detail: str, *, headers: Mapping[str, str] | None = None, **more: Any) -> Response:
    """Make the response that tells a client what went wrong.

    Args:
        status: Of HTTP, from 400 up.
        title: The kind of problem, the same words each time.
        detail: What is wrong with this request and what to do, in one or two sentences.
        headers: Further headers of the response, such as Retry-After.
        more: Further members in plain JSON values, `instance` and `type` among them; a type is "about:blank" unless it
            is given, and then the status says it all.
    """
    said = {"type": "about:blank", "title": title, "status": status, "detail": detail} | more
    body = json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, status, {**HEADERS, **(headers or {})}, MEDIA_TYPE)


def of(error: Exception) -> Problem:
    """Say an error as a problem; one that is no fault of the client's goes into the log and stays there."""
    match error:
        case Problem():
            return error
        case exports.Unusable():
            more = {"parameter": error.name, "value": error.text[:LONGEST_VALUE]}
            return Problem(422, "The address cannot be used", str(error), kind="unusable-parameter", **more)
        case queries.UnknownVersion():
            return Problem(404, "That version was not kept", str(error), kind="unknown-version", parameter="data")
        case exports.TooManyRows():
            return Problem(422, "Too many rows for this form", str(error), kind="too-many-rows")
        case exports.UnknownForm():
            return Problem(404, "No such form", str(error), kind="unknown-form")
        case exports.CannotHold():
            return Problem(422, "The form cannot hold this", str(error), kind="cannot-hold")
    if short := shortage.wanted(error):
        _log.error("A request could not be answered: short of %s (%s)", short, error)
        what = f"The server is short of {short} right now; nothing is wrong with the request. Ask again in a minute."
        return Problem(503, "The server is short of something", what, kind="shortage", headers={"Retry-After": "60"})
    _log.error("A request could not be answered", exc_info=error)
    return Problem(500, "The server failed", "Nothing is wrong with the request; please report what you asked for.")


def answered(endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
    """Turn whatever an endpoint raises into a problem: decorate every endpoint of a plain Starlette route with it."""

    @functools.wraps(endpoint)
    async def answer(request: Request) -> Response:
        try:
            return await anyio.to_thread.run_sync(endpoint, request, limiter=lanes().answers)
        except Exception as error:
            return of(error).response(request)

    return answer
