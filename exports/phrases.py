"""Dates and counts in a reader's words."""

from datetime import date


def day_words(day: date) -> str:
    """Write one day: 15 April 2020."""
    return f"{day.day} {day:%B %Y}"


def range_words(since: date, until: date) -> str:
    """Write a range as briefly as it allows: 1988 to 2026; 1 March to 30 April 2020; 31 March 2020."""
    if (since.month, since.day, until.month, until.day) == (1, 1, 12, 31):
        return str(since.year) if since.year == until.year else f"{since.year} to {until.year}"
    if since == until:
        return day_words(since)
    if since.year != until.year:
        return f"{day_words(since)} to {day_words(until)}"
    start = f"{since.day} {since:%B}" if since.month != until.month else str(since.day)
    return f"{start} to {day_words(until)}"


def lag_words(first: int, last: int) -> str:
    """Write how long after an event something was said, in days; two numbers where only a period is known."""
    if first == last:
        return "the same day" if not first else f"{count_words(abs(first), 'day')} {'after' if first > 0 else 'before'}"
    if first >= 0:
        return f"{first:,} to {last:,} days after"
    if last <= 0:
        return f"{-last:,} to {-first:,} days before"
    return f"between {count_words(-first, 'day')} before and {count_words(last, 'day')} after"


def count_words(number: int, singular: str, plural: str = "") -> str:
    """Write a count with its noun: 1 statement, 1,430 statements, no statements."""
    noun = singular if number == 1 else plural or singular + "s"
    return f"{number:,} {noun}" if number else f"no {noun}"


def list_words(items: list[str], most: int = 4) -> str:
    """Join names as one says them, the rest as a number: France, Norway and 3 more."""
    shown = items if len(items) <= most else [*items[: most - 1], f"{len(items) - most + 1} more"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
