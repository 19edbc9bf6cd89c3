"""Send a file piece by piece, with bounded memory, whatever its client does.

A client that reads nothing holds one piece at most, and after `WRITE_TIMEOUT` its slot is given to another. `SLOTS`
files are sent at a time; who comes then waits for `PATIENCE` and is told to come again. A file that fails halfway
leaves a broken connection: its last chunk, which says that nothing is missing, is never sent.
"""

import logging
from collections.abc import Mapping
from concurrent.futures import Executor

import anyio
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api.lanes import SLOTS, lanes
from api.making import Making, Pieces, gzipped, measured
from api.negotiation import takes_gzip
from api.problems import Problem, of
from queries import shortage

_log = logging.getLogger(__name__)
PATIENCE = 5.0  # seconds that a client waits for a slot
WRITE_TIMEOUT = 30.0  # seconds within which a client has to take a piece


def streamed(
    pieces: Pieces,
    request: Request,
    *,
    mime: str,
    name: str,
    headers: Mapping[str, str],
) -> Response:
    """Answer with the pieces of a file, made in a worker thread between one sending and the next.

    What `pieces` or its first `next` raises becomes a problem, since nothing was sent yet; whatever fails later breaks
    the connection. A HEAD request is answered without calling `pieces`.

    Args:
        pieces: Starts making the file; called once, in a worker thread, when a slot is free.
        request: The request that asks for it.
        mime: Media type of the file. Text, JSON and XML are sent as gzip to those who accept it.
        name: The name to save it under, as `exports.file_name` gives it.
        headers: Further headers of the response, such as ETag.
    """
    shrinks = mime.startswith("text/") or mime.endswith(("json", "jsonl", "ndjson", "xml"))
    packs = shrinks and takes_gzip(request.headers.get("accept-encoding", ""))
    told = {
        "Content-Disposition": f'attachment; filename="{name}"',
        # Named even where there is none: Streamlit compresses whatever says nothing, on the event loop.
        "Content-Encoding": "gzip" if packs else "identity",
        "X-Content-Type-Options": "nosniff",
    }
    told |= {"Vary": "Accept-Encoding"} if shrinks else {}
    return _Streamed(gzipped(pieces) if packs else pieces, told | dict(headers), mime)


class _Streamed(Response):
    def __init__(self, pieces: Pieces, headers: Mapping[str, str], mime: str) -> None:
        super().__init__(None, headers=headers, media_type=mime)
        del self.headers["content-length"]
        self._pieces = pieces

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] == "HEAD":
            await self._start(send)
            await send({"type": "http.response.body"})
            return
        slots, threads, _ = lanes()
        try:
            with anyio.fail_after(PATIENCE):
                await slots.acquire_on_behalf_of(self)
        except TimeoutError:
            await _told(_all_taken(), scope, receive, send)
            return
        thread = threads.pop()
        try:
            await self._serve(thread, scope, receive, send)
        finally:
            threads.append(thread)
            slots.release_on_behalf_of(self)

    async def _serve(self, thread: Executor, scope: Scope, receive: Receive, send: Send) -> None:
        # In HTTP/1.0 a file ends where the connection does, so there only its length tells a whole file from a part.
        knows_chunks = scope.get("http_version") != "1.0"
        making = Making(self._pieces if knows_chunks else measured(self._pieces), thread)
        try:
            try:
                piece = await making.piece()
            except Exception as error:
                await _told(of(error), scope, receive, send)
                return
            if not knows_chunks:
                self.headers["content-length"] = (piece or b"0").decode()
                piece = await making.piece()
            await self._start(send)
            try:
                await self._send_all(piece, making, Request(scope, receive), send)
            except Exception as error:
                # The connection breaks, so that the client knows; only here somebody learns why.
                short = shortage.wanted(error)
                _log.error("A file broke off%s: %s", short and f", short of {short}", error, exc_info=not short)
                raise
        finally:
            await making.close()

    async def _start(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})

    async def _send_all(self, piece: bytes | None, making: Making, request: Request, send: Send) -> None:
        while True:
            # The end waits for the client too, until it has taken most of what came before.
            with anyio.move_on_after(WRITE_TIMEOUT) as waiting:
                await send({"type": "http.response.body", "body": piece or b"", "more_body": piece is not None})
            if piece is None or waiting.cancelled_caught or await request.is_disconnected():
                # Where that is ahead of the end, the server closes the connection without one.
                return
            piece = await making.piece()


async def _told(problem: Problem, scope: Scope, receive: Receive, send: Send) -> None:
    await problem.response(Request(scope))(scope, receive, send)


def _all_taken() -> Problem:
    return Problem(
        503,
        "Too many files at once",
        f"{SLOTS} files are being sent already, which is as many as this server sends at a time; ask again shortly.",
        kind="too-many-files",
        headers={"Retry-After": "10"},
    )
