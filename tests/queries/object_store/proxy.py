"""What stands between us and a store when the network is bad: it stalls, cuts, or answers that the store is busy."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

BUSY = b"HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
READ = 2**16


class Proxy:
    """Passes on what comes and goes, until it is told to do harm.

    Attributes:
        passes: Bytes of answers that still come through unharmed; None for all.
        harm: What happens then: "cut", "stall" or "busy".
        connections: How many were made.
    """

    def __init__(self, store: str):
        parts = urlsplit(store)
        self._store = parts.hostname, parts.port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._lock = threading.Lock()
        self.passes: int | None = None
        self.harm, self.connections = "cut", 0
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def run(self):
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket):
        self._open.append(client)
        with suppress(OSError), client, socket.create_connection(self._store) as store:
            self._open.append(store)
            threading.Thread(target=_pass_on, args=(client, store), daemon=True).start()
            while answer := store.recv(READ):
                passed = self._passed(answer)
                client.sendall(answer[:passed])
                if passed < len(answer):
                    if self.harm == "busy" and not passed:
                        client.sendall(BUSY)
                    elif self.harm == "stall":
                        # Until the client gives up.
                        threading.Event().wait(20)
                    return

    def _passed(self, answer: bytes) -> int:
        with self._lock:
            passed = len(answer) if self.passes is None else min(len(answer), self.passes)
            self.passes = None if self.passes is None else self.passes - passed
            return passed

    def close(self):
        self._listener.close()
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


def _pass_on(client: socket.socket, store: socket.socket):
    with suppress(OSError):
        while asked := client.recv(READ):
            store.sendall(asked)


@contextmanager
def between(store: str) -> Iterator[Proxy]:
    """Stand between us and a store for as long as the block lasts."""
    proxy = Proxy(store)
    thread = threading.Thread(target=proxy.run, daemon=True)
    thread.start()
    try:
        yield proxy
    finally:
        proxy.close()
