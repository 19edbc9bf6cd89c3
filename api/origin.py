"""Only our own pages may open a connection to the app.

Streamlit asks an outside service for the server's own address before it refuses a foreign page's websocket, and holds
up every reader meanwhile. So such a connection is closed here, before Streamlit sees it.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

POLICY_VIOLATION = 1008


class SameOrigin:
    """ASGI middleware that closes a websocket whose page comes from another host than it connects to."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection; programs that send no Origin are no pages and pass."""
        if scope["type"] == "websocket" and is_foreign(Headers(scope=scope)):
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
            return
        await self.app(scope, receive, send)


def is_foreign(headers: Headers) -> bool:
    """Tell whether a page of another host is asking."""
    origin = headers.get("origin")
    if origin is None:
        return False
    try:
        return urlsplit(origin).netloc.lower() != headers.get("host", "").lower()
    except ValueError:
        return True
