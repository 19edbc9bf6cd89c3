"""Would a collection be without fault if some of its files were others?"""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from data import journal
from data.checked import check_records


def check(home: Path, contents: Mapping[str, bytes | None], *, is_replacing: bool = False) -> None:
    """Check the collection of a home as it would be with other contents of some files.

    Args:
        home: Folder with records/, texts/ and versions/.
        contents: By path within it; None for a file that would be gone.
        is_replacing: The last version that was kept will be forgotten.

    Raises:
        RecordsError: holds every fault.
    """
    draft = home / journal.DRAFT
    try:
        for folder in ("records", "texts"):
            _link(home / folder, draft / folder)
        for name, content in contents.items():
            file = draft / name
            file.unlink(missing_ok=True)
            if content is not None:
                file.write_bytes(content)
        check_records(draft / "records", draft / "texts", home / "versions", is_replacing=is_replacing)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _link(folder: Path, into: Path) -> None:
    into.mkdir(parents=True)
    for path in folder.iterdir() if folder.is_dir() else ():
        (into / path.name).symlink_to(os.path.relpath(path, into))
