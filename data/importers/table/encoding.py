"""In which encoding is a text file written, and is it text at all?"""

import codecs
from pathlib import Path

from data.importers.report import ImportRefused, visible

MOST_BYTES = 2_000_000_000
BLOCK = 1 << 20
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def encoding_of(path: Path, said: str = "") -> str:
    """The encoding of a file, which is read once, some at a time: UTF-8, UTF-16 with its mark, or else cp1252.

    Args:
        path: The file.
        said: The only one that it may be, where the mapping says so.

    Raises:
        ImportRefused: it is empty, too large, no text, or in none of these.
    """
    size = path.stat().st_size
    if not size:
        raise ImportRefused(f"{visible(path.name)}: is empty; save the sheet again")
    if size > MOST_BYTES:
        raise ImportRefused(f"{visible(path.name)}: has more than {MOST_BYTES:,} bytes; save it as Parquet")
    with path.open("rb") as file:
        start = file.read(4)
    marked = next((name for mark, name in MARKS.items() if start.startswith(mark)), None)
    faults = []
    tried = [said.replace("utf-8", "utf-8-sig")] if said else [marked] if marked else ["utf-8", "cp1252"]
    for encoding in tried:
        fault = _fault(path, encoding)
        if fault is None:
            return encoding
        faults.append(fault)
    what = f"is not {' or '.join(tried)}: {faults[-1]}"
    raise ImportRefused(f"{visible(path.name)}: {what}; save it again as CSV UTF-8")


def _fault(path: Path, encoding: str) -> str | None:
    decoder = codecs.getincrementaldecoder(encoding)()
    row = 1
    with path.open("rb") as file:
        while True:
            block = file.read(BLOCK)
            if b"\0" in block and not encoding.startswith("utf-16"):
                raise ImportRefused(f"{visible(path.name)}: holds zero bytes, so it is no CSV; save it as CSV UTF-8")
            try:
                row += decoder.decode(block, final=not block).count("\n")
            except UnicodeDecodeError as error:
                row += error.object[: error.start].count(b"\n")
                return f"byte {error.object[error.start]:#04x} near line {row}"
            if not block:
                return None
