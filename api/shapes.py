"""Serves the map's outlines: today's, and every older version that was kept."""

import gzip
import re
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.negotiation import holds, takes_gzip
from charts import shapes

_NAME = re.compile(r"map-([0-9a-f]{12})\.json")


def outlines(request: Request) -> Response:
    """One version of the map, compressed once and kept; its address names its content, so it never expires."""
    named = _NAME.fullmatch(request.path_params["name"])
    try:
        if named is None:
            raise FileNotFoundError
        content = shapes.version(named[1])
    except FileNotFoundError:
        return Response("There is no such map.", status_code=404, media_type="text/plain")
    packed = takes_gzip(request.headers.get("accept-encoding", ""))
    # Two forms of one content need two tags, or a cache could hand out the wrong one.
    tag = f'"{named[1]}{"-gzip" if packed else ""}"'
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "ETag": tag, "Vary": "Accept-Encoding"}
    if holds(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    if packed:
        headers["Content-Encoding"] = "gzip"
    body = _gzipped(named[1]) if packed else content
    return Response(body, headers=headers, media_type="application/json")


ROUTES = [Route(f"{shapes.ADDRESS}{{name}}", outlines)]


@lru_cache(maxsize=8)
def _gzipped(version: str) -> bytes:
    return gzip.compress(shapes.version(version), compresslevel=9, mtime=0)
