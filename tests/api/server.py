"""A real server in this process: what breaks on the way to a client shows only there."""

import http.client
import threading
import time
from contextlib import closing, contextmanager

import uvicorn


@contextmanager
def serving(app):
    """Serve an app on a free port for as long as the block runs; gives the port."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        wait_until(lambda: server.started)
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def asking(port, path, method="GET", **headers):
    """Ask for a path with a client that decodes nothing by itself; gives the response, whose body is not read yet."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as client:
        client.request(method, path, headers=headers)
        with client.getresponse() as answer:
            yield answer


def read(port, path, method="GET", **headers):
    """Ask for a path and read all of it: status, headers and body."""
    with asking(port, path, method, **headers) as answer:
        return answer.status, answer.headers, answer.read()


def wait_until(happened, seconds=10):
    """Wait for something to happen in another thread."""
    patience = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < patience, "it did not happen in time"
        time.sleep(0.01)
