"""A reader's screen: one browser page of a size and theme, with everything that happened in it."""

from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

SIZES = {"desktop": (1440, 900), "phone": (390, 844)}
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@dataclass
class Screen:
    """What a reader looks at (`page`) and what went on behind it since it was opened.

    Attributes:
        problems: Errors in the console and uncaught exceptions, as the browser words them.
        requests: Every address that was asked for, websockets included.
        runs: How many runs of the app's script have ended.
    """

    page: Page
    problems: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    runs: int = 0

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.problems.append(f"uncaught: {error}"))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("websocket", self._listen)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.problems.append(f"{message.text} ({message.location.get('url', '')})")

    def _listen(self, socket: WebSocket) -> None:
        self.requests.append(socket.url)
        socket.on("framereceived", self._count_run)

    def _count_run(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes) and ForwardMsg.FromString(frame).WhichOneof("type") == "script_finished":
            self.runs += 1

    def foreign_requests(self) -> list[str]:
        """The addresses that are not the app's own."""
        own = urlsplit(self.page.url).netloc
        inside = {"about", "blob", "data"}
        parts = [(url, urlsplit(url)) for url in self.requests]
        return [url for url, part in parts if part.scheme not in inside and part.netloc != own]


def open_screen(browser: Browser, size: str = "desktop", theme: Literal["light", "dark"] = "light") -> Screen:
    """A new screen with nothing in it, in a context of its own; close `screen.page.context` after use."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=theme,
        has_touch=size == "phone",
        locale="en-GB",
        timezone_id="UTC",
    )
    return Screen(context.new_page())
