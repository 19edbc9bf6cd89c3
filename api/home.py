"""Where does the app stand? The address that every absolute link of the HTTP routes begins with."""

import os
import re

from starlette.requests import Request

from api.prefix import prefix
from api.problems import Problem

# The header comes from outside and goes into links, feeds and files: letters, digits and what a port or IPv6 needs.
_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]{1,255}")


def home(request: Request) -> str:
    """Give the absolute address of the app's root, with a final slash: https://example.org/demarche/.

    Args:
        request: Any request to one of our routes, also below `/api`.

    Returns:
        What the environment says in `DEMARCHE_URL`, else what the request itself was sent to.

    Raises:
        Problem: 400, the request's Host header is no name of a host.
    """
    named = os.environ.get("DEMARCHE_URL", "")
    if named:
        return named.rstrip("/") + "/"
    return f"{request.url.scheme}://{_host(request)}{prefix(request)}/"


def _host(request: Request) -> str:
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        raise Problem(400, "The Host header cannot be used", "It must be the name of a host, with a port or without.")
    return host
