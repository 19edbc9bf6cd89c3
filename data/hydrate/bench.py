"""What does the process do in which pages are read? It answers each page with a text or a sentence.

Started by `workshop`, which is at the other end of the line.
"""

import json
import logging
import math
import resource
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from data.hydrate.failures import Failed

if TYPE_CHECKING:
    from data.hydrate.workshop import Answer


def serve(line: Connection) -> None:
    """Read pages until nobody is at the other end.

    Args:
        line: First comes the reader with its limits, then for each page what is said of it and its content.
    """
    # Ctrl-C is for whoever sends the pages.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Readers tell on the way what is wrong with a page; what matters of it is our sentence.
    logging.disable(logging.CRITICAL)
    read, limits = line.recv()
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    with suppress(EOFError, OSError):
        line.send_bytes(b"ready")
        while True:
            said = json.loads(line.recv_bytes())
            content = line.recv_bytes()
            # Ends the process also where nobody is left to end it.
            signal.alarm(math.ceil(limits.extraction) + 1)
            answer = _answer(partial(read, content, *said, limits))
            signal.alarm(0)
            line.send_bytes(json.dumps(answer).encode())


def _answer(read: "Callable[[], Answer]") -> dict[str, Any]:
    try:
        return read()._asdict()
    except Failed as failure:
        return {"failed": [failure.reason, str(failure), failure.remedy]}
    except MemoryError:
        return {"failed": ["unreadable", "reading it takes too much memory"]}
    except RecursionError:
        return {"failed": ["unreadable", "it is nested too deeply"]}
    except Exception as error:
        # Anything can come out of a parser that is fed on purpose.
        return {"failed": ["unreadable", f"it cannot be read ({type(error).__name__})"]}


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
