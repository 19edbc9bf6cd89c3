"""Where do the axes have their marks, and what is written at them?"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import count, pairwise
from typing import NamedTuple

from charts.timeline.scale import Scale
from charts.words import Bin

_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50)


class Tick(NamedTuple):
    """The day that begins at a mark, its words, and below them, where that changes, what the words are part of."""

    day: date
    upper: str
    lower: str


def time_ticks(scale: Scale, room: Mapping[Bin, float]) -> list[Tick]:
    """Marks by day, week, month or year: the finest grid that leaves so many pixels for the words of each."""
    grids = ((name, days) for name, days in _grids(scale) if _is_roomy(days, scale, room[name]))
    name, days = next(grids, ("year", []))
    return [*_worded(name, days)]


def count_ticks(tallest: int, most: int = 5) -> list[int]:
    """Round numbers from nought up to the first that is not below the largest; never half a statement.

    Args:
        tallest: The largest number that is drawn.
        most: How many steps there may be.
    """
    steps = (size * 10**zeros for zeros in count() for size in (1, 2, 5))
    step = next(step for step in steps if step * most >= tallest)
    return [step * at for at in range(max(-(-tallest // step), 1) + 1)]


def _grids(scale: Scale) -> Iterator[tuple[Bin, list[date]]]:
    """Every grid that there may be, the finest first."""
    monday = scale.since + timedelta(days=-scale.since.weekday() % 7)
    yield "day", _days(scale.since, scale.until, 1)
    yield "week", _days(monday, scale.until, 7)
    yield "week", _days(monday, scale.until, 14)
    for step in _MONTHS:
        yield "month", _months(scale, step)
    for step in _YEARS:
        yield "year", _months(scale, 12 * step)


def _is_roomy(days: list[date], scale: Scale, room: float) -> bool:
    return all((there - here).days * scale.a_day >= room for here, there in pairwise(days))


def _days(first: date, last: date, step: int) -> list[date]:
    return [first + timedelta(days=at) for at in range(0, (last - first).days + 1, step)]


def _months(scale: Scale, step: int) -> list[date]:
    """The first day of every so many months, counted through the years, so that years are round."""
    numbers = range(scale.since.year * 12, scale.until.year * 12 + 12)
    days = (date(number // 12, number % 12 + 1, 1) for number in numbers if number % step == 0)
    return [day for day in days if scale.since <= day <= scale.until]


def _worded(name: Bin, days: list[date]) -> Iterator[Tick]:
    """A day stands above its month, a month above its year, a year alone."""
    before = ""
    for day in days:
        upper, lower = _words(name, day)
        yield Tick(day, upper, "" if lower == before else lower)
        before = lower


def _words(name: Bin, day: date) -> tuple[str, str]:
    if name == "year":
        return f"{day.year}", ""
    return (f"{day:%b}", f"{day.year}") if name == "month" else (f"{day.day}", f"{day:%b %Y}")
