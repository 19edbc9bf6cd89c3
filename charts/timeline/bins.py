"""Into how fine a grid are statements counted?"""

from datetime import date, timedelta

from charts.words import Bin

# The longest range in days that still gets this bin: bars stay wide enough to hit, and few enough to read.
_LONGEST: tuple[tuple[Bin, int], ...] = (("day", 92), ("week", 430), ("month", 1_900))


def bin_for(since: date, until: date) -> Bin:
    """The bin that gives a range about twenty to ninety bars, both days included; decades get years."""
    days = (until - since).days + 1
    return next((name for name, longest in _LONGEST if days <= longest), "year")


def bin_days(day: date, name: Bin) -> tuple[date, date]:
    """First and last day of the bin that holds a day; weeks begin on Monday."""
    if name == "day":
        return day, day
    if name == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if name == "month":
        after = day.replace(day=28) + timedelta(days=4)
        return day.replace(day=1), after - timedelta(days=after.day)
    return date(day.year, 1, 1), date(day.year, 12, 31)
