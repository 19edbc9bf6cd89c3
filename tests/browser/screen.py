"""A reader's screen: one browser page of a size and theme, with everything that happened in it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import SplitResult, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, WebSocket
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
        for event, listener in self._listeners().items():
            self.page.on(event, listener)

    def leave(self) -> None:
        """Note no more of what goes on in the page."""
        for event, listener in self._listeners().items():
            self.page.remove_listener(event, listener)

    def _listeners(self) -> dict[Any, Callable[[Any], None]]:
        return {"console": self._hear, "pageerror": self._catch, "request": self._ask, "websocket": self._listen}

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.problems.append(f"{message.text} ({message.location.get('url', '')})")

    def _catch(self, error: Error) -> None:
        self.problems.append(f"uncaught: {error}")

    def _ask(self, request: Request) -> None:
        self.requests.append(request.url)

    def _listen(self, socket: WebSocket) -> None:
        self.requests.append(socket.url)
        socket.on("framereceived", self._count_run)

    def _count_run(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes) and ForwardMsg.FromString(frame).WhichOneof("type") == "script_finished":
            self.runs += 1

    def foreign_requests(self) -> list[str]:
        """The addresses that are not the app's own."""
        own = urlsplit(self.page.url).netloc
        return [url for url, part in self._outward() if part.netloc != own]

    def strangers(self) -> list[str]:
        """The addresses on other machines than this one."""
        return [url for url, part in self._outward() if part.hostname not in ("localhost", "127.0.0.1")]

    def _outward(self) -> list[tuple[str, SplitResult]]:
        inside = {"about", "blob", "data"}
        parts = [(url, urlsplit(url)) for url in self.requests]
        return [(url, part) for url, part in parts if part.scheme not in inside]


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


def shown_on(page: Page, theme: Literal["light", "dark"]) -> Screen:
    """A screen on a page that `wiped` gave back."""
    page.emulate_media(color_scheme=theme)
    return Screen(page)


def wiped(screen: Screen, size: str) -> Page:
    """The page of a screen as it was when it was new, but for the app's script, which it need not read again.

    What was added to run ahead of every page (`add_init_script`) cannot be taken back: such a page is not kept.
    """
    screen.leave()
    page, context = screen.page, screen.page.context
    for other in context.pages:
        if other != page:
            other.close()
    page.unroute_all(behavior="ignoreErrors")
    if page.url.startswith("http"):
        page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    page.mouse.move(0, 0)
    page.goto("about:blank")
    context.clear_cookies()
    context.clear_permissions()
    page.emulate_media(color_scheme="null", reduced_motion="null")
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    session = context.new_cdp_session(page)
    session.send("Page.resetNavigationHistory")
    session.detach()
    return page
