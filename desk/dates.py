"""When was a statement made, and does the text say so or do we infer it?"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?"
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_DAYS)})\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(today|yesterday|overnight|earlier in the day|hours later)\b", re.IGNORECASE)
_CALENDAR = (
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH}(?:\s+(?P<year>\d{{4}}))?\b"),
)
_OPEN = re.compile(
    r"\b(?:recently|previously|repeatedly|in the past|in recent (?:days|weeks|months)|earlier this (?:week|month|year)|"
    r"last (?:week|month|year)|has long|have long|(?:has|have) (?:repeated|repeatedly|always|consistently))\b",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:held|scheduled|signed|dated|due|elections?|vote|referendum|ballot|since|until|before|after|from|of|by)"
    r"(?: on| for)?\s+$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


class Dated(NamedTuple):
    """A day and its basis: stated, inferred, or None with no day where the text leaves it open."""

    day: date | None
    basis: str | None


def dated(words: str, published: date, otherwise: date) -> Dated:
    """Date a statement.

    Args:
        words: Its sentence, without what is quoted.
        published: Day of publication; days of the week are the last before it, or itself.
        otherwise: The day to infer where the sentence names none.
    """
    day = stated(words, published)
    if day:
        return Dated(day, "stated")
    return Dated(None, None) if _OPEN.search(words) else Dated(otherwise, "inferred")


def stated(words: str, published: date) -> date | None:
    """The first day that a sentence names for its statement; days of elections, visits or deadlines are passed over."""
    found = [(at, day) for at, day in _named(words, published) if not _OF_SOMETHING_ELSE.search(words[:at])]
    return min(found, default=(0, None))[1]


def is_background(words: str, published: date) -> bool:
    """Whether a sentence names a year well before the publication: history, not news."""
    return any(int(year) < published.year - 1 for year in _YEAR.findall(words))


def _named(words: str, published: date) -> Iterator[tuple[int, date]]:
    for match in _WEEKDAY.finditer(words):
        back = (published.weekday() - _DAYS.index(match[0].lower())) % 7
        yield match.start(), _back(published, back)
    for match in _RELATIVE.finditer(words):
        yield match.start(), _back(published, 1 if match[0].lower() == "yesterday" else 0)
    for pattern in _CALENDAR:
        for match in pattern.finditer(words):
            if day := _calendar_day(match, published):
                yield match.start(), day


def _calendar_day(match: re.Match[str], published: date) -> date | None:
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    try:
        day = date(int(match["year"] or published.year), month, int(match["day"]))
        return day.replace(year=day.year - 1) if not match["year"] and day > published + timedelta(7) else day
    except ValueError:
        return None


def _back(day: date, days: int) -> date:
    return date.fromordinal(max(1, day.toordinal() - days))
