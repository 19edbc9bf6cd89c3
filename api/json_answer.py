"""A JSON answer: dates as ISO 8601, text as it is."""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from api import asking

MEDIA_TYPE = "application/json"


def encoded(said: Any) -> bytes:  # noqa: ANN401 -- whatever JSON can hold
    """Write plain values and dates as JSON; NaN, which JSON lacks, is an error."""
    return json.dumps(said, ensure_ascii=False, allow_nan=False, default=_day).encode()


def json_answer(said: Mapping[str, Any], headers: Mapping[str, str]) -> Response:
    """Answer with an object, whole."""
    return Response(encoded(said), headers=headers, media_type=MEDIA_TYPE)


def tagged(request: Request, said: Mapping[str, Any]) -> Response:
    """Answer with an object that is small enough to be made each time, unless the client holds it already."""
    kept = asking.headers(f'W/"{sha256(encoded(said)).hexdigest()[:32]}"', frozen=False)
    return asking.unchanged(request, kept) or json_answer(said, kept)


def head(headers: Mapping[str, str], mime: str = MEDIA_TYPE) -> Response:
    """Answer a HEAD request without making the body, whose length is therefore not said."""
    answer = Response(None, headers=headers, media_type=mime)
    del answer.headers["content-length"]
    return answer


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"JSON cannot hold a value of type {type(value).__name__}")
