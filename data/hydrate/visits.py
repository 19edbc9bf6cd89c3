"""How is each source asked for its text, several hosts at a time and each host one request at a time?"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import NamedTuple

import httpx

from data.hydrate.addresses import host_of
from data.hydrate.extraction import MEDIA_TYPES, Extracted
from data.hydrate.failures import Failed
from data.hydrate.fetching import Web, ask, found
from data.hydrate.pages import Page, after_failure, keep, kept, now
from data.hydrate.robots import Robots
from data.hydrate.sources import Cited, by_host
from data.hydrate.workshop import Workshop

HOSTS_AT_A_TIME = 4


class Visit(NamedTuple):
    """What came of asking for one source."""

    host: str
    page: Page


@dataclass(frozen=True)
class Round:
    """What all visits of one run share: `pages` is where they are kept, `stopped` says that no more are wanted."""

    web: Web
    robots: Robots
    workshop: Workshop
    pages: Path
    stopped: Event


def visits(sources: Sequence[Cited], shared: Round) -> Iterator[Visit]:
    """Ask for sources and keep what comes, in the order in which it comes.

    The threads end with the process, so that Ctrl-C need not wait for a host. What they keep is always whole.

    Args:
        sources: Each with an address.
        shared: What the run shares.

    Yields:
        A visit a source.
    """
    hosts: SimpleQueue[tuple[str, list[Cited]]] = SimpleQueue()
    done: SimpleQueue[Visit | Exception] = SimpleQueue()
    for group in by_host(sources).items():
        hosts.put(group)
    for _ in range(HOSTS_AT_A_TIME):
        Thread(target=_work, args=(hosts, done, shared), daemon=True).start()
    for _ in sources:
        visit = done.get()
        if isinstance(visit, Exception):
            raise visit
        yield visit


def _work(hosts: "SimpleQueue[tuple[str, list[Cited]]]", done: "SimpleQueue[Visit | Exception]", shared: Round) -> None:
    try:
        while True:
            host, sources = hosts.get_nowait()
            for source in sources:
                if shared.stopped.is_set():
                    return
                done.put(Visit(host, visited(source, shared)))
    except Empty:
        return
    except Exception as error:
        # A fault of ours or of the disk: whoever waits for the visits has to hear of it.
        done.put(error)


def visited(source: Cited, shared: Round) -> Page:
    """Ask for one source, and keep what came of it."""
    url = source.url or ""
    try:
        page = _fetched(source.source_id, url, shared)
    except Failed as failure:
        page = after_failure(kept(shared.pages, source.source_id), source.source_id, url, failure)
        if failure.reason == "busy" or shared.stopped.is_set():
            # Either nobody asked, or it failed because the run was ending.
            return page
    keep(shared.pages, page)
    return page


def _fetched(source_id: str, url: str, shared: Round) -> Page:
    answer = ask(shared.web, url, shared.robots.pause, lambda response: _content(response, shared.web.limits.size))
    media_type = _media_type(answer.headers)
    charset = httpx.Response(200, headers=answer.headers).charset_encoding
    text, licence = Extracted(**shared.workshop.read(answer.content, media_type, charset))
    at = now()
    return Page(
        source_id,
        url,
        at,
        final_url=str(answer.url),
        status=answer.status,
        fetched_at=at,
        media_type=media_type,
        sha256=hashlib.sha256(answer.content).hexdigest(),
        licence=licence,
        text=text,
    )


def _content(response: httpx.Response, size: int) -> bytes:
    """Take an answer if it is a page of a kind that can be read."""
    media_type = _media_type(response.headers)
    if response.status_code == 200 and media_type not in MEDIA_TYPES:
        raise Failed("type", f"{host_of(response.url)} sent {media_type[:60]!r}, not HTML, PDF or plain text")
    return found(response, size)


def _media_type(headers: httpx.Headers) -> str:
    return str(headers.get("content-type", "")).partition(";")[0].strip().lower()
