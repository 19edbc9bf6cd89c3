"""Who answers a question, and who waits? Processes that are kept warm, a few at a time, and killed if need be."""

import json
import subprocess
import sys
import time
from multiprocessing import Pipe
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import Any

from queries.console import files
from queries.console.limits import LIMITS, Limits
from queries.console.refused import Busy, Superseded, Unanswered

SCRIPT = Path(__file__).with_name("worker.py")
STARTING = 20.0
"""Seconds in which a process has to be ready."""
GRACE = 1.0
"""Seconds that one gets besides its limit to stop by itself."""
SPARE = 2
"""Megabytes of an answer besides its rows."""


class Worker:
    """A process that answers questions on one edition."""

    def __init__(self, edition: str, limits: Limits) -> None:
        self.edition, self.limits = edition, limits
        self.is_called_off = False
        self.is_idle = True
        self._answers, theirs = Pipe()
        command = [sys.executable, "-I", str(SCRIPT), str(theirs.fileno()), files.NAME, json.dumps(limits._asdict())]
        # Nothing of it comes from a reader; the question goes through the pipe.
        self._process = subprocess.Popen(  # noqa: S603
            command,
            pass_fds=(theirs.fileno(),),
            cwd=files.folder(edition),
            env={},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        theirs.close()
        try:
            self._received(STARTING)
        except Unanswered:
            self.kill()
            raise

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def ask(self, sql: str) -> tuple[dict[str, Any], bytes]:
        """Ask one question.

        Returns:
            What is said of the answer, and its rows as an Arrow stream.

        Raises:
            Superseded: it was called off.
            Unanswered: it took too long, or too much of the machine.
        """
        self.is_idle = False
        try:
            self._answers.send_bytes(sql.encode("utf-8", "replace"))
            deadline = time.monotonic() + self.limits.seconds + GRACE
            said: dict[str, Any] = json.loads(self._received(deadline - time.monotonic()))
            rows = self._received(deadline - time.monotonic() + GRACE)
            self.is_idle = True
            return said, rows
        except OSError as error:
            # It is gone: somebody called it off, or it took more memory than a process may have.
            raise self._gone() from error

    def call_off(self) -> None:
        """End it, since nobody waits for its answer any more; whoever asked it hears so and clears away."""
        self.is_called_off = True
        self._process.kill()

    def kill(self) -> None:
        """End it at once; for whoever holds it alone, since a pipe that two close may be somebody else's by then."""
        self._process.kill()
        self._process.wait()
        self._answers.close()

    def _received(self, seconds: float) -> bytes:
        try:
            if not self._answers.poll(max(0.0, seconds)):
                raise Unanswered("time")
            return self._answers.recv_bytes((self.limits.megabytes + SPARE) * 2**20)
        except EOFError as error:
            raise self._gone() from error

    def _gone(self) -> Exception:
        return Superseded("called off") if self.is_called_off else Unanswered("memory")


class Workers:
    """The workers of a server. At most `limits.at_once` are at work; one of each edition stays warm."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self.limits = limits
        self._turns = BoundedSemaphore(limits.at_once)
        self._lock = Lock()
        self._warm: list[Worker] = []
        self._at_work: dict[str, Worker] = {}

    def ask(self, edition: str, sql: str, asking: str) -> tuple[dict[str, Any], bytes]:
        """Ask a question in one's turn; see `Worker.ask`.

        Args:
            edition: From `queries.build`.
            sql: The question.
            asking: Who asks. What the same one asked before is called off.

        Raises:
            Busy: others are asking, and go on doing so.
        """
        self._call_off(asking)
        if not self._turns.acquire(timeout=self.limits.patience):
            raise Busy("busy")
        worker = None
        try:
            worker = self._taken(edition)
            with self._lock:
                # Two questions of one reader can come so close that neither found the other at work.
                if asking in self._at_work:
                    self._at_work[asking].call_off()
                self._at_work[asking] = worker
            return worker.ask(sql)
        finally:
            with self._lock:
                if worker is not None and self._at_work.get(asking) is worker:
                    del self._at_work[asking]
            self._put_back(worker)
            self._turns.release()

    def close(self) -> None:
        """End all of them."""
        with self._lock:
            for worker in self._at_work.values():
                worker.call_off()
            for worker in self._warm:
                worker.kill()
            self._warm.clear()

    def _call_off(self, asking: str) -> None:
        with self._lock:
            worker = self._at_work.get(asking)
        if worker is not None:
            worker.call_off()

    def _taken(self, edition: str) -> Worker:
        with self._lock:
            found = next((w for w in self._warm if w.edition == edition and w.is_alive), None)
            if found is not None:
                self._warm.remove(found)
        return found or Worker(edition, self.limits)

    def _put_back(self, worker: Worker | None) -> None:
        """Keep a worker for the next question, unless it is gone or may still be at work."""
        if worker is None:
            return
        with self._lock:
            if worker.is_idle and not worker.is_called_off and worker.is_alive:
                self._warm.append(worker)
            else:
                worker.kill()
            for spare in self._warm[: -self.limits.at_once]:
                spare.kill()
            del self._warm[: -self.limits.at_once]
