"""What does a page of the public web send? It is asked as `data.hydrate` asks, and never this machine's own network."""

import re
from typing import NamedTuple

import httpx

from data.hydrate.connecting import CheckedSockets
from data.hydrate.fetching import Web, ask, found
from data.hydrate.limits import Limits
from data.hydrate.robots import Robots
from data.hydrate.transport import Transport

# "localhost:8501" has none: there, what follows the colon is a port.
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)


class Sent(NamedTuple):
    """What came, from where redirects led, and the charset that the host declared."""

    content: bytes
    charset: str | None
    url: str


def sockets(limits: Limits) -> CheckedSockets:
    """Connections to public addresses only."""
    return CheckedSockets(limits)


def fetched(address: str, limits: Limits) -> Sent:
    """Fetch a page.

    Args:
        address: As a person writes it; without a scheme, https is meant.
        limits: What is taken, and how long is waited.

    Raises:
        Failed: it may not be asked for, or was not there.
    """
    web = Web(Transport(sockets(limits)), limits, delay=0.0)
    whole = address if _SCHEME.match(address) else f"https://{address}"
    answer = ask(web, whole, Robots(web).pause, lambda response: found(response, limits.size))
    charset = httpx.Response(200, headers=answer.headers).charset_encoding
    return Sent(answer.content, charset, str(answer.url))
