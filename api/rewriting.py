"""A page of the app, changed on its way to the reader: something is put ahead of the app's own script.

Streamlit serves one and the same file for every page. What has to stand in it, and depends on who asks for what, is put
in by a middleware of this kind; data, HTML without the app's script and websockets keep their body and headers.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.routes import serves

_APP_SCRIPT = b'<script type="module"'
# A page that goes through here changes with what is put in too, not only with its file. So it is asked for whole and
# uncompressed, and the validators of its file are not passed on.
_CONDITIONS = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"if-range", b"range"}


class Rewriting:
    """ASGI middleware that puts what `addition` says ahead of the app's own script in every page of the app."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection; only a GET or HEAD that accepts HTML is looked at."""
        if not _asks_for_a_page(scope) or serves(scope):
            await self.app(scope, receive, send)
            return
        headers = [(name, value) for name, value in scope["headers"] if name.lower() not in _CONDITIONS]
        page = _Page(send, self.addition(scope), is_head=scope["method"] == "HEAD")
        # Without extensions the body comes as bytes, never as the path of a file.
        await self.app({**scope, "headers": headers, "extensions": {}}, receive, page.send)

    def addition(self, scope: Scope) -> str:
        """Give the HTML for the page that a connection asks for."""
        raise NotImplementedError


class _Page:
    """One response: held back until complete when it is plain HTML, passed on at once otherwise."""

    def __init__(self, send: Send, addition: str, *, is_head: bool) -> None:
        self._send = send
        self._insert = f"{addition}\n    ".encode()
        self._is_head = is_head
        self._start: Message | None = None
        self._body = bytearray()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_plain_html(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        body = bytes(self._body).replace(_APP_SCRIPT, self._insert + _APP_SCRIPT, 1)
        headers = MutableHeaders(raw=list(start["headers"]))
        if self._is_head:
            # There is no body to look at, and no length is better than a wrong one.
            del headers["content-length"]
        elif len(body) > len(self._body):
            headers["content-length"] = str(len(body))
            del headers["etag"]
            del headers["last-modified"]
        await self._send({**start, "headers": headers.raw})
        await self._send({"type": "http.response.body", "body": body})


def _asks_for_a_page(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
        return False
    return "text/html" in Headers(scope=scope).get("accept", "")


def _is_plain_html(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    return (
        start["status"] == 200
        and headers.get("content-type", "").startswith("text/html")
        and "content-encoding" not in headers
    )
