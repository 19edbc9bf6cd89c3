"""Where are pages read that may be made to break their reader? In a process of its own, with an end to time and memory.

A page can keep a parser busy for hours, fill the memory or crash the interpreter. The process is then killed and the
next page gets a new one; the page gets a sentence.
"""

import json
import logging
import multiprocessing
import resource
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock
from typing import NamedTuple, Self

from data.hydrate.extraction import Extracted, extracted
from data.hydrate.failures import Failed
from data.hydrate.limits import Limits

Reader = Callable[[bytes, str, str | None, Limits], Extracted]


class Bench(NamedTuple):
    """A process that reads pages, and the line to it."""

    process: BaseProcess
    line: Connection


class Workshop:
    """Reads pages one at a time, for whichever thread asks; to be used in a with block."""

    def __init__(self, limits: Limits, read: Reader = extracted) -> None:
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

    def extracted(self, content: bytes, media_type: str, charset: str | None) -> Extracted:
        """Read the text of a page; see `extraction.extracted`.

        Raises:
            Failed: there is none, or reading it took too long or too much.
        """
        with self._lock:
            line = self._opened().line
            try:
                line.send_bytes(json.dumps([media_type, charset]).encode())
                line.send_bytes(content)
                if not line.poll(self._limits.extraction):
                    raise TimeoutError
                answer = json.loads(line.recv_bytes())
            except TimeoutError as error:
                self._close()
                seconds = f"{self._limits.extraction:g}"
                raise Failed("unreadable", f"reading it took more than {seconds} seconds") from error
            except (OSError, EOFError) as error:
                self._close()
                raise Failed("unreadable", "its reader crashed on it") from error
        if "reason" in answer:
            raise Failed(**answer)
        return Extracted(**answer)

    def _opened(self) -> Bench:
        if self._is_over:
            raise Failed("busy", "the run has ended before it was read")
        if self._bench is None:
            # Forking a process with threads can leave it with locks that nobody opens.
            context = multiprocessing.get_context("spawn")
            here, there = context.Pipe()
            process = context.Process(target=serve, args=(there, self._limits, self._read), daemon=True)
            process.start()
            there.close()
            # What it takes to start is not the first page's time.
            here.recv_bytes()
            self._bench = Bench(process, here)
        return self._bench

    def _close(self) -> None:
        bench, self._bench = self._bench, None
        if bench:
            bench.process.kill()
            bench.process.join()
            bench.line.close()


def serve(line: Connection, limits: Limits, read: Reader) -> None:
    """Read pages until nobody is at the other end; runs in the process."""
    # Ctrl-C is for whoever sends the pages.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Readers tell on the way what is wrong with a page; what matters of it is our sentence.
    logging.disable(logging.CRITICAL)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    with suppress(EOFError, OSError):
        line.send_bytes(b"ready")
        while True:
            media_type, charset = json.loads(line.recv_bytes())
            content = line.recv_bytes()
            answer = _answer(partial(read, content, media_type, charset, limits))
            line.send_bytes(json.dumps(answer).encode())


def _answer(read: Callable[[], Extracted]) -> dict[str, str]:
    try:
        return read()._asdict()
    except Failed as failure:
        return {"reason": failure.reason, "sentence": str(failure)}
    except Exception as error:
        # Anything can come out of a parser that is fed on purpose.
        return {"reason": "unreadable", "sentence": f"it cannot be read ({type(error).__name__})"}
