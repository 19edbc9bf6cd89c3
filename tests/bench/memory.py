"""How much memory and computing does a server need, with what it started? Read from /proc, so on Linux only."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

PROC = Path("/proc")
PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 1e6
EVERY_S = 0.02


def children(pid: int) -> list[int]:
    """Name the processes that a process started, whichever of its threads did."""
    with suppress(FileNotFoundError, ProcessLookupError):
        lists = [file.read_text() for file in PROC.glob(f"{pid}/task/*/children")]
        return [int(child) for listed in lists for child in listed.split()]
    return []


def server_on(url: str) -> int:
    """Find the process that this one started for an address, by the port in its command line.

    Raises:
        LookupError: there is none.
    """
    port = str(urlsplit(url).port).encode()
    for pid in children(os.getpid()):
        if port in (PROC / str(pid) / "cmdline").read_bytes().split(b"\0"):
            return pid
    raise LookupError(f"nothing that was started here listens on {url}")


def held(pid: int) -> float:
    """Measure the resident memory of a process and of all below it, in MB."""
    return own(pid) + sum(held(child) for child in children(pid))


def own(pid: int) -> float:
    """Measure the resident memory of one process, in MB."""
    with suppress(FileNotFoundError, ProcessLookupError):
        return int((PROC / str(pid) / "statm").read_text().split()[1]) * PAGE_MB
    return 0.0


def open_files(pid: int) -> int:
    """Count the files, sockets and pipes that one process holds open."""
    return len([*(PROC / str(pid) / "fd").iterdir()])


def cpu_seconds(pid: int) -> float:
    """Measure the time that one process has computed so far, with all its threads."""
    # The name of the program stands in parentheses, and may hold blanks.
    fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Look(NamedTuple):
    """A process at one moment: seconds of CPU so far, MB it holds by itself and with its children, files, threads."""

    at: float
    cpu: float
    own: float
    held: float
    files: int
    threads: int


def look(pid: int) -> Look:
    """Look at a process and at what it started."""
    cpu = sum(cpu_seconds(each) for each in (pid, *children(pid)))
    threads = len([*(PROC / str(pid) / "task").iterdir()])
    return Look(time.monotonic(), cpu, own(pid), held(pid), open_files(pid), threads)


class Watched:
    """What a process held when watching began, the most since, and what it held at the end; in MB."""

    def __init__(self, pid: int) -> None:
        self._pid, self._ends = pid, threading.Event()
        self.before = self.peak = self.after = held(pid)

    @property
    def rise(self) -> float:
        """How much more it held at most."""
        return self.peak - self.before

    def __str__(self) -> str:
        return f"{self.before:.0f} MB before, at most {self.peak:.0f} (+{self.rise:.0f}), {self.after:.0f} after"

    def watch(self) -> None:
        """Look again and again until told to end."""
        while not self._ends.wait(EVERY_S):
            self.peak = max(self.peak, held(self._pid))

    def end(self) -> None:
        """Stop, and see what is left."""
        self._ends.set()
        self.after = held(self._pid)


@contextmanager
def watched(pid: int) -> Iterator[Watched]:
    """Watch a process for as long as the block lasts."""
    watching = Watched(pid)
    thread = threading.Thread(target=watching.watch)
    thread.start()
    try:
        yield watching
        time.sleep(EVERY_S)
    finally:
        watching.end()
        thread.join()
