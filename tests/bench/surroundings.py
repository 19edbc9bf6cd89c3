"""On what was something measured, and what else was going on there? Figures mean little without."""

import importlib.metadata
import os
import platform
import sqlite3
from collections.abc import Iterator

# Those that not everybody has are left out where they are missing.
PACKAGES = ("duckdb", "pyarrow", "tantivy", "streamlit", "pandas", "polars", "datasette", "pysail")


def surroundings() -> str:
    """Say on what all this was measured, and what else is going on there."""
    load = ", ".join(f"{average:.1f}" for average in os.getloadavg())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    return f"{cores} cores, {memory:.0f} GiB, load {load} (1, 5, 15 minutes); {', '.join(_versions())}"


def _versions() -> Iterator[str]:
    yield f"Python {platform.python_version()}"
    for name in PACKAGES:
        try:
            yield f"{name} {importlib.metadata.version(name)}"
        except importlib.metadata.PackageNotFoundError:
            continue
    yield f"SQLite {sqlite3.sqlite_version}"
