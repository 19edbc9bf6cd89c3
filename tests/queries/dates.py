"""From which day to which does a partial date allow? Straight from docs/method.md, for the oracles of this room.

What people wrote down is read as it stands, "1991", "1991-05" or "1991-05-09", never a column that the build derives.
"""

from calendar import monthrange
from datetime import date


def last_day(first, precision):
    """Last day of the period that is known: the day from which a statement counts."""
    if precision == "day":
        return first
    month = first.month if precision == "month" else 12
    return date(first.year, month, monthrange(first.year, month)[1])


def first_allowed(text):
    """First day that a date allows, as far as it is known; None stays None."""
    return text and date.fromisoformat((text + "-01-01")[:10])


def last_allowed(text):
    """Last day that a date allows, as far as it is known; None stays None."""
    return text and last_day(first_allowed(text), {4: "year", 7: "month", 10: "day"}[len(text)])


def member_from(joined):
    """First day that is certainly within a membership; None, and then never a member, when it is not known."""
    return last_allowed(joined)


def member_until(left):
    """Last day that is certainly within a membership; None means that it goes on."""
    return first_allowed(left)


def exists_from(founded):
    """First day on which an actor may have existed; None when nothing is known of a time before it."""
    return first_allowed(founded)


def exists_until(dissolved):
    """Last day on which an actor may have existed; None means that it still does."""
    return last_allowed(dissolved)


def date_label(first, precision):
    """Say a date as far as it is known: 15 April 2020, April 2020, 2020."""
    month = f"{first:%B %Y}"
    return {"day": f"{first.day} {month}", "month": month, "year": str(first.year)}[precision]


def within(day, asked):
    """Does a day lie in the reader's range, its first and last day included?"""
    return (asked["since"] is None or asked["since"] <= day) and (asked["until"] is None or day <= asked["until"])


def touches(event, since, until):
    """Does an event touch the range? Without a known end only its first day counts."""
    end = event["end_date"] or event["start_date"]
    return (until is None or event["start_date"] <= until) and (since is None or end >= since)
