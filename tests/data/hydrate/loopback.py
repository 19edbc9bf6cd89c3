"""A server on this machine with pages that we write, reached under the names of public hosts."""

import itertools
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import httpcore

# An address of the public internet; connections to it end at our server, and none leaves this machine.
PUBLIC = "93.184.215.14"


class Request(NamedTuple):
    host: str
    path: str
    began: float
    agent: str
    cookie: str


class Server(ThreadingHTTPServer):
    """Gives for each path the bytes that `pages` holds for it, or what a function writes to the open line.

    A key may name its host: "one.example/robots.txt" counts for that host only.
    """

    daemon_threads = True
    block_on_close = False

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages = {}
        self.requests = []
        self.port = self.server_address[1]

    def paths(self):
        return [request.path for request in self.requests]

    def handle_error(self, request, client_address):
        """Clients that hang up are part of the tests."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self):
        host = self.headers["Host"].partition(":")[0]
        agent, cookie = (self.headers.get(name, "") for name in ("User-Agent", "Cookie"))
        # Before it is answered: whoever asked may look at the list right after the answer.
        self.server.requests.append(Request(host, self.path, time.monotonic(), agent, cookie))
        pages = self.server.pages
        page = pages.get(host + self.path, pages.get(self.path, NOT_FOUND))
        if callable(page):
            page(self.wfile)
        else:
            self.wfile.write(page)

    def log_message(self, format, *args):
        """Say nothing."""


@contextmanager
def serving():
    """A server on a free port, for the length of the block."""
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.shutdown()


class Rerouted(httpcore.NetworkBackend):
    """Sockets that write down where they were to go, and lead to our server where that is the public address."""

    def __init__(self, server):
        self.server = server
        self.asked = []

    def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        self.asked.append((host, port))
        assert host == PUBLIC, f"a connection to {host} would have been made"
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", self.server.port, timeout)


def answer(body=b"", status="200 OK", **headers):
    """The bytes of a whole answer; `_` in the names of headers stands for `-`."""
    if isinstance(body, str):
        body = body.encode()
    given = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
    given |= {name.replace("_", "-").title(): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in given.items() if value is not None)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def redirect(location, status="302 Found"):
    return answer(status=status, location=location)


def slowly(*parts, pause, times=1000):
    """Write parts again and again with a pause after each, until nobody listens."""

    def write(line):
        for part in itertools.islice(itertools.cycle(parts), times):
            line.write(part)
            line.flush()
            time.sleep(pause)

    return write


NOT_FOUND = answer("nothing here", "404 Not Found")
