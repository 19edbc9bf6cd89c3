"""Who makes files gives way; nobody else does."""

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from queries.priority import BEHIND, give_way

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Only Linux gives each thread a priority.")


def priority():
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


def test_a_thread_that_gives_way_is_behind_and_takes_no_other_with_it():
    before = priority()
    with ThreadPoolExecutor(1, initializer=give_way) as thread:
        assert thread.submit(priority).result() == BEHIND
    assert priority() == before
