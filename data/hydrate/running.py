"""What does one run of the command do, from the collection's sources to texts that the app can read?"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from data.full_text import write_index
from data.hydrate.connecting import CheckedSockets
from data.hydrate.extraction import extracted
from data.hydrate.fetching import Web
from data.hydrate.limits import Limits
from data.hydrate.pages import is_due, kept
from data.hydrate.progress import shown, summary
from data.hydrate.robots import Robots
from data.hydrate.sources import Cited, cited, wanted
from data.hydrate.store import opened
from data.hydrate.texts import write_texts
from data.hydrate.transport import Transport
from data.hydrate.visits import Round, Visit, visits
from data.hydrate.workshop import Workshop
from queries.fetched import TEXTS

INTERRUPTED = 130


@dataclass(frozen=True)
class Asked:
    """What the user asked for: `limit` is a number of sources, `delay` seconds between two requests to one host.

    Without `sockets` of its own, a run connects to public addresses only.
    """

    data: Path
    store: Path
    only: Sequence[str] = ()
    limit: int | None = None
    delay: float = 3.0
    is_again: bool = False
    contact: str = ""
    limits: Limits = field(default_factory=Limits)
    sockets: CheckedSockets | None = None


def run(asked: Asked) -> int:
    """Fetch what is due, write what the app reads, and say what came of it.

    Returns:
        0, or 130 where Ctrl-C ended it early; what was fetched by then is written all the same.

    Raises:
        UnknownSources: a source was asked for that is not in the collection.
        OSError: the collection cannot be read or the store not be written; nothing was asked of any host.
    """
    sources = cited(asked.data)
    chosen = wanted(sources, asked.only)
    with opened(asked.store) as pages:
        due = [source for source in chosen if asked.is_again or _is_due(source, pages)][: asked.limit]
        print(f"{len(chosen)} sources without a text, of which {len(due)} are asked for now.")
        made: list[Visit] = []
        is_whole = _visit(due, asked, pages, made)
        for line in summary(made):
            print(line)
        count = write_texts(sources, asked.store)
        write_index(asked.data, asked.store / TEXTS, is_shown=sys.stderr.isatty())
        print(f"{count} fetched texts lie in {asked.store}. Start the app again to read them.")
    if not is_whole:
        print("Interrupted. What was fetched is kept; the same command goes on from here.")
    return 0 if is_whole else INTERRUPTED


def _is_due(source: Cited, pages: Path) -> bool:
    return is_due(kept(pages, source.source_id), source.url or "", datetime.now(UTC))


def _visit(due: Sequence[Cited], asked: Asked, pages: Path, made: list[Visit]) -> bool:
    """Ask for sources and list each visit; returns whether all were made."""
    sockets = asked.sockets or CheckedSockets(asked.limits)
    web = Web(Transport(sockets), asked.limits, asked.delay, asked.contact)
    stopped = Event()
    with Workshop(asked.limits, extracted) as workshop:
        try:
            for visit in shown(visits(due, Round(web, Robots(web), workshop, pages, stopped)), len(due)):
                made.append(visit)
        except KeyboardInterrupt:
            return False
        finally:
            # Before the workshop closes, or a page that is being read would be noted as one that cannot be.
            stopped.set()
    return True
