"""A server that is short of open files or of memory refuses with a sentence, lives, and is well again afterwards."""

import asyncio
import resource
import socket
import time
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest

from tests.bench import large_collection
from tests.bench.memory import PROC, open_files
from tests.bench.session import opened
from tests.chaos.served import served

MOST_FILES = 110
STATEMENTS = 300_000
ANSWERED = (200, 503)


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
                await asyncio.sleep(1)
                await asyncio.wait_for(session.choose("From", "2001-01-01"), 30)
                short = " ".join(session.said)
            await asyncio.sleep(2)
            await asyncio.wait_for(session.choose("From", "1995-01-01"), 30)
            return short, " ".join(session.said)

    with served(home / "parquet", most_files=MOST_FILES) as server:
        assert server.is_well()
        short, after = asyncio.run(go_on(server))
        assert "could not be made" not in after
        assert "could not be made" not in short or "short of open files" in short
        assert eventually(server.is_well)


def size(pid):
    """Bytes of the addresses that a process uses."""
    return int((PROC / str(pid) / "statm").read_text().split()[0]) * resource.getpagesize()


@pytest.mark.chaos
def test_an_export_that_memory_does_not_suffice_for_is_refused_or_whole_and_the_server_lives(tmp_path):
    folder = tmp_path / "large"
    folder.mkdir()
    large_collection.write(folder, STATEMENTS)
    with served(folder) as server:
        whole = len(server.get("/api/statements.csv?limit=1").content) or 1
        assert whole
        pid = server.process.pid
        for more_mb in (40, 150, 400):
            most = size(pid) + more_mb * 2**20
            resource.prlimit(pid, resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))
            for form in ("xlsx", "parquet", "csv"):
                outcome = fate(server, f"/api/statements.{form}")
                assert outcome in ("whole", "broken off", "refused 503"), (form, more_mb, outcome, server.log[-3000:])
        resource.prlimit(pid, resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        assert eventually(lambda: fate(server, "/api/statements.parquet") == "whole"), server.log[-3000:]
        assert "could not be made" not in server.page("/statements")


def fate(server, path):
    """What became of a download: whole, broken off so that it shows, or refused with a status."""
    import httpx

    try:
        answer = server.get(path)
    except httpx.TransportError:
        return "broken off"
    return "whole" if answer.status_code == 200 else f"refused {answer.status_code}"
