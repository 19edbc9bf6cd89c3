"""What was asked of the server, how did it end and how long did it take? Nothing that says by whom or what about."""

import json
import logging
import secrets
import time
from datetime import UTC, datetime

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.guard.settings import settings

LONGEST_PATH = 200
log = logging.getLogger("demarche.access")


class AccessLog:
    """ASGI middleware that gives each answer an `X-Request-Id` and, where that is wanted, a line in the log."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.is_logged = settings().is_logged
        self.sessions = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] == "websocket" and self.is_logged:
            await self._session(scope, receive, send)
        elif scope["type"] != "http":
            await self.app(scope, receive, send)
        else:
            await self._request(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        number, begun, told = secrets.token_hex(8), time.perf_counter(), {"status": 0, "bytes": 0}

        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=[*message.get("headers", [])])
                headers["X-Request-Id"] = number
                told["status"], message = message["status"], {**message, "headers": headers.raw}
            told["bytes"] += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, counted)
        finally:
            if self.is_logged:
                asked = {"method": scope["method"][:20], "path": scope["path"][:LONGEST_PATH]}
                _write({"id": number} | asked | told | {"ms": _since(begun)})

    async def _session(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = time.perf_counter()
        self.sessions += 1
        _write({"event": "session opened", "sessions": self.sessions})
        try:
            await self.app(scope, receive, send)
        finally:
            self.sessions -= 1
            _write({"event": "session closed", "sessions": self.sessions, "ms": _since(begun)})


def _write(said: dict[str, object]) -> None:
    # ASCII alone: no letter of a path can end the line or pass for another one.
    log.info(json.dumps({"time": datetime.now(UTC).isoformat(timespec="milliseconds")} | said))


def _since(begun: float) -> float:
    return round((time.perf_counter() - begun) * 1_000, 1)
