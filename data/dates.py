"""Which days can a date mean that is known to the day, the month or only the year?"""

import calendar
import datetime
import re


def day(cell: str) -> datetime.date | None:
    """The day that a cell names, or None if it names none (2020-02-30, 15.4.2020, nothing)."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", cell):
        return None
    try:
        return datetime.date.fromisoformat(cell)
    except ValueError:
        return None


def first_day(cell: str) -> datetime.date | None:
    """The earliest day that YYYY, YYYY-MM or YYYY-MM-DD can mean, or None if it is no date."""
    return day(cell + {4: "-01-01", 7: "-01"}.get(len(cell), ""))


def last_day(cell: str) -> datetime.date | None:
    """The latest day that YYYY, YYYY-MM or YYYY-MM-DD can mean, or None if it is no date."""
    first = first_day(cell)
    if first is None or len(cell) == 10:
        return first
    month = first.month if len(cell) == 7 else 12
    return first.replace(month=month, day=calendar.monthrange(first.year, month)[1])
