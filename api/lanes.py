"""How much is done at once, so that many who ask for much do not take the server from those who ask for little?"""

from concurrent.futures import Executor, ThreadPoolExecutor
from typing import NamedTuple

import anyio
from anyio.lowlevel import RunVar

from queries.priority import give_way

SLOTS = 4
"""Files that are sent at a time."""
ANSWERS = 8
"""Answers that are made at a time; more wait their turn. Each question uses every core by itself."""


class Lanes(NamedTuple):
    """The limits of one event loop: of files being sent, of threads that make answers; and the threads that make files.

    Those are no others' threads, since they give way to all others. Each makes one file at a time from its first piece
    to its last: what it needs lies ready then, and memory that one thread gave back is seldom of use to another. The
    one that was used last comes first.
    """

    slots: anyio.CapacityLimiter
    files: list[Executor]
    answers: anyio.CapacityLimiter


_lanes: RunVar[Lanes] = RunVar("lanes")


def lanes() -> Lanes:
    """Give the limits of the event loop that is running."""
    found = _lanes.get(None)
    if found is None:
        threads: list[Executor] = [ThreadPoolExecutor(1, "file", give_way) for _ in range(SLOTS)]
        found = Lanes(anyio.CapacityLimiter(SLOTS), threads, anyio.CapacityLimiter(ANSWERS))
        _lanes.set(found)
    return found
