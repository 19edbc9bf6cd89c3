"""When is it our turn to ask a host? Never while another request to it is under way, and not soon after one."""

import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from data.hydrate.failures import Failed


class Turns:
    """Keeps the requests to each host one after the other, whoever makes them; hosts that asked for a pause get it."""

    def __init__(self) -> None:
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)
        self._guard = Lock()
        self._ended: dict[str, float] = {}
        self._resting: set[str] = set()

    @contextmanager
    def turn(self, host: str, pause: float) -> Iterator[None]:
        """Wait until a host may be asked, and keep others from asking it within the block.

        Args:
            host: As `addresses.host_of` names it.
            pause: Seconds since the end of the last request to it.

        Raises:
            Failed: the host is to be left alone in this run.
        """
        with self._guard:
            lock = self._locks[host]
        with lock:
            self._check(host)
            if host in self._ended:
                time.sleep(max(0.0, self._ended[host] + pause - time.monotonic()))
            try:
                yield
            finally:
                self._ended[host] = time.monotonic()

    def rest(self, host: str) -> None:
        """Leave a host alone for the rest of this run."""
        self._resting.add(host)

    def _check(self, host: str) -> None:
        if host in self._resting:
            raise Failed("busy", f"{host} asked for a pause, so that it is asked again in a later run")
