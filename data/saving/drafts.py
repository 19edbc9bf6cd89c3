"""What would a collection be with some rows more, changed or less, and is that without fault?"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from data import journal
from data.checked import check_records
from data.description_files import read_collection
from data.problems import Problem, RecordsError
from data.reading import read_sheet, read_text
from data.saving import reviews
from data.saving.lines import Key, Row, edited


class Draft:
    """The records of a home with changes that stand in no file yet; the home has to be `settled` meanwhile."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.collection = read_collection(home / "records")
        self.files: dict[str, str] = {}
        self.told: dict[str, Any] = {}

    def rows(self, table: str) -> list[dict[str, str]]:
        """The rows of a table as they stand in its file.

        Raises:
            RecordsError: the file has faults already.
        """
        description = self.collection.tables[table]
        sheet, ragged = read_sheet(self.home / "records" / description.path, description)
        if ragged:
            raise RecordsError(ragged)
        return [row.cells for row in sheet.rows()]

    def edit(self, table: str, put: Iterable[Row], gone: Iterable[Key] = ()) -> None:
        """Put rows into a table that has no fault, and take others out."""
        description = self.collection.tables[table]
        name = f"records/{description.path}"
        text, splices = edited(read_text(self.home / name), description.key, put, gone)
        if splices:
            self.write(name, text, splices=[splice._asdict() for splice in splices])

    def write(self, name: str, text: str, **told: Any) -> None:
        """Give a file another content; what is told of it is what a review keeps, to take it back."""
        self.files[name] = text
        self.told[name] = {"sha256": sha256(encoded(name, text)), **told}

    def save(self, subject: str, now: datetime, said: Mapping[str, Any]) -> str:
        """Check the collection as it would be, as the build does, and make it so; returns the id of the save.

        Args:
            subject: Id of the source or the statement that it is about.
            now: When it was confirmed.
            said: What its review says, beside what is needed to take it back.

        Raises:
            RecordsError: holds every fault, and nothing was written.
        """
        if not said["by"].strip():
            raise RecordsError([Problem("reviews", None, "nobody is named who confirmed it; say who did")])
        if not self.files:
            raise RecordsError([Problem("records", None, "would stay as they are; there is nothing to save")])
        contents = {name: encoded(name, text) for name, text in self.files.items()}
        check(self.home, contents)
        save_id = reviews.next_id(self.home, now)
        name, text = reviews.review(save_id, subject, now, {**said, "files": self.told})
        journal.replace(self.home, contents | {name: encoded(name, text)})
        return save_id


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


def row(table: str, columns: Iterable[str], cells: Mapping[str, str]) -> dict[str, str]:
    """A whole row of some cells; what is missing is empty, and the check says where that may not be.

    Raises:
        RecordsError: there are cells for which the table has no column.
    """
    known = [*columns]
    if strange := sorted({*cells} - {*known}):
        raise RecordsError([Problem(f"{table}.csv", None, f"has no column {', '.join(strange)}; leave it out")])
    return {column: cells.get(column, "") for column in known}


def encoded(name: str, text: str) -> bytes:
    """The bytes of a file.

    Raises:
        RecordsError: it holds half of a character, which no file can.
    """
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        what = f"character {error.start + 1} is half of a pair (U+{ord(text[error.start]):04X}); take it out"
        raise RecordsError([Problem(name, None, what)]) from error


def sha256(content: bytes) -> str:
    """Fingerprint of a file."""
    return hashlib.sha256(content).hexdigest()


def _link(folder: Path, into: Path) -> None:
    into.mkdir(parents=True)
    for path in folder.iterdir() if folder.is_dir() else ():
        (into / path.name).symlink_to(os.path.relpath(path, into))
