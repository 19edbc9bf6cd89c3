"""Is there room for another file that a reader brings? Streamlit holds each in memory for as long as its page is open.

A page sends one file at a time and takes the one before it back; whoever writes to the route directly need not.
"""

from collections import Counter
from collections.abc import Callable, Mapping

from starlette.types import ASGIApp, Receive, Scope, Send

from api.guard.refusals import refusal
from api.guard.sizes import MOST_UPLOADED, UPLOADS

OF_A_PAGE, OF_ALL = 5 * MOST_UPLOADED, 512 * 2**20
"""Bytes that may be held; a file that is on its way counts as the longest that may come."""
LEAST = 2**18
"""Bytes that a file counts for at least, since its name and its place take some too."""
Held = Mapping[str, list[int]]
"""The bytes of each file that is held, by the page that brought it."""


class RoomForUploads:
    """ASGI middleware that refuses an upload where its page, or the server, holds as much as it may."""

    def __init__(self, app: ASGIApp, held: Callable[[], Held]) -> None:
        self.app = app
        self.held = held
        self.coming: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http" or scope["method"] != "PUT" or UPLOADS not in scope["path"]:
            await self.app(scope, receive, send)
            return
        page = scope["path"].partition(UPLOADS)[2].partition("/")[0]
        held = {each: sum(max(size, LEAST) for size in files) for each, files in self.held().items()}
        if held.get(page, 0) + (self.coming[page] + 1) * MOST_UPLOADED > OF_A_PAGE:
            detail = "The page holds as many files as it may; reload it to begin anew."
            await refusal(scope, 413, "Too much was sent", detail)(scope, receive, send)
            return
        if sum(held.values()) + (self.coming.total() + 1) * MOST_UPLOADED > OF_ALL:
            detail = "The server holds as many files as it can; try again in a few minutes."
            await refusal(scope, 503, "No room for uploads", detail, {"Retry-After": "60"})(scope, receive, send)
            return
        self.coming[page] += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.coming[page] -= 1
            if not self.coming[page]:
                del self.coming[page]
