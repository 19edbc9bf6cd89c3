"""Which rows does a CSV hold, by whatever sign its cells are divided?"""

import csv
import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TextIO

import pyarrow as pa
from tqdm import tqdm

from data.importers.faults import Faults
from data.importers.report import ImportRefused, Report, visible
from data.importers.table.encoding import encoding_of
from data.importers.table.mapping import Mapping
from data.importers.table.names import plain
from data.importers.table.sheet import MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, ROWS_AT_A_TIME, Batch

ENDINGS = (".csv", ".tsv", ".txt")
DELIMITERS = (",", ";", "\t", "|")
MOST_OF_A_ROW = 1_000_000
UNCLOSED = "look for a quotation mark that is not closed or not doubled"


class CsvSheet:
    """A CSV, TSV or other text with a row on each line."""

    is_escaped = True

    def __init__(self, path: Path, mapping: Mapping, wanted: Collection[str], report: Report) -> None:
        self._path, self.label, self._report = path, path.name, report
        self._encoding = encoding_of(path, mapping.encoding)
        if self._encoding == "cp1252":
            report.note(
                "files read as cp1252, since they are not UTF-8; look whether letters with accents are right", path.name
            )
        self._header_row = mapping.header_row
        self._delimiter = mapping.delimiter or self._found_delimiter(wanted)
        with self._lines(self._delimiter) as lines:
            line = next(islice(lines, self._header_row - 1, None), [])
        self.header = [" ".join(name.split()) for name in line]
        if not any(self.header) or len(self.header) > MOST_COLUMNS:
            what = "has no names of columns" if not any(self.header) else f"has more than {MOST_COLUMNS:,} columns"
            raise ImportRefused(
                f"{visible(self.label)}:{self._header_row}: {what}; header_row in the mapping says where they are"
            )

    def batches(self, used: Sequence[int], faults: Faults) -> Iterator[Batch]:
        """Read the rows; see `data.importers.table.sheet.Sheet`."""
        width, number, empty = len(self.header), self._header_row, 0
        with self._lines(self._delimiter) as lines, tqdm(desc=f"reading {visible(self.label)}", unit=" rows") as bar:
            rest = islice(lines, self._header_row, None)
            while batch := [*islice(rest, ROWS_AT_A_TIME)]:
                full = [(row, line) for row, line in enumerate(batch, start=number + 1) if any(line)]
                fit = [(row, line) for row, line in full if _fits(line, width)]
                for row, line in full if len(fit) < len(full) else ():
                    if not _fits(line, width):
                        faults.add(row, "rows with too few or too many cells", _ragged(len(line), width))
                number += len(batch)
                empty += len(batch) - len(full)
                _check(number, self.label)
                bar.update(len(batch))
                yield _batch(fit, used)
        if empty:
            self._report.count(f"empty, and so left out, in {visible(self.label)}", empty)

    @contextmanager
    def _lines(self, delimiter: str) -> Iterator[Iterator[list[str]]]:
        with self._path.open(encoding=self._encoding, newline="") as file:
            # strict: a quotation mark that is never closed would otherwise swallow the rest in silence.
            fed = _Fed(file)
            reader = csv.reader(fed, delimiter=delimiter, strict=True)
            yield self._told(reader, fed)

    def _told(self, reader: Iterator[list[str]], fed: "_Fed") -> Iterator[list[str]]:
        number = 0
        try:
            for line in reader:
                number += 1
                fed.characters = 0
                yield line
        except csv.Error as error:
            what = f"cannot be read as CSV ({visible(error)}); {UNCLOSED}"
            raise ImportRefused(f"{visible(self.label)}:{number + 1}: {what}") from error
        except UnicodeError as error:
            what = f"is not {self._encoding}; save it as CSV UTF-8, or correct encoding in the mapping"
            raise ImportRefused(f"{visible(self.label)}:{number + 1}: {what}") from error

    def _found_delimiter(self, wanted: Collection[str]) -> str:
        """The sign that gives most of the wanted columns, or else most columns."""
        with self._path.open(encoding=self._encoding, newline="") as file:
            start = "".join(islice(file, self._header_row - 1, self._header_row + 5))[:100_000]
        if found := re.match(r"\ufeff?sep=(.)\r?\n", start):
            self._header_row += 1
            return found[1]

        def worth(sign: str) -> tuple[int, int]:
            try:
                header = next(csv.reader(start.splitlines(keepends=True), delimiter=sign), [])
            except csv.Error:
                return 0, 0
            return len({plain(name) for name in header} & set(wanted)), len(header)

        return max(DELIMITERS, key=worth)


class _Fed:
    """The lines of a file, as far as one row of it may reach: the limit of `csv` is one for the whole program."""

    def __init__(self, file: TextIO) -> None:
        self._file, self.characters = file, 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._file.readline(MOST_OF_A_ROW + 1)
        self.characters += len(line)
        if self.characters > MOST_OF_A_ROW:
            raise csv.Error(f"a row of more than {MOST_OF_A_ROW:,} characters")
        if not line:
            raise StopIteration
        return line


def _fits(line: list[str], width: int) -> bool:
    """Whether a row has the right number of cells; empty ones at its end are no harm."""
    return len(line) == width or (len(line) > width and not any(line[width:]))


def _batch(lines: list[tuple[int, list[str]]], used: Sequence[int]) -> Batch:
    columns = [pa.array([line[place][: MOST_CHARACTERS + 1] for _, line in lines], pa.string()) for place in used]
    return Batch(pa.array([row for row, _ in lines], pa.int64()), columns)


def _ragged(cells: int, width: int) -> str:
    return f"row has {cells} cells instead of {width}; look for a missing or an unquoted sign between two cells"


def _check(rows: int, label: str) -> None:
    if rows > MOST_ROWS:
        raise ImportRefused(f"{visible(label)}: has more than {MOST_ROWS:,} rows; bring in fewer at a time")
