"""Does one client ask for more than its share?

Each client has a number of requests in hand, which grows by the second up to a minute's worth. Who asks is the address
that the connection comes from or, behind a proxy that `FORWARDED_ALLOW_IPS` names, the one that the proxy saw. Of IPv6
a network of 64 bits is one client, since that is the least that anybody is given.
"""

import math
import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

from starlette.types import ASGIApp, Receive, Scope, Send

from api.guard.refusals import POLICY_VIOLATION, refusal
from api.guard.settings import settings
from api.routes import serves

MOST_CLIENTS = 10_000
"""Of which the requests are counted; who has not asked for longest is forgotten first."""


class FairShares:
    """ASGI middleware that answers 429 to whoever asks the routes beside the app too often, or opens too many pages."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.requests = Shares(settings().rate)
        self.pages: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] == "websocket":
            await self._open(scope, receive, send)
        elif scope["type"] == "http" and serves(scope) and (wait := self.requests.wait(client(scope))):
            detail = f"At most {settings().rate:,} requests a minute are answered; ask again in {wait} seconds."
            told = refusal(scope, 429, "Too many requests", detail, {"Retry-After": str(wait)})
            await told(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _open(self, scope: Scope, receive: Receive, send: Send) -> None:
        asking, most = client(scope), settings().sessions
        if most and self.pages[asking] >= most:
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
            return
        self.pages[asking] += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.pages[asking] -= 1
            if not self.pages[asking]:
                del self.pages[asking]


class Shares:
    """What each client has in hand: requests, and when they were counted."""

    def __init__(self, rate: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._clock = rate, clock
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, asking: str) -> int:
        """Take one request from a client; gives the seconds that it has to wait for it, 0 where it has one."""
        if not self._rate:
            return 0
        now = self._clock()
        held, counted = self._held.pop(asking, (float(self._rate), now))
        held = min(float(self._rate), held + (now - counted) * self._rate / 60)
        is_there = held >= 1
        self._held[asking] = (held - 1 if is_there else held, now)
        if len(self._held) > MOST_CLIENTS:
            self._held.popitem(last=False)
        return 0 if is_there else max(1, math.ceil((1 - held) * 60 / self._rate))


def client(scope: Scope) -> str:
    """Name the client of a connection; "" where nothing is known of it."""
    host = (scope.get("client") or ("",))[0]
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return str(host)
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(IPv6Address(int(address) >> 64 << 64))
    return str(getattr(address, "ipv4_mapped", None) or address)
