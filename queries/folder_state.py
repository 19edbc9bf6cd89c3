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

Mark = tuple[int, ...]
Files = tuple[tuple[str, int, int, int], ...]


def mark(folder: Path) -> Mark | None:
    """Look at a folder from afar, in some microseconds: it changes with every new build.

    Returns:
        What was seen. None while no collection is there; and where a server is named (`queries.spark`), which reads the
        files where they lie whenever it is asked, so that there is no build to hold on to.
    """
    if spark.named():
        return None
    try:
        home, row = os.stat(folder), os.stat(f"{folder}/collection.parquet")  # noqa: PTH116 -- half the time of Path's
    except OSError:
        return None
    return home.st_ino, home.st_mtime_ns, row.st_ino, row.st_mtime_ns, row.st_size


def files(folder: Path) -> Files:
    """Look at every Parquet file of a folder: its name and number, when its content changed and when anything of it.

    Raises:
        OSError: the folder is taken away right now.
    """
    found = ((file.name, file.stat()) for file in sorted(folder.glob("*.parquet")))
    return tuple((name, told.st_ino, told.st_mtime_ns, told.st_ctime_ns) for name, told in found)


def is_whole(now: Files, before: Files) -> bool:
    """Tell whether files are of one build: none of them is one of before, or nothing has changed for a while."""
    return not {*now} & {*before} or is_quiet(now)


def is_quiet(now: Files) -> bool:
    """Tell whether nothing has changed for a while; a clock that was set back counts as well."""
    last = max((changed for *_, changed in now), default=0)
    return not 0 <= time.time() - last / 1e9 < QUIET_S
