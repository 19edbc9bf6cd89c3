"""Where did somebody come from who logs in? Back to that page they go, not to the first one.

The app's own route of login leads back to the root. The page that the button stood on is in the Referer of the request
for that route, which browsers send to our own host alone; a cookie keeps it until the provider has answered.
"""

import re
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "demarche_back"
SECONDS = 900
LONGEST = 2_000
_PAGE = re.compile(r"/[a-z-]{0,40}(?:\?[A-Za-z0-9%&=+._~,:*-]*)?")
"""A page of the app and its parameters, as our links write them: no host, no second slash, no fragment."""


class Returning:
    """ASGI middleware that remembers the page at the way to the provider, and leads there on the way back."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        path = scope.get("path", "")
        if scope["type"] != "http" or not path.endswith(("/auth/login", "/oauth2callback")):
            await self.app(scope, receive, send)
            return
        root, headers = path.rpartition("/auth/login")[0] or path.rpartition("/oauth2callback")[0], Headers(scope=scope)
        is_leaving = path.endswith("/auth/login")
        page = left(headers, root) if is_leaving else held(headers)

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] in (302, 307):
                answer = MutableHeaders(raw=[*message.get("headers", [])])
                if is_leaving:
                    answer.append("set-cookie", _cookie(page, SECONDS if page else 0, scope))
                elif page and answer.get("location") in (f"{root}/", "/"):
                    answer["location"] = f"{root}{page}"
                    answer.append("set-cookie", _cookie("", 0, scope))
                message = {**message, "headers": answer.raw}
            await send(message)

        await self.app(scope, receive, told)


def left(headers: Headers, root: str) -> str:
    """Give the page that a request for the login comes from, below the app's root; "" where it is none of ours."""
    try:
        came = urlsplit(headers.get("referer", ""))
    except ValueError:
        return ""
    page = came.path.removeprefix(root) + (f"?{came.query}" if came.query else "")
    return page if came.netloc == headers.get("host") and _is_page(page) else ""


def held(headers: Headers) -> str:
    """Give the page that the cookie names; "" where it names none, or what is no page of ours."""
    try:
        morsel = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return morsel.value if morsel is not None and _is_page(morsel.value) else ""


def _is_page(text: str) -> bool:
    return len(text) <= LONGEST and _PAGE.fullmatch(text) is not None


def _cookie(page: str, seconds: int, scope: Scope) -> str:
    cookie: SimpleCookie = SimpleCookie({COOKIE: page})
    told = {"path": "/", "max-age": seconds, "httponly": True, "samesite": "Lax", "secure": scope["scheme"] == "https"}
    for name, value in told.items():
        cookie[COOKIE][name] = value
    return cookie[COOKIE].OutputString()
