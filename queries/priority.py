"""Who goes first on a busy machine? A reader who waits for a page; making a file for somebody else can wait."""

import os
import sys
import threading

BEHIND = 19


def give_way() -> None:
    """Put the thread that calls this behind all others, for good: call it first in a thread of its own."""
    # Linux alone gives each thread a priority; elsewhere this would put the whole server behind.
    if sys.platform == "linux":
        thread = threading.get_native_id()
        # Nobody but root may go forward again, so one that is further behind stays there.
        os.setpriority(os.PRIO_PROCESS, thread, max(BEHIND, os.getpriority(os.PRIO_PROCESS, thread)))
