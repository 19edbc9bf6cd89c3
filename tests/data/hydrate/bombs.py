"""Readers that break on one page and read every other: a real page that does so would be another library's fault."""

import os
import signal
import sys
import time

from data.hydrate.extraction import Extracted

BOMB = b"BOMB"


def sleep(content, *_):
    if content == BOMB:
        time.sleep(60)
    return Extracted(content.decode(), "")


def die(content, *_):
    if content == BOMB:
        signal.raise_signal(signal.SIGKILL)
    return Extracted(content.decode(), "")


def fill_the_memory(content, *_):
    if content == BOMB:
        return [bytes(1 << 28) for _ in range(1 << 6)]
    return Extracted(content.decode(), "")


def tell_the_environment(content, *_):
    return Extracted(" ".join(os.environ), " ".join(sys.modules))


def fail(content, *_):
    raise KeyError(content)


def recurse(content, *_):
    return recurse(content) if content == BOMB else Extracted(content.decode(), "")
