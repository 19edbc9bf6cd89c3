"""A client of the bench that only receives, in a process of its own so as to share no interpreter with what it times.

python -m tests.bench.receiver URL: read the answer a megabyte at a time and print, as one line of JSON, what came of it
(`downloads.Taken`). --gzip accepts compression, --check counts and hashes what came, --rate reads so many MB/s,
--forever reads again and again and prints nothing but a line after the first piece.
"""

import argparse
import hashlib
import http.client
import json
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

READ = 2**20
# A throttled client reads so often in a second.
SIPS = 20


def answer(url: str, *, gzip: bool) -> http.client.HTTPResponse:
    """Ask for an address."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=120)
    accepted = {"Accept-Encoding": "gzip"} if gzip else {}
    connection.request("GET", f"{parts.path}?{parts.query}", headers=accepted)
    return connection.getresponse()


def pieces(response: http.client.HTTPResponse, rate: float) -> Iterator[memoryview]:
    """Give what comes, the first byte by itself; at most so many MB/s unless that is 0."""
    buffer = memoryview(bytearray(int(rate * 1e6 / SIPS) if rate else READ))
    size = response.readinto(buffer[:1])
    while size:
        yield buffer[:size]
        if rate:
            time.sleep(1 / SIPS)
        size = response.readinto(buffer)


def receive(asked: argparse.Namespace) -> dict[str, float | str]:
    """Read one answer; times are seconds from the request on."""
    begin = time.perf_counter()
    first, size, rows, hashed = 0.0, 0, 0, hashlib.sha256()
    response = answer(asked.url, gzip=asked.gzip)
    for piece in pieces(response, asked.rate):
        first = first or time.perf_counter() - begin
        if asked.forever and not size:
            print("reading", flush=True)
        size += len(piece)
        if asked.check:
            rows += bytes(piece).count(b"\n")
            hashed.update(piece)
    taken = time.perf_counter() - begin
    return {
        "status": response.status,
        "first": first,
        "seconds": taken,
        "bytes": size,
        "lines": rows,
        "sha256": hashed.hexdigest(),
    }


def main() -> None:
    """Read what the command line names."""
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--rate", type=float, default=0)
    for switch in ("--gzip", "--check", "--forever"):
        parser.add_argument(switch, action="store_true")
    asked = parser.parse_args()
    while asked.forever:
        receive(asked)
    print(json.dumps(receive(asked)))


if __name__ == "__main__":
    main()
