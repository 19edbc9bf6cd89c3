"""What would a collection be with some rows more, changed or less, and is that without fault?"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from data import journal
from data.description_files import read_collection
from data.descriptions import Description
from data.lines import Key, Row, edited
from data.problems import Problem, RecordsError
from data.reading import read_sheet, read_text
from data.revised import CORRECTIONS, one_line
from data.saving import checking, reviews

# Whatever is saved puts a row into one of them.
KNOWN_BY = (CORRECTIONS, "evidence", "sources")


class Draft:
    """The records of a home with changes that stand in no file yet; the home has to be `settled` meanwhile."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.collection = read_collection(home / "records")
        self.files: dict[str, str] = {}
        self.told: dict[str, Any] = {}
        self.put: dict[str, str] = {}

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
        name, rows = f"records/{description.path}", [*put]
        before = read_text(self.home / name)
        text, splices = edited(before, description.key, rows, gone)
        if rows:
            self.put[table] = row_id(description, rows[0])
        if splices:
            told = {"before": sha256(before.encode()), "splices": [splice._asdict() for splice in splices]}
            self._write(name, text, told)

    def make(self, name: str, text: str) -> None:
        """Make a file that was not there."""
        self._write(name, text, {"before": None})

    def _write(self, name: str, text: str, told: Mapping[str, Any]) -> None:
        self.files[name] = text
        # What it takes to take the save back.
        self.told[name] = {**told, "after": sha256(encoded(name, text))}

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
        if not self.put:
            raise RecordsError(
                [Problem("records", None, "would have the rows that they have; there is nothing to save")]
            )
        contents = {name: encoded(name, text) for name, text in self.files.items()}
        checking.check(self.home, contents)
        save_id = reviews.next_id(self.home, now)
        name, text = reviews.review(save_id, subject, now, {**said, "files": self.told, "known_by": self._known_by()})
        journal.replace(self.home, contents | {name: encoded(name, text)})
        return save_id

    def _known_by(self) -> dict[str, str]:
        """A row that was not there before, by which it can be told which versions hold the save."""
        table = next(name for name in KNOWN_BY if name in self.put)
        return {"table": table, "id": self.put[table]}


def row(table: str, columns: Iterable[str], cells: Mapping[str, str]) -> dict[str, str]:
    """A whole row of some cells; what is missing is empty, and the check says where that may not be.

    Raises:
        RecordsError: there are cells for which the table has no column.
    """
    known = [*columns]
    if strange := sorted({*cells} - {*known}):
        raise RecordsError([Problem(f"{table}.csv", None, f"has no column {', '.join(strange)}; leave it out")])
    return {column: cells.get(column, "") for column in known}


def row_id(table: Description, cells: Row) -> str:
    """Name a row as corrections.csv does."""
    return "|".join(one_line(cells[column]) for column in table.key)


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
