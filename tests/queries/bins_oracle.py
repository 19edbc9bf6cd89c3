"""How many statements fall into each bin of the timeline? Slow and plain, from docs/method.md#dates; see `oracle`."""

from calendar import monthrange
from collections import Counter
from datetime import date

from tests.queries.dates import last_day

# Which precision of a date tells the bin for certain: a month lies in one year, but in several weeks.
CERTAIN = {"year": ("day", "month", "year"), "month": ("day", "month"), "week": ("day",), "day": ("day",)}
SIZES = tuple(CERTAIN)


def bin_around(day, size):
    """First and last day of the year, month, week (from Monday) or day in which a day lies."""
    if size == "week":
        year, week, _ = day.isocalendar()
        return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
    if size == "month":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return (date(day.year, 1, 1), date(day.year, 12, 31)) if size == "year" else (day, day)


def bins(view, size):
    """One row per bin and stance; statements dated less finely stand with the period that is known."""
    counted: Counter[tuple[date, date, bool, str]] = Counter()
    for row in view:
        is_certain = row["date_precision"] in CERTAIN[size]
        period = row["date"], last_day(row["date"], row["date_precision"])
        counted[*(bin_around(row["date"], size) if is_certain else period), is_certain, row["stance"]] += 1
    named = "starts", "ends", "is_certain", "stance"
    return [dict(zip(named, key, strict=True)) | {"count_statements": count} for key, count in counted.items()]
