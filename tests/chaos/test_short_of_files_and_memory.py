"""A server that is short of open files or of memory refuses with a sentence, lives, and is well again afterwards."""

import asyncio
import resource
import socket
import time
from contextlib import ExitStack
from urllib.parse import urlsplit

import httpx
import pytest

from tests.bench import large_collection
from tests.bench.memory import PROC, open_files
from tests.bench.session import opened
from tests.chaos.served import served

MOST_FILES = 110
STATEMENTS = 120_000
SHORT = "The server is short of open files right now."
FORMS = ("csv", "xlsx", "parquet")


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A folder of so many made-up statements."""
    folder = tmp_path_factory.mktemp("large")
    large_collection.write(folder, STATEMENTS)
    return folder


def connections(server, count):
    """Connections that ask for nothing, as many as the server takes."""
    parts = urlsplit(server.url)
    with ExitStack() as stack:
        held = []
        for _ in range(count):
            client = stack.enter_context(socket.socket())
            client.settimeout(2)
            client.connect((parts.hostname, parts.port))
            held.append(client)
        return stack.pop_all(), held


def eventually(is_so, seconds=40):
    """Whether something becomes so in time."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        try:
            if is_so():
                return True
        except Exception:  # a server that is short may answer in any way
            time.sleep(0.5)
        time.sleep(0.5)
    return False


@pytest.mark.chaos
def test_a_server_without_open_files_left_is_well_as_soon_as_there_are_some(home):
    with served(home / "parquet", most_files=MOST_FILES) as server:
        assert server.is_well()
        stack, held = connections(server, 2 * MOST_FILES)
        with stack:
            assert len(held) == 2 * MOST_FILES
            assert eventually(lambda: open_files(server.process.pid) >= MOST_FILES - 3, 10)
        assert eventually(server.is_well)
        assert server.process.poll() is None


@pytest.mark.chaos
def test_a_session_that_is_open_stays_while_files_are_short(home):
    async def go_on(server):
        async with opened(f"{server.url}/statements") as session:
            stack, _ = connections(server, 2 * MOST_FILES)
            with stack:
                await asyncio.sleep(3)
            # Those who left are let go one after the other; until then the page says what is short.
            told = [SHORT]
            while SHORT in told[-1] and len(told) < 20:
                await asyncio.sleep(1)
                await asyncio.wait_for(session.choose("From", f"{1980 + len(told)}-01-01"), 60)
                told.append(" ".join(session.said))
            return told[-1]

    with served(home / "parquet", most_files=MOST_FILES) as server:
        assert server.is_well()
        assert SHORT not in asyncio.run(go_on(server))
        assert eventually(server.is_well)


def size(pid):
    """Bytes of the addresses that a process uses."""
    return int((PROC / str(pid) / "statm").read_text().split()[0]) * resource.getpagesize()


@pytest.mark.chaos
def test_exports_of_a_large_table_do_with_little_memory_and_the_server_lives(large):
    with served(large) as server:
        # Threads and pools are there after the first of each.
        assert [fate(server, f"/api/statements.{form}") for form in FORMS] == ["whole"] * 3
        pid = server.process.pid
        for more_mb in (150, 60, 20):
            resource.prlimit(pid, resource.RLIMIT_AS, (size(pid) + more_mb * 2**20, resource.RLIM_INFINITY))
            for form in FORMS:
                assert fate(server, f"/api/statements.{form}") in ("whole", "refused 503", "broken off"), server.log
                assert server.process.poll() is None
        resource.prlimit(pid, resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        assert [fate(server, f"/api/statements.{form}") for form in FORMS] == ["whole"] * 3
        assert "could not be made" not in server.page("/statements")


@pytest.mark.chaos
def test_a_server_that_the_system_ends_for_want_of_memory_is_well_after_a_new_start(large):
    with served(large) as server:
        pid = server.process.pid
        # Cold: threads and pools are still to come, and some libraries end a process that gives them no memory.
        resource.prlimit(pid, resource.RLIMIT_AS, (size(pid) + 40 * 2**20, resource.RLIM_INFINITY))
        for form in FORMS:
            assert fate(server, f"/api/statements.{form}") in ("whole", "refused 503", "broken off")
    with served(large) as server:
        assert [fate(server, f"/api/statements.{form}") for form in FORMS] == ["whole"] * 3


def fate(server, path):
    """What became of a download: whole, broken off so that it shows, or refused with a status."""
    try:
        answer = server.get(path)
    except httpx.TransportError:
        return "broken off"
    return "whole" if answer.status_code == 200 else f"refused {answer.status_code}"
