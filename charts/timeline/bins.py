"""Into how fine a grid are statements counted, and which days does a drag over the bars mean?"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from charts.words import Bin

_DAY = timedelta(days=1)
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


def selected_dates(selection: Mapping[str, Any], since: date, until: date) -> tuple[date, date] | None:
    """The days that a drag over the bars means: whole bins, never beyond the range that was shown.

    A bar counts when the drag covers its middle, as drawn; a drag inside one bar means that bar.

    Args:
        selection: Streamlit's selection state, either the event or its "selection" part; the edges of
            box[0]["x"] are times as text, in any order.
        since: First day shown.
        until: Last day shown.

    Returns:
        First and last day, or None when nothing was dragged.
    """
    boxes = selection.get("selection", selection).get("box", [])
    if not boxes or not boxes[0].get("x"):
        return None
    edges = sorted(datetime.fromisoformat(str(edge)).replace(tzinfo=None) for edge in boxes[0]["x"])
    touched = [days for days in _bins(since, until) if edges[0] <= _middle(*days) <= edges[-1]]
    if not touched:
        centre = (edges[0] + (edges[-1] - edges[0]) / 2).date()
        touched = [_clipped(min(max(centre, since), until), since, until)]
    return touched[0][0], touched[-1][1]


def _bins(since: date, until: date) -> Iterator[tuple[date, date]]:
    """The bins of a range in order, the first and last cut at its ends."""
    day = since
    while day <= until:
        days = _clipped(day, since, until)
        yield days
        day = days[1] + _DAY


def _clipped(day: date, since: date, until: date) -> tuple[date, date]:
    first, last = bin_days(day, bin_for(since, until))
    return max(first, since), min(last, until)


def _middle(first: date, last: date) -> datetime:
    start = datetime.combine(first, time())
    return start + (datetime.combine(last, time()) + _DAY - start) / 2
