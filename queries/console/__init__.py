"""Answers to questions that readers write themselves, in SQL, on a read-only copy that takes nothing else along.

    answer = console.ask(edition, "select * from actors", asking="session 1")

What is allowed, what it may take and how it is walled in: docs/sql.md.
"""

import re
import time
from dataclasses import dataclass
from functools import cache
from typing import Any

import pyarrow as pa

import queries
from queries.console import sizes
from queries.console.limits import LIMITS, Limits
from queries.console.refused import Busy, Refused, Superseded, Unanswered
from queries.console.workers import Workers

__all__ = ["LIMITS", "Answer", "Busy", "Limits", "Refused", "Superseded", "Unanswered", "ask"]

_PATHS = re.compile(r"(?:/[\w.@+~-]+){2,}")
_LONGEST_MESSAGE = 600


@dataclass(frozen=True)
class Answer:
    """What a question gave.

    Attributes:
        rows: At most `limits.rows`.
        is_cut: Whether there are more.
        edition: That was asked.
        seconds: From the question to the answer, the time in the queue included.
    """

    rows: pa.Table
    is_cut: bool
    edition: str
    seconds: float


def ask(edition: str, sql: str, asking: str, workers: Workers | None = None) -> Answer:
    """Answer one SELECT over the tables of an edition.

    Args:
        edition: From `queries.edition`.
        sql: The question, as a reader wrote it.
        asking: Who asks: a question that the same one asked before, and that is not answered yet, is called off.
        workers: Who answers; those of the server by themselves.

    Raises:
        Refused: in one sentence, why there is no answer, and what to do.
    """
    workers = workers or of_the_server()
    begun, built = time.perf_counter(), queries.build(edition)
    if len(sql) > workers.limits.characters:
        raise Refused(f"The question has {len(sql):,} characters; {workers.limits.characters:,} is the most.")
    if not sql.strip() or "\x00" in sql:
        raise Refused("There is no question yet; write one, or take an example.")
    said, stream = _told(workers, built, sql, asking)
    if "unanswered" in said:
        raise unanswered(said["unanswered"], workers.limits)
    if "refused" in said:
        raise Refused(said["refused"])
    if "wrong" in said:
        raise Refused(spoken(said["wrong"]))
    rows = pa.ipc.open_stream(stream).read_all()
    if sizes.written_out(rows) > workers.limits.megabytes * 2**20:
        raise Refused(
            f"The answer has more than {workers.limits.megabytes} MB; ask for fewer values, or shorter texts."
        )
    return Answer(rows, bool(said["is_cut"]), built, time.perf_counter() - begun)


def _told(workers: Workers, edition: str, sql: str, asking: str) -> tuple[dict[str, Any], bytes]:
    """What a worker says; raises what it does not say in the words of whoever asked."""
    limits = workers.limits
    try:
        return workers.ask(edition, sql, asking)
    except Busy as error:
        others = f"{limits.at_once} questions are being answered, and others wait"
        raise Busy(f"The server is busy: {others}. Ask again in a moment.") from error
    except Superseded as error:
        raise Superseded("You have asked something else meanwhile.") from error
    except Unanswered as error:
        raise unanswered(str(error), limits) from error


@cache
def of_the_server() -> Workers:
    """Give the workers that all sessions of this server share."""
    return Workers()


def unanswered(what: str, limits: Limits) -> Unanswered:
    """Say that a question took too much."""
    if what == "time":
        said = f"It took longer than {limits.seconds:g} seconds and was stopped; ask for fewer rows, or join less."
    else:
        said = f"It took more than {limits.memory} MB of memory and was stopped; ask for fewer rows, or join less."
    return Unanswered(said)


def spoken(message: str) -> str:
    """Write an error of the engine for a reader: its first lines, with the place in the question, without paths."""
    kind, _, what = message.partition(": ")
    if kind == "PermissionException":
        return "Files and other machines cannot be read from here; ask the tables of the collection."
    what = _PATHS.sub("…", what)
    return what if len(what) <= _LONGEST_MESSAGE else f"{what[:_LONGEST_MESSAGE]} …"
