"""A program that writes a folder again and again, and is killed."""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def writing(program: str, arguments: Sequence[object], target: Path) -> Iterator[None]:
    """Run a program beside the block, which begins when the target is there, and kill it at the end of the block.

    Args:
        program: Python that takes the arguments and the target, prints "ready", and then writes without end.
        arguments: Such as the paths that it reads.
        target: What it writes.
    """
    command = [sys.executable, "-c", program, *map(str, arguments), str(target)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout
        assert running.stdout.readline() == "ready\n"
        while not target.exists():
            assert running.poll() is None
            time.sleep(0.001)
        try:
            yield
        finally:
            # Also when the block fails: nobody waits for what never ends.
            running.kill()
