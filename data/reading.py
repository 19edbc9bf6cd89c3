"""What stands in the files, before anything is made of it?"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from data.descriptions import Description
from data.problems import Problem, RecordsError, shown


class Row(NamedTuple):
    """One row of a table: its number in a spreadsheet and its cells by column."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """The cells of one CSV; `ragged` are the numbers of rows that had too few or too many."""

    file: str
    columns: list[str]
    cells: list[list[str]]
    ragged: frozenset[int]

    def rows(self) -> Iterator[Row]:
        """Rows that have the right number of cells."""
        for number, cells in enumerate(self.cells, start=2):
            if number not in self.ragged:
                yield Row(number, dict(zip(self.columns, cells, strict=True)))


def read_sheet(path: Path, description: Description) -> tuple[Sheet, list[Problem]]:
    """Read one CSV as text, cell by cell.

    Args:
        path: The CSV.
        description: What its header must be.

    Returns:
        The sheet, and a problem for each row with too few or too many cells; such rows are filled up or
        cut, so that the ids in them still count as known.

    Raises:
        RecordsError: the file as a whole cannot be read.
    """
    lines = _lines(path)
    header = next(lines, [])
    if header != description.columns:
        what = f"header is {shown(','.join(header))}; it must be {','.join(description.columns)}"
        raise RecordsError([Problem(path.name, 1, what)])
    width, cells, problems = len(header), [], []
    for number, line in enumerate(lines, start=2):
        if not any(line):
            problems.append(Problem(path.name, number, "row is empty; delete it"))
        elif len(line) != width:
            what = f"row has {len(line)} cells instead of {width}; look for a missing or an unquoted comma"
            problems.append(Problem(path.name, number, what))
        cells.append((line + [""] * width)[:width])
    ragged = frozenset(problem.row for problem in problems if problem.row)
    return Sheet(path.name, header, cells, ragged), problems


def read_text(path: Path) -> str:
    """Read a file as it is, line ends included, so that positions in it are those of every reader.

    Args:
        path: A text file.

    Returns:
        Its text.

    Raises:
        RecordsError: the file is missing, is not UTF-8 or starts with a byte order mark.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise RecordsError([Problem(path.name, None, "file is missing; restore it")]) from None
    except UnicodeDecodeError as error:
        row = error.object[: error.start].count(b"\n") + 1
        what = f"byte {error.object[error.start]:#04x} is not UTF-8; save the file as UTF-8"
        raise RecordsError([Problem(path.name, row, what)]) from error
    if text.startswith("\ufeff"):
        raise RecordsError([Problem(path.name, 1, "starts with a byte order mark; save the file as UTF-8 without it")])
    return text


def read_texts(folder: Path) -> tuple[dict[str, str], list[Problem]]:
    """Read the full texts of sources.

    Args:
        folder: Folder with one <source_id>.txt for each text that is held.

    Returns:
        Texts by source id, and a problem for each file that is no such text.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.suffix != ".txt":
            what = "is not a .txt file; take it out of the folder of texts"
            problems.append(Problem(path.name, None, what))
            continue
        try:
            texts[path.stem] = read_text(path)
        except RecordsError as error:
            problems += error.problems
    return texts, problems


def _lines(path: Path) -> Iterator[list[str]]:
    # strict: a quotation mark that is never closed would otherwise swallow the rest of the file in silence.
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    number = 0
    try:
        for line in reader:
            number += 1
            yield line
    except csv.Error as error:
        what = f"cannot be read as CSV ({error}); look for a quotation mark that is not closed or not doubled"
        raise RecordsError([Problem(path.name, number + 1, what)]) from error
