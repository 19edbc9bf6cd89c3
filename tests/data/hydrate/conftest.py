"""Our server, and a way to ask it as the command asks hosts; the rule for addresses is the real one."""

from dataclasses import replace
from threading import Event

import pytest

from data.hydrate.connecting import CheckedSockets
from data.hydrate.extraction import extracted
from data.hydrate.fetching import Web
from data.hydrate.limits import Limits
from data.hydrate.robots import Robots
from data.hydrate.sources import Cited
from data.hydrate.transport import Transport
from data.hydrate.visits import Round, visited
from data.hydrate.workshop import Workshop
from tests.data.hydrate.loopback import PUBLIC, Rerouted, serving

LIMITS = Limits(connect=5, read=5, total=10, size=300_000, robots_size=2_000, extraction=20)
# For hosts that are slow on purpose; on a busy machine others are, too.
IMPATIENT = {"read": 0.4, "total": 0.8}


@pytest.fixture
def server():
    with serving() as server:
        yield server


@pytest.fixture
def sockets(server):
    """Where connections were to go: (address, port) in order, in `asked`."""
    return Rerouted(server)


@pytest.fixture(scope="session")
def workshop():
    """One process that reads pages, for all tests: starting it takes most of a second."""
    with Workshop(LIMITS, extracted) as workshop:
        yield workshop


def looked_up(host, port):
    """What names lead to in these tests; addresses are themselves."""
    known = {"inside.example": "10.0.0.7", "half.example": "::1"}
    is_address = ":" in host or host.rpartition(".")[2].isdigit()
    found = host if is_address else known.get(host, PUBLIC)
    return [PUBLIC, found] if host == "half.example" else [found]


def web(sockets, resolver=looked_up, delay=0.0, **limits):
    chosen = replace(LIMITS, **limits)
    return Web(
        Transport(CheckedSockets(chosen, resolver=resolver, sockets=sockets)), chosen, delay, "desk@paper.example"
    )


@pytest.fixture
def shared(sockets, workshop, tmp_path):
    """What the visits of one run share; pages are kept in a folder of their own."""
    return around(web(sockets), workshop, tmp_path)


def around(web, workshop, folder):
    pages = folder / "pages"
    pages.mkdir(exist_ok=True)
    return Round(web, Robots(web), workshop, pages, Event())


@pytest.fixture
def fetch(shared):
    """Ask for one address as a run does: the page that is kept of it."""

    def fetch(address="http://one.example/page"):
        return visited(source(address), shared)

    return fetch


def source(url, source_id="a-source", **given):
    return Cited(**{"source_id": source_id, "url": url, "published": None, "text": None, "origin_id": None} | given)
