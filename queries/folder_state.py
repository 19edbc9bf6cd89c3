"""Is a folder of Parquet files still the one that was read, and is all of it there?

The build exchanges whole folders, in which no file is the same as before. A version control system or a copy replaces
file by file, and what stands there meanwhile is of two builds.
"""

import os
import time
from pathlib import Path

from queries import spark

QUIET_S = 2.0
"""After the last change of a file, one more is hardly to come."""

Look = tuple[int, int, int, int]
"""Of a file: its number, when its content changed, when anything of it did, and its size."""
Files = dict[str, Look]
_MARK = "collection.parquet"


def mark(folder: Path) -> Look | None:
    """Look at the one file of a folder that is another in every build; one call to the system, some microseconds.

    Returns:
        What was seen. None while no collection is there; and where a server is named (`queries.spark`), which reads the
        files where they lie whenever it is asked, so that there is no build to hold on to.
    """
    if spark.named():
        return None
    try:
        return _look(os.stat(f"{folder}/{_MARK}"))  # noqa: PTH116 -- Path's takes twice the time
    except OSError:
        return None


def files(folder: Path) -> Files:
    """Look at every Parquet file of a folder.

    Raises:
        OSError: the folder is taken away right now.
    """
    return {file.name: _look(file.stat()) for file in folder.glob("*.parquet")}


def mark_of(now: Files) -> Look | None:
    """Give what `mark` saw when these files were there."""
    return now.get(_MARK)


def is_whole(now: Files, before: Files) -> bool:
    """Tell whether files are of one build: none of them is one of before, or nothing has changed for a while."""
    return not now.items() & before.items() or is_quiet(now)


def is_quiet(now: Files) -> bool:
    """Tell whether nothing has changed for a while; changes that lie in the future are those of another clock."""
    last = max((changed for _, _, changed, _ in now.values()), default=0)
    return not 0 <= time.time() - last / 1e9 < QUIET_S


def _look(told: os.stat_result) -> Look:
    return told.st_ino, told.st_mtime_ns, told.st_ctime_ns, told.st_size
