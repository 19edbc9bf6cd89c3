"""A file arrives whole or its connection breaks, and no client can hold up the others."""

import http.client
import itertools
import os
import socket
import subprocess
import sys
import threading
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit.web.server.starlette.starlette_gzip_middleware import SelectiveGZipMiddleware

import exports
from api import streamed as sending
from api.lanes import SLOTS
from api.problems import answered
from api.streamed import streamed
from tests.api.server import asking, read, serving, wait_until

PIECE = b"id,stance\r\n" * 5_000
CSV = "text/csv"
KILLED = """
import socket
import uvicorn
from tests.api.test_streamed import Maker, app

listening = socket.create_server(("127.0.0.1", 0))
print(listening.getsockname()[1], flush=True)
uvicorn.Server(uvicorn.Config(app(Maker(count=0)), log_level="critical")).run(sockets=[listening])
"""


class Maker:
    """Makes a file piece by piece, and knows how far it came and whether it was closed."""

    def __init__(self, count=3, fails_at=None, error=RuntimeError, gate=None, piece=PIECE):
        self.count, self.fails_at, self.error, self.gate, self.piece = count, fails_at, error, gate, piece
        self.asked = 0
        self.is_closed = threading.Event()

    def __call__(self):
        self.asked += 1
        try:
            for number in range(self.count) if self.count else itertools.count():
                if self.gate and number:
                    self.gate.wait(10)
                if number == self.fails_at:
                    raise self.error("made to fail")
                yield self.piece
        finally:
            self.is_closed.set()


def app(maker, mime=CSV):
    @answered
    def file(request):
        return streamed(maker, request, mime=mime, name="file.csv", headers={"ETag": 'W/"1"'})

    routes = [Route("/file", file), Route("/ping", lambda request: PlainTextResponse("here"))]
    return Starlette(routes=routes, middleware=[Middleware(SelectiveGZipMiddleware)])


def stalled(port):
    """Open a connection that asks for the file and never reads."""
    connection = socket.create_connection(("127.0.0.1", port))
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.sendall(b"GET /file HTTP/1.1\r\nHost: here\r\n\r\n")
    return connection


def test_a_file_arrives_whole_with_its_name_and_its_tag():
    with serving(app(Maker())) as port:
        _, headers, body = read(port, "/file")
    assert body == PIECE * 3
    assert headers["content-type"] == "text/csv; charset=utf-8"
    assert headers["content-disposition"] == 'attachment; filename="file.csv"'
    assert (headers["etag"], headers["x-content-type-options"]) == ('W/"1"', "nosniff")
    assert "set-cookie" not in headers


def test_text_is_compressed_by_us_for_those_who_accept_it():
    with serving(app(Maker())) as port:
        _, headers, body = read(port, "/file", **{"Accept-Encoding": "gzip"})
    assert zlib.decompress(body, wbits=31) == PIECE * 3
    assert (headers["content-encoding"], headers["vary"]) == ("gzip", "Accept-Encoding")


def test_streamlit_leaves_alone_what_is_compressed_in_itself():
    with serving(app(Maker(), mime="application/vnd.apache.parquet")) as port:
        _, headers, body = read(port, "/file", **{"Accept-Encoding": "gzip"})
    assert (headers["content-encoding"], body) == ("identity", PIECE * 3)


@pytest.mark.parametrize("accepted", ["identity", "gzip"])
def test_a_file_that_fails_halfway_never_looks_whole(accepted):
    maker = Maker(count=40, fails_at=39)
    with serving(app(maker)) as port, asking(port, "/file", **{"Accept-Encoding": accepted}) as answer:
        assert answer.status == 200
        with pytest.raises(http.client.IncompleteRead):
            answer.read()


def test_a_server_that_is_killed_halfway_leaves_no_file_that_looks_whole(tmp_path):
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    environment = os.environ | {"PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True, env=environment) as server:
        try:
            assert server.stdout
            with asking(int(server.stdout.readline()), "/file") as answer:
                assert answer.read(len(PIECE) * 2)
                server.kill()
                with pytest.raises((http.client.IncompleteRead, ConnectionResetError)):
                    answer.read()
        finally:
            server.kill()


def test_where_a_file_ends_with_its_connection_its_length_is_said_ahead():
    with serving(app(Maker())) as port, socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"GET /file HTTP/1.0\r\nHost: here\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(65_536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert f"content-length: {3 * len(PIECE)}".encode() in head
    assert body == PIECE * 3


@pytest.mark.parametrize(
    ("error", "status"), [(exports.TooManyRows, 422), (exports.CannotHold, 422), (exports.UnknownForm, 404)]
)
def test_a_refusal_ahead_of_the_first_byte_is_a_problem(error, status):
    with serving(app(Maker(fails_at=0, error=error))) as port:
        answered_with, headers, body = read(port, "/file")
    assert (answered_with, headers["content-type"]) == (status, "application/problem+json")
    assert b"made to fail" in body
    assert "content-disposition" not in headers


def test_a_fault_of_ours_is_a_problem_that_tells_nothing_about_the_server():
    with serving(app(Maker(fails_at=0))) as port:
        status, _, body = read(port, "/file")
    assert status == 500
    assert b"made to fail" not in body


def test_head_makes_nothing():
    maker = Maker()
    with serving(app(maker)) as port:
        status, headers, body = read(port, "/file", "HEAD")
    assert (status, body, maker.asked) == (200, b"", 0)
    assert headers["content-disposition"] == 'attachment; filename="file.csv"'
    assert "content-length" not in headers


def test_the_making_stops_when_the_client_goes():
    maker = Maker(count=0)
    with serving(app(maker)) as port:
        with asking(port, "/file") as answer:
            answer.read(10)
        assert maker.is_closed.wait(5)


# The whole of a file in one piece leaves nothing to wait for but its end.
@pytest.mark.parametrize("maker", [Maker(count=0), Maker(count=1, piece=PIECE * 400)], ids=["halfway", "at the end"])
def test_a_client_that_stops_reading_loses_its_slot(monkeypatch, maker):
    monkeypatch.setattr(sending, "WRITE_TIMEOUT", 0.3)
    with ExitStack() as stack:
        port = stack.enter_context(serving(app(maker)))
        for _ in range(SLOTS):
            stack.enter_context(stalled(port))
        wait_until(lambda: maker.asked == SLOTS)
        with asking(port, "/file") as answer:
            assert (answer.status, answer.read(100)) == (200, PIECE[:100])


def test_where_every_slot_is_taken_a_client_is_told_when_to_come_again_and_nothing_else_waits(monkeypatch):
    monkeypatch.setattr(sending, "PATIENCE", 0.3)
    gate = threading.Event()
    maker = Maker(gate=gate)
    with ExitStack() as stack:
        port = stack.enter_context(serving(app(maker)))
        taken = [stack.enter_context(asking(port, "/file")) for _ in range(SLOTS)]
        late = stack.enter_context(ThreadPoolExecutor()).submit(read, port, "/file")
        started = time.monotonic()
        assert read(port, "/ping")[2] == b"here"
        assert time.monotonic() - started < 0.25
        status, headers, _ = late.result()
        gate.set()
        assert [answer.read() for answer in taken] == [PIECE * 3] * SLOTS
        assert read(port, "/file")[2] == PIECE * 3
    assert (status, headers["retry-after"]) == (503, "10")
    assert maker.asked == SLOTS + 1
