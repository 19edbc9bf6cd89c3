"""Forty clients that ask for a million rows and stop reading: what becomes of them?"""

import re
import socket
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from urllib.parse import urlsplit

from api.streamed import PATIENCE, WRITE_TIMEOUT

CLIENTS = 40
_LINE = re.compile(rb"HTTP/1\.1 (\d+)")
_END = b"\r\n0\r\n\r\n"
# What the kernel holds ready for a client that does not read.
_BUFFER = 65_536


def fates(url: str, meanwhile: Callable[[], None]) -> Counter[str]:
    """Let the clients stand still until the write timeout is over, then read on to see what became of each.

    Args:
        url: What they ask for.
        meanwhile: Called again and again while they stand still.

    Returns:
        How many were "told 503", "cut off", or, against what is wanted, "served".
    """
    with ExitStack() as stack:
        clients = [stack.enter_context(_stalled(url)) for _ in range(CLIENTS)]
        begun = [client.recv(_BUFFER) for client in clients[:1]]
        ends = time.monotonic() + PATIENCE + WRITE_TIMEOUT + 5
        while time.monotonic() < ends:
            meanwhile()
        begun += [client.recv(_BUFFER) for client in clients[1:]]
        return Counter(_fate(client, answer) for client, answer in zip(clients, begun, strict=True))


def _stalled(url: str) -> socket.socket:
    parts = urlsplit(url)
    client = socket.socket()
    # A small window, set ahead of the connection, or the kernel takes megabytes on the client's behalf.
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
    client.settimeout(30)
    client.connect((parts.hostname, parts.port))
    client.sendall(f"GET {parts.path}?{parts.query} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
    return client


def _fate(client: socket.socket, answer: bytes) -> str:
    line = _LINE.match(answer)
    status = int(line[1]) if line else 0
    if status != 200:
        return f"told {status}"
    last = answer
    try:
        while more := client.recv(_BUFFER):
            last = (last + more)[-len(_END) :]
    except ConnectionResetError:
        return "cut off"
    except TimeoutError:
        return "left hanging"
    return "served" if last.endswith(_END) else "cut off"
