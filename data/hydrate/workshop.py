"""Where are pages read that may be made to break their reader? In a process of its own, with an end to time and memory.

A page can keep a parser busy for hours, fill the memory or crash the interpreter. The process is then killed and the
next page gets a new one; the page gets a sentence. What the process does is in `bench`.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple, Protocol, Self

from data.hydrate.failures import Failed
from data.hydrate.limits import Limits

ROOT = Path(__file__).parents[2]


class Answer(Protocol):
    """What a reader gives: a named tuple of texts."""

    def _asdict(self) -> dict[str, Any]: ...


# Takes the content, what is said of it, and the limits of its workshop.
Reader = Callable[..., Answer]


class Bench(NamedTuple):
    """A process that reads pages, and the line to it."""

    process: "subprocess.Popen[bytes]"
    line: Connection


class Workshop:
    """Reads pages one at a time, for whichever thread asks; to be used in a with block."""

    def __init__(self, limits: Limits, read: Reader) -> None:
        self._limits = limits
        self._read = read
        self._lock = Lock()
        self._bench: Bench | None = None
        self._is_over = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        # Not under the lock: a run that is interrupted does not wait for a page.
        self._is_over = True
        self._close()

    def read(self, content: bytes, *said: str | None) -> dict[str, str]:
        """Read the text of a page.

        Args:
            content: The page.
            *said: What its reader is told of it, as the charset that was declared.

        Returns:
            The fields of the named tuple that the reader gives.

        Raises:
            Failed: there is no text, or reading it took too long or too much.
        """
        with self._lock:
            line = self._opened().line
            try:
                line.send_bytes(json.dumps(said).encode())
                line.send_bytes(content)
                if not line.poll(self._limits.extraction):
                    raise TimeoutError
                answer: dict[str, Any] = json.loads(line.recv_bytes())
            except TimeoutError as error:
                self._close()
                seconds = f"{self._limits.extraction:g}"
                raise Failed("unreadable", f"reading it took more than {seconds} seconds") from error
            except (OSError, EOFError) as error:
                self._close()
                raise Failed("unreadable", "its reader crashed on it") from error
        if "failed" in answer:
            raise Failed(*answer["failed"])
        return answer

    def _opened(self) -> Bench:
        if self._is_over:
            raise Failed("busy", "the run has ended before it was read")
        if self._bench is None:
            self._bench = _started(self._read, self._limits)
        return self._bench

    def _close(self) -> None:
        bench, self._bench = self._bench, None
        if bench:
            bench.process.kill()
            bench.process.wait()
            bench.line.close()


def _started(read: Reader, limits: Limits) -> Bench:
    """Start a process and wait until it is ready: what it takes to start is not the first page's time.

    `multiprocessing` would first run the main module of this program in the process, and under Streamlit that is a
    page. The environment, which may hold keys, stays here too.
    """
    here, there = Pipe()
    with there:
        process = subprocess.Popen(  # noqa: S603 - our own module, run by the interpreter that runs this
            [sys.executable, "-m", "data.hydrate.bench", str(there.fileno())],
            cwd=ROOT,
            env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            pass_fds=[there.fileno()],
            stdin=subprocess.DEVNULL,
        )
    try:
        here.send((read, limits))
        here.recv_bytes()
    except (OSError, EOFError) as error:
        process.kill()
        process.wait()
        raise Failed("busy", "the process that reads pages could not be started") from error
    return Bench(process, here)
