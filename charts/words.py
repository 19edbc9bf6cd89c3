"""How does a reader write a day or a stretch of days? British order, months in words."""

from datetime import date, timedelta
from typing import Literal

Bin = Literal["year", "month", "week", "day"]


def day_words(day: date) -> str:
    """A day: 31 March 2020."""
    return f"{day.day} {day:%B %Y}"


def bin_words(start: date, name: Bin) -> str:
    """A bin by its first day: 2020, March 2020, the week of 30 March 2020, 31 March 2020."""
    if name == "year":
        return f"{start.year}"
    if name == "month":
        return f"{start:%B %Y}"
    return day_words(start) if name == "day" else f"the week of {day_words(start)}"


def head_words(start: date, name: Bin) -> str:
    """A bin as the head of what is told of it: as `bin_words`, but Week of 30 March 2020."""
    return f"Week of {day_words(start)}" if name == "week" else bin_words(start, name)


def period_words(first: date, last: date) -> str:
    """A stretch of days in the shortest words: 2020, April 2020, 31 March 2020, or from day to day."""
    if first == last:
        return day_words(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year}"
    is_month = (
        first.day == 1 and (last + timedelta(days=1)).day == 1 and (first.year, first.month) == (last.year, last.month)
    )
    return f"{first:%B %Y}" if is_month else f"{day_words(first)} to {day_words(last)}"
