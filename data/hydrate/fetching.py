"""What does an address answer, after its redirects?"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

import httpcore
import httpx

from data.hydrate.addresses import host_of, port_of, web_address
from data.hydrate.decoding import ACCEPTED, body
from data.hydrate.failures import Failed, Reason
from data.hydrate.limits import Limits
from data.hydrate.turns import Turns

# The name by which a robots.txt can speak to this program.
NAME = "demarche-hydrate"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Too many requests, and unavailable for now: both mean "come back later".
ASK_LATER = frozenset({429, 503})

Read = Callable[[httpx.Response], bytes]
Pause = Callable[[httpx.URL], float]


class Answer(NamedTuple):
    """What the last of the addresses gave."""

    url: httpx.URL
    status: int
    headers: httpx.Headers
    content: bytes


@dataclass(frozen=True)
class Web:
    """What all requests of one run share."""

    transport: httpx.BaseTransport
    limits: Limits
    delay: float
    contact: str = ""
    turns: Turns = field(default_factory=Turns)

    def client(self) -> httpx.Client:
        """A client with cookies of its own; it says who asks, and takes nothing from the environment.

        It is not closed, because that would close the transport that all share.
        """
        reached = f"; contact: {self.contact}" if self.contact else ""
        return httpx.Client(
            transport=self.transport,
            trust_env=False,
            timeout=httpx.Timeout(self.limits.read, connect=self.limits.connect, pool=None),
            headers={
                "User-Agent": f"{NAME} (Demarche; reads pages that a collection cites, for one reader{reached})",
                "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain",
                "Accept-Encoding": ACCEPTED,
                "Connection": "close",
            },
        )


def ask(web: Web, address: str, pause: Pause, read: Read) -> Answer:
    """Ask an address, and those that it redirects to.

    Args:
        web: What the run shares.
        address: As a source names it.
        pause: Seconds to leave between two requests to the host of an address; raises Failed where it may not be asked.
        read: What is taken of an answer that is no redirect; raises Failed.

    Raises:
        Failed: nothing was got.
    """
    client = web.client()
    url = web_address(address)
    ports: Collection[int] = (port_of(url),)
    for _ in range(web.limits.redirects + 1):
        answer = _once(web, client, url, pause(url), read)
        if isinstance(answer, Answer):
            return answer
        url = web_address(answer, url, ports)
    raise Failed("redirects", f"{host_of(url)} redirects more than {web.limits.redirects} times")


def found(response: httpx.Response, size: int) -> bytes:
    """Take the whole of an answer, unpacked, if the page was found.

    Args:
        response: An answer of which nothing has been read yet.
        size: Most bytes to take.

    Raises:
        Failed: it was not found, or is larger, or cannot be unpacked.
    """
    host = host_of(response.url)
    if response.status_code != 200:
        passes = response.status_code >= 500 or response.status_code in ASK_LATER
        reason: Reason = "unreachable" if passes else "status"
        raise Failed(reason, f"{host} answered {response.status_code}")
    if int(response.headers.get("content-length", "0")) > size:
        raise Failed("size", f"{host} would send more than {size:,} bytes")
    return body(response, size)


def _once(web: Web, client: httpx.Client, url: httpx.URL, pause: float, read: Read) -> Answer | str:
    """Make one request: its answer, or where it redirects to."""
    host = host_of(url)
    with web.turns.turn(host, pause), _told(host), client.stream("GET", url) as response:
        if response.status_code in REDIRECTS and "location" in response.headers:
            return str(response.headers["location"])
        if response.status_code in ASK_LATER:
            web.turns.rest(host)
        return Answer(url, response.status_code, response.headers, read(response))


@contextmanager
def _told(host: str) -> Iterator[None]:
    """Turn what can go wrong on the way into a sentence."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise Failed("unreachable", f"{host} did not answer in time") from error
    except httpcore.NetworkError as error:
        raise Failed("unreachable", f"the connection to {host} failed") from error
    except (httpcore.ProtocolError, UnicodeError) as error:
        # Also an answer that is shorter than it said.
        raise Failed("unreachable", f"{host} sent an answer that breaks off or is not HTTP") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        # The transport's errors are httpcore's: this one is about a redirect, which httpx reads without being asked.
        raise Failed("address", f"{host} redirects to what is no address of the web") from error
