"""Serves the map's outlines, and the empty base map that plotly asks for before it draws them."""

import gzip
import re
from functools import cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from charts import shapes

_EMPTY_TOPOLOGY = b'{"type":"Topology","objects":{},"arcs":[]}'


def world(request: Request) -> Response:
    """The outlines, compressed once and kept; their address names their content, so they never expire."""
    packed = _takes_gzip(request.headers.get("accept-encoding", ""))
    # Two forms of one content need two tags, or a cache could hand out the wrong one.
    tag = f'"{shapes.digest()}{"-gzip" if packed else ""}"'
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "ETag": tag, "Vary": "Accept-Encoding"}
    if tag in _tags(request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    if packed:
        headers["Content-Encoding"] = "gzip"
    body = _gzipped() if packed else shapes.world()
    return Response(body, headers=headers, media_type="application/geo+json")


def base_map(_request: Request) -> Response:
    """An empty base map: ours comes with the outlines, but plotly draws nothing until it has this."""
    return Response(_EMPTY_TOPOLOGY, headers={"Cache-Control": "public, max-age=86400"}, media_type="application/json")


ROUTES = [
    Route(shapes.shapes_url(), world),
    Route(f"{shapes.ADDRESS}world_110m.json", base_map),
]


@cache
def _gzipped() -> bytes:
    return gzip.compress(shapes.world(), compresslevel=9, mtime=0)


def _takes_gzip(accepted: str) -> bool:
    """Whether the header asks for gzip; a weight of nought refuses it."""
    for offer in accepted.lower().split(","):
        coding, *parameters = (part.strip() for part in offer.split(";"))
        if coding in ("gzip", "*"):
            return not any(re.fullmatch(r"q\s*=\s*0(\.0*)?", parameter) for parameter in parameters)
    return False


def _tags(header: str) -> set[str]:
    """The tags that the client holds; a weak mark does not matter for this comparison."""
    return {tag.strip().removeprefix("W/") for tag in header.split(",")}
