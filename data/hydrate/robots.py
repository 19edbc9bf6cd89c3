"""May a page be asked for, and how soon after another? What its host says in robots.txt (RFC 9309)."""

from collections import defaultdict
from threading import Lock

import httpx
from protego import Protego

from data.hydrate.addresses import host_of
from data.hydrate.decoding import beginning
from data.hydrate.failures import Failed, Reason
from data.hydrate.fetching import ASK_LATER, NAME, Web, ask


class Robots:
    """Asks each host once for its rules, and remembers them for one run."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._guard = Lock()
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)
        self._known: dict[str, Protego | Failed] = {}

    def pause(self, url: httpx.URL) -> float:
        """Seconds to leave between two requests to the host of a page that may be asked for.

        Raises:
            Failed: it may not be, or the rules could not be had, or they ask for more patience than we have.
        """
        rules = self._rules(url)
        if not rules.can_fetch(str(url), NAME):
            raise Failed("robots", f"the robots.txt of {host_of(url)} asks programs not to fetch this page")
        wanted = rules.crawl_delay(NAME) or 0.0
        longest = self._web.limits.crawl_delay
        if wanted > longest:
            raise Failed("robots", f"{host_of(url)} asks for a pause of more than {longest:g} seconds between requests")
        return max(self._web.delay, wanted)

    def _rules(self, url: httpx.URL) -> Protego:
        origin = str(url.copy_with(raw_path=b"/robots.txt"))
        with self._guard:
            lock = self._locks[origin]
        with lock:
            if origin not in self._known:
                self._known[origin] = self._asked(origin)
            known = self._known[origin]
        if isinstance(known, Failed):
            # A new one, because one that is raised twice gathers the traces of both.
            raise Failed(known.reason, str(known))
        return known

    def _asked(self, origin: str) -> Protego | Failed:
        """Fetch the rules; without a robots.txt everything is allowed, without an answer nothing is."""
        host = host_of(httpx.URL(origin))
        try:
            answer = ask(self._web, origin, lambda _: self._web.delay, self._read)
        except Failed as failure:
            if failure.reason == "address":
                return failure
            return Failed(
                "unreachable", f"the robots.txt of {host} could not be had ({failure}), so the host is left out"
            )
        if answer.status >= 500 or answer.status in ASK_LATER:
            reason: Reason = "busy" if answer.status in ASK_LATER else "unreachable"
            return Failed(
                reason, f"the robots.txt of {host} answered {answer.status}, so the host is left out this time"
            )
        return Protego.parse(answer.content.decode("utf-8", "replace").removeprefix("\ufeff"))

    def _read(self, response: httpx.Response) -> bytes:
        # With any other status the page is about something else.
        return beginning(response, self._web.limits.robots_size) if response.status_code == 200 else b""
