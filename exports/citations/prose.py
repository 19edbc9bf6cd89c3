"""What the ready styles have in common: months, names in a row, titles in quotation marks, one full stop at an end."""

import re
from collections.abc import Sequence

from exports.citations.work import Issued, Work

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def american(issued: Issued) -> str:
    """Write a date as far as it is known: April 15, 2020; April 2020; 2020; empty where it is not known."""
    year, month, day = (*issued.parts, 0, 0, 0)[:3]
    if not month:
        return str(year or "")
    return f"{MONTHS[month - 1]} {day}, {year}" if day else f"{MONTHS[month - 1]} {year}"


def series(names: Sequence[str], last: str, most: int) -> str:
    """Put names in a row.

    Args:
        names: In their order.
        last: The word before the last of them.
        most: If there are more, the first alone stands for all.
    """
    if len(names) < 2:
        return "".join(names)
    if len(names) > most:
        return f"{names[0]} et al."
    comma = "," if len(names) > 2 else ""
    return f"{', '.join(names[:-1])}{comma} {last} {names[-1]}"


def stopped(text: str) -> str:
    """End a text with a full stop unless it has an end already; nothing stays nothing."""
    return text if not text or re.search(r"[.?!][”’]?\Z", text) else f"{text}."


def quoted(title: str, end: str) -> str:
    """Put a title in quotation marks, with a comma or a full stop within them; marks inside it become single ones.

    Args:
        title: As it stands.
        end: What follows it: "," or "."; a title that ends in ? or ! needs no full stop.
    """
    inner = re.sub(r'"([^"]*)"', r"‘\1’", title.translate({ord("“"): "‘", ord("”"): "’"}))
    has_end = end == "." and re.search(r"[.?!]’?\Z", inner)
    return f"“{inner.removesuffix('.') if end == ',' else inner}{'' if has_end else end}”"


def is_named(work: Work) -> bool:
    """Tell whether a title names a part of something: a description in brackets does not, nor what stands alone."""
    return work.kind != "collection" and not work.title.startswith("[")


def accessed(work: Work) -> Issued:
    """Give the day on which a work was looked up, where a style wants it: for want of any date of its own."""
    return Issued() if work.issued.parts else Issued(work.accessed)
