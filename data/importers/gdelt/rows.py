"""Which cells does a block of an export hold, and which rows of it are none?

An export is tab-separated text without a header and without quotation marks: a row ends with a line feed, and every row
of a file has as many columns.
"""

import io
from typing import NamedTuple

import pyarrow as pa
from pyarrow import csv

from data.importers.gdelt.exports import Unreadable

# Places of the columns that are read, as the codebook counts them, from 0. They are the same in both layouts up to the
# actions; GDELT 2.0 has three columns more, the ADM2 codes, before DATEADDED and SOURCEURL, which are the last in both.
COLUMNS = {
    "event_id": 0,
    "event_day": 1,
    "name": 6,
    "country": 7,
    "group_1": 8,
    "group_2": 9,
    "group_3": 10,
    "group_4": 11,
    "role_1": 12,
    "role_2": 13,
    "role_3": 14,
    "target_name": 16,
    "target_country": 17,
    "target_group_1": 18,
    "target_group_2": 19,
    "target_group_3": 20,
    "target_group_4": 21,
    "target_role_1": 22,
    "target_role_2": 23,
    "target_role_3": 24,
    "code": 26,
    "quad_class": 29,
    "added": -2,
    "url": -1,
}
LAYOUTS = {61: "GDELT 2.0", 58: "GDELT 1.0"}
WITHOUT_SOURCES = 57


class Fault(NamedTuple):
    """A row that cannot be read, by its number in the file, from 1."""

    row: int
    what: str


class Cells(NamedTuple):
    """The rows of a block that have the columns of its layout, with their numbers, and the faults of the others."""

    table: pa.Table
    faults: list[Fault]


def layout(block: bytes) -> int:
    """How many columns the first row of a file has.

    Raises:
        Unreadable: it is of no layout that is read.
    """
    width = block.partition(b"\n")[0].count(b"\t") + 1
    if width == WITHOUT_SOURCES:
        what = "has 57 columns: a backfile of GDELT 1.0, which names no sources for its events"
        raise Unreadable(f"{what}; take the daily files, which there are from April 2013 on")
    if width not in LAYOUTS:
        expected = " or ".join(f"{columns} ({name})" for columns, name in LAYOUTS.items())
        raise Unreadable(
            f"has {width:,} columns in its first row where an events export has {expected}; look what it is"
        )
    return width


def cells(block: bytes, width: int, first_row: int) -> Cells:
    """Take a block apart.

    Args:
        block: Whole rows, each with its line feed.
        width: The number of columns.
        first_row: The number of the first row in the file.

    Returns:
        Columns of `COLUMNS` and `row`, all text but the last, and the faults.
    """
    if (table := _whole(block, width)) is not None:
        return Cells(table.append_column("row", pa.arange(first_row, first_row + table.num_rows)), [])
    good, numbers, faults = [], [], []
    for number, line in enumerate(io.BytesIO(block), start=first_row):
        if what := _fault(line, width):
            faults.append(Fault(number, what))
        else:
            good.append(line)
            numbers.append(number)
    return Cells(_table(b"".join(good), width).append_column("row", pa.array(numbers, pa.int64())), faults)


def _whole(block: bytes, width: int) -> pa.Table | None:
    """The rows of a block, if all can be read; only of the few blocks with faults is each row looked at by itself."""
    try:
        return _table(block, width) if _is_text(block) else None
    except pa.ArrowInvalid:
        return None


def _is_text(block: bytes) -> bool:
    """Whether bytes are UTF-8, without signs that would end a row or a text before its end."""
    if b"\0" in block or (b"\r" in block and b"\r" in block.replace(b"\r\n", b"\n")):
        return False
    try:
        block.decode()
    except UnicodeDecodeError:
        return False
    return True


def _fault(row: bytes, width: int) -> str:
    """Why a row cannot be read; empty where it can."""
    if (columns := row.count(b"\t") + 1) != width:
        return f"has {columns:,} columns where the first row has {width}; fetch the file again"
    return "" if _is_text(row) else "holds bytes that are no UTF-8 text; fetch the file again"


def _table(block: bytes, width: int) -> pa.Table:
    names = [f"column {place}" for place in range(width)]
    wanted = {name: names[place] for name, place in COLUMNS.items()}
    if not block:
        return pa.table({name: pa.array([], pa.string()) for name in wanted})
    return csv.read_csv(
        pa.BufferReader(block),
        csv.ReadOptions(column_names=names, block_size=len(block) + 1, use_threads=False),
        csv.ParseOptions(delimiter="\t", quote_char=False, ignore_empty_lines=False),
        csv.ConvertOptions(
            include_columns=list(wanted.values()), column_types=dict.fromkeys(names, pa.string()), check_utf8=False
        ),
    ).rename_columns(list(wanted))
