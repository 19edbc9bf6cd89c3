"""Which day, month or year does a cell mean? 03/04/2020 means none as long as nobody says which comes first."""

import re
from typing import NamedTuple

import pyarrow as pa

from data import dates
from data.importers.faults import Faults
from data.importers.table.columns import put
from data.importers.table.mapping_parts import ORDERS
from data.problems import shown

FIRST_YEAR, LAST_YEAR = 1800, 2100
PRECISIONS = {4: "year", 7: "month", 10: "day"}
AS_IN = "write it as in 2020-04-15, 2020-04 or 2020"


class Day(NamedTuple):
    """The first day of a period and how finely it is known, or what is wrong with the cell."""

    date: str | None = None
    precision: str | None = None
    fault: str | None = None


def read_day(cell: str, order: str = "") -> Day:
    """Read a date.

    Args:
        cell: As it stands in the sheet.
        order: One of ORDERS where the mapping says so.

    Returns:
        ISO date of the first day, or the fault.
    """
    text = re.sub(r"[T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?( ?(Z|UTC|[+-][0-9]{2}:?[0-9]{2}))?$", "", cell)
    if re.fullmatch(r"[0-9]{5}", text):
        return Day(fault=f"{shown(cell)} looks like a spreadsheet's own number of a day; format the column as date")
    if parts := re.fullmatch(r"([0-9]{1,2})([./-] ?)([0-9]{1,2})\2([0-9]{2}|[0-9]{4})", text):
        if order not in ORDERS or len(parts[4]) != 4:
            return Day(fault=_doubt(cell, order))
        day, month = (parts[1], parts[3]) if order == "day-first" else (parts[3], parts[1])
        text = f"{parts[4]}-{month:0>2}-{day:0>2}"
    elif parts := re.fullmatch(r"([0-9]{1,2})[./-]([0-9]{4})", text):
        text = f"{parts[2]}-{parts[1]:0>2}"
    first = dates.first_day(text) if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text) else None
    if first is None:
        return Day(fault=f"{shown(cell)} is no date; {AS_IN}")
    if not FIRST_YEAR <= first.year <= LAST_YEAR:
        return Day(fault=f"{shown(cell)} lies outside {FIRST_YEAR} to {LAST_YEAR}; correct the year")
    return Day(first.isoformat(), PRECISIONS[len(text)])


def with_days(table: pa.Table, column: str, order: str, faults: Faults) -> pa.Table:
    """Read a column of dates, each different cell once.

    Args:
        table: With the column `row`.
        column: Its name.
        order: See `read_day`.
        faults: Is told of cells that are no date.

    Returns:
        The table with ISO dates in that column, and `<column>_precision_read` beside it.
    """
    codes = table[column].combine_chunks().dictionary_encode()
    codes = codes if isinstance(codes, pa.DictionaryArray) else codes.unify_dictionaries().combine_chunks()
    days = [read_day(cell, order) for cell in codes.dictionary.to_pylist()]
    read = [pa.array([day[part] for day in days], pa.string()).take(codes.indices) for part in range(len(Day._fields))]
    wrong = read[2].is_valid()
    told = read[2].filter(wrong)
    faults.add_all(
        table["row"].filter(wrong), f"rows with {column} that is no date", lambda place: f"{column} {told[place]}"
    )
    return put(put(table, column, read[0]), f"{column}_precision_read", read[1])


def _doubt(cell: str, order: str) -> str:
    if order in ORDERS:
        return f"{shown(cell)} has a year of two digits; {AS_IN}"
    return (
        f"{shown(cell)} may mean two days; {AS_IN}, or put dates: day-first or dates: month-first into the mapping file"
    )
