"""How does a row get into a CSV, or out of it, while every other line stays as it is, byte by byte?"""

import csv
import io
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

Key = tuple[str, ...]
Row = Mapping[str, str]


class Splice(NamedTuple):
    """What was put into a text instead of what stood there: `at` is where it begins in the new text, in code points."""

    at: int
    put: str
    was: str


class Line(NamedTuple):
    """A row of a CSV: its characters, line ends within it and after it included, and its cells."""

    raw: str
    cells: list[str]


def lines(text: str) -> Iterator[Line]:
    """Take a CSV apart, header first; joined again, `raw` is the text."""
    physical = io.StringIO(text, newline="").readlines()
    reader = csv.reader(iter(physical), strict=True)
    start = 0
    for cells in reader:
        yield Line("".join(physical[start : reader.line_num]), cells)
        start = reader.line_num


def edited(text: str, key: Sequence[str], put: Iterable[Row], gone: Iterable[Key] = ()) -> tuple[str, list[Splice]]:
    """Put rows into a CSV in the order of their keys, and take others out.

    Args:
        text: The CSV, without faults.
        key: Columns that tell one row from another.
        put: Rows to put in. One with the key of a row that goes takes its place.
        gone: Keys of rows that go.

    Returns:
        The new text, and what is different in it.
    """
    header, *rows = lines(text)
    places = [header.cells.index(column) for column in key]
    keys = [tuple(row.cells[place] for place in places) for row in rows]
    end = header.raw[len(header.raw.rstrip("\r\n")) :] or "\n"
    left = {*gone}
    # What stands there and what stood there, line by line.
    pairs = [(header.raw, header.raw)]
    pairs += [("" if mine in left else row.raw, row.raw) for mine, row in zip(keys, rows, strict=True)]
    # From the last to the first, so that places further up stay what they are.
    for mine, row in sorted(((tuple(row[c] for c in key), row) for row in put), key=itemgetter(0), reverse=True):
        pairs.insert(1 + bisect(keys, mine), (written([row[column] for column in header.cells], end), ""))
    return _joined(pairs, end)


def written(cells: Sequence[str], end: str) -> str:
    """Write one row with a line end."""
    out = io.StringIO(newline="")
    # With this terminator cells that hold either of the two characters are quoted, as every reader needs it.
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n") + end


def undone(text: str, splices: Sequence[Splice]) -> str:
    """Give back the text that was there before."""
    for at, put, was in reversed(splices):
        text = text[:at] + was + text[at + len(put) :]
    return text


def _joined(pairs: Iterable[tuple[str, str]], end: str) -> tuple[str, list[Splice]]:
    parts, splices = [], []
    at, is_open = 0, False
    for now, was in pairs:
        # The last line may have no end; what comes after it brings one along instead.
        put = f"{end}{now.removesuffix(end)}" if is_open and now else now
        if put != was:
            splices.append(Splice(at, put, was))
        is_open = not put.endswith(("\r", "\n")) if put else is_open
        parts.append(put)
        at += len(put)
    return "".join(parts), splices
