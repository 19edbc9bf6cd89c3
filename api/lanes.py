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

    Those are no others' threads, since they give way to all others.
    """

    slots: anyio.CapacityLimiter
    files: Executor
    answers: anyio.CapacityLimiter


_lanes: RunVar[Lanes] = RunVar("lanes")


def lanes() -> Lanes:
    """Give the limits of the event loop that is running."""
    found = _lanes.get(None)
    if found is None:
        threads = ThreadPoolExecutor(SLOTS, "file", give_way)
        found = Lanes(anyio.CapacityLimiter(SLOTS), threads, anyio.CapacityLimiter(ANSWERS))
        _lanes.set(found)
    return found
