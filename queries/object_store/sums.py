"""Which tables are one version of a collection? A file beside them says it, as `sha256sum *.parquet` writes it.

A folder changes in one step here, but file by file in a bucket or on its way there.
"""

import hashlib
import re
from pathlib import Path

SUMS = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](?:\./)?(\S+\.parquet)")


def write(folder: Path) -> None:
    """Say of the tables of a folder that they are one version."""
    lines = [f"{sha256}  {name}\n" for name, sha256 in sorted(_found(folder).items())]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def is_one_version(folder: Path) -> bool | None:
    """Tell whether the tables of a folder are those of which that was said; None where nobody said it."""
    if not (folder / SUMS).is_file():
        return None
    lines = map(_LINE.fullmatch, (folder / SUMS).read_text(encoding="utf-8", errors="replace").splitlines())
    return {line[2]: line[1] for line in lines if line} == _found(folder)


def sha256_of(file: Path) -> str:
    """Hash the content of a file."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _found(folder: Path) -> dict[str, str]:
    return {table.name: sha256_of(table) for table in folder.glob("*.parquet")}
