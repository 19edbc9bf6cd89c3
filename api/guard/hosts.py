"""Is the server asked by a name that is its own?

A page of another site can give its own name the address of a reader's machine (DNS rebinding), and would then be of the
same origin as a server that listens there. Its requests still carry its name. Addresses in numbers cannot be rebound.
"""

import socket
from functools import cache
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api.guard.refusals import POLICY_VIOLATION, refusal
from api.guard.settings import settings


class KnownHosts:
    """ASGI middleware that answers 421 to requests for any other host, and closes their websockets."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] not in ("http", "websocket") or is_known(Headers(scope=scope).getlist("host")):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        else:
            detail = (
                "This server does not go by the name that was asked for. Whoever runs it can add the name: "
                "DEMARCHE_URL or DEMARCHE_HOSTS, docs/security.md."
            )
            await refusal(scope, 421, "Not known by this name", detail)(scope, receive, send)


def is_known(given: list[str]) -> bool:
    """Tell whether a request's Host headers, of which there has to be one, name this server."""
    name = _name(given[0]) if len(given) == 1 else ""
    if not name:
        return False
    named = settings().hosts
    below = {f"*.{parent}" for parent in _parents(name)}
    return name in _own() or name.endswith(".localhost") or _is_address(name) or bool(named & {name, "*", *below})


def _name(host: str) -> str:
    """The name in a Host header, without its port; "" where it is none."""
    if host.startswith("["):
        name, closing, port = host[1:].partition("]")
        port = port.removeprefix(":")
        return name if closing and (not port or port.isdecimal()) and ":" in name else ""
    name, _, port = host.partition(":")
    is_plain = name.isascii() and name.replace("-", "").replace(".", "").replace("_", "").isalnum()
    return name.lower().rstrip(".") if is_plain and (not port or port.isdecimal()) else ""


def _parents(name: str) -> list[str]:
    labels = name.split(".")
    return [".".join(labels[at:]) for at in range(1, len(labels))]


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


@cache
def _own() -> frozenset[str]:
    """What every machine is called by itself, and what this one is called in its own network."""
    machine = socket.gethostname().lower()
    return frozenset({"localhost", machine, f"{machine.partition('.')[0]}.local"})
