"""How does a reader write a day or a stretch of days? British order, months in words."""

from datetime import date
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
