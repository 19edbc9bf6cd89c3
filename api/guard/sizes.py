"""Is a request longer, or slower, than anything that is meant?"""

import time

import anyio
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.guard.refusals import refusal

LONGEST_ADDRESS = 32_000
"""Bytes of path and query: what several browsers and proxies take, and more than any link of ours has."""
MOST_BYTES = 65_536
"""Of a body; nothing but an upload has one that matters."""
MOST_UPLOADED = 22 * 2**20
"""Of an upload: maxUploadSize in .streamlit/config.toml, and what a form puts around it."""
UPLOADS = "/_stcore/upload_file/"
SECONDS = 300
"""In which a body has to be there."""


class _TooMuch(Exception):
    pass


class Bounded:
    """ASGI middleware that refuses addresses and bodies that are too long, and bodies that never end."""

    def __init__(self, app: ASGIApp, seconds: float = SECONDS) -> None:
        self.app = app
        self.seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if len(scope.get("raw_path") or scope["path"].encode()) + len(scope["query_string"]) > LONGEST_ADDRESS:
            detail = f"It may have {LONGEST_ADDRESS:,} bytes; ask for less at a time."
            await refusal(scope, 414, "The address is too long", detail)(scope, receive, send)
            return
        most = MOST_UPLOADED if UPLOADS in scope["path"] else MOST_BYTES
        body = _Body(receive, send, most, self.seconds)
        try:
            body.expect(Headers(scope=scope).get("content-length", "0"))
            await self.app(scope, body.receive, body.send)
        except _TooMuch:
            if not body.has_answered:
                detail = f"A body may have {most:,} bytes here."
                await refusal(scope, 413, "Too much was sent", detail)(scope, receive, send)
        except TimeoutError:
            if body.has_ended or body.has_answered:
                raise
            detail = f"The body was not there within {self.seconds:g} seconds."
            await refusal(scope, 408, "The request did not end", detail)(scope, receive, send)


class _Body:
    """What a client sends, counted and timed until it has ended."""

    def __init__(self, receive: Receive, send: Send, most: int, seconds: float) -> None:
        self._receive, self._send, self._left = receive, send, most
        self._until = time.monotonic() + seconds
        self.has_ended = self.has_answered = False

    def expect(self, length: str) -> None:
        if length.isdecimal() and int(length[:20]) > self._left:
            raise _TooMuch

    async def receive(self) -> Message:
        if self.has_ended:
            # Later on it is waited for the client to hang up.
            return await self._receive()
        with anyio.fail_after(max(0.0, self._until - time.monotonic())):
            message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise _TooMuch
        self.has_ended = not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        self.has_answered = True
        await self._send(message)
