"""Downloads for the bench: each by a receiver in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

_RECEIVER = (sys.executable, "-m", "tests.bench.receiver")


class Taken(NamedTuple):
    """What a client got: seconds until the first byte and until the last, bytes as sent; lines and hash if asked."""

    status: int
    first: float
    seconds: float
    bytes: int
    lines: int
    sha256: str


def take(url: str, *options: str) -> Taken:
    """Download an address once; options are those of `receiver`."""
    done = subprocess.run([*_RECEIVER, url, *options], stdout=subprocess.PIPE, check=True, text=True)
    taken = Taken(**json.loads(done.stdout))
    if taken.status != 200:
        sys.exit(f"{url} was answered with {taken.status}")
    return taken


@contextmanager
def reading(url: str, *options: str) -> Iterator[None]:
    """Download an address again and again for as long as the block lasts, which begins after the first byte."""
    with subprocess.Popen([*_RECEIVER, url, "--forever", *options], stdout=subprocess.PIPE, text=True) as receiver:
        try:
            if not receiver.stdout or not receiver.stdout.readline():
                sys.exit(f"{url}: nothing came")
            yield
            if receiver.poll() is not None:
                sys.exit(f"{url}: the download that was to go on broke off")
        finally:
            receiver.terminate()
