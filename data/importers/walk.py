"""What lies below a folder, however somebody else filled it?"""

import os
from pathlib import Path


def walked(folder: Path, most: int) -> list[Path]:
    """Everything below a folder but folders, by name; no link is followed, and one to a folder counts as a file.

    Args:
        folder: The folder.
        most: So many are enough: not much more than that are listed.

    Raises:
        OSError: a folder may not be read, which is not the same as an empty one.
    """
    found: list[Path] = []
    for home, folders, names in os.walk(folder, onerror=_raised):
        links = [name for name in folders if Path(home, name).is_symlink()]
        found += [Path(home, name) for name in (*names, *links)]
        if len(found) > most:
            break
    return sorted(found)


def _raised(error: OSError) -> None:
    raise error
