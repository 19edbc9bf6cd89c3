"""How is somebody told that a request goes no further? A sentence for browsers, problem+json for programs."""

from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import Scope

from api.problems import HEADERS, problem

POLICY_VIOLATION = 1008


def refusal(scope: Scope, status: int, title: str, detail: str, more: Mapping[str, str] | None = None) -> Response:
    """Make the response that says so.

    Args:
        scope: Of the request.
        status: Of HTTP.
        title: The kind of problem, the same words each time.
        detail: What is wrong, and what to do.
        more: Further headers.
    """
    if "text/html" in Headers(scope=scope).get("accept", ""):
        return PlainTextResponse(f"{title}. {detail}\n", status, {**HEADERS, **(more or {})})
    return problem(status, title, detail, headers=more)
