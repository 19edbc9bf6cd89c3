"""Did something fail because the machine is short of disk, memory or open files? Then the same works again later."""

import errno
from pathlib import Path

import duckdb
import pyarrow as pa

DISK, MEMORY, FILES = "room on the disk", "memory", "open files"
_NUMBERS = {errno.ENOSPC: DISK, errno.EDQUOT: DISK, errno.ENOMEM: MEMORY, errno.EMFILE: FILES, errno.ENFILE: FILES}
# DuckDB has one error for every failure of a file, and tantivy none of its own: they say in words which it was.
_SIGNS = {"No space left on device": DISK, "Too many open files": FILES}


def wanted(error: BaseException) -> str:
    """Name what was short, in words that follow "short of"; empty where it was something else.

    Args:
        error: What was raised, of our own code or of DuckDB's and Arrow's.
    """
    if isinstance(error, MemoryError | pa.ArrowMemoryError | duckdb.OutOfMemoryException):
        return MEMORY
    if isinstance(error, OSError) and error.errno in _NUMBERS:
        return _NUMBERS[error.errno]
    said = str(error) if isinstance(error, duckdb.Error | OSError | ValueError) else ""
    return next((what for sign, what in _SIGNS.items() if sign in said), "")


def told(error: Exception) -> str:
    """Say to somebody who wanted to save why that failed, and what to do; without paths of the server's machine."""
    if short := wanted(error):
        return f"The server is short of {short}; nothing is wrong with what you did. Tell its operator, and try again."
    if isinstance(error, OSError) and error.strerror:
        name = Path(str(error.filename)).name if error.filename else "a file"
        return f"The server cannot read or write {name} ({error.strerror}). Tell its operator, and try again."
    return str(error)
