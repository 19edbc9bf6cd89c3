"""To which organisations did the actor belong, and when? A row an organisation, with every spell of membership."""

from collections.abc import Iterable, Sequence
from datetime import date

from charts.stance_lines.given import Drawing, Frame, Row


def spans(memberships: Iterable[Row], frame: Frame) -> list[Drawing]:
    """The organisations in the order of their first row, without spells that the axis does not reach."""
    found: dict[str, list[Row]] = {}
    for row in memberships:
        if _is_on_axis(row, frame):
            found.setdefault(row["organisation_id"], []).append(row)
    return [_span(rows) for rows in found.values()]


def _is_on_axis(row: Row, frame: Frame) -> bool:
    joined, left = row["member_from"], row["member_until"]
    return (joined is None or joined <= frame.until) and (left is None or left >= frame.since)


def _span(rows: Sequence[Row]) -> Drawing:
    return {
        "name": rows[0]["organisation_name"],
        "words": "; ".join(_words(row) for row in rows),
        "spells": [
            {
                "role": row["role"],
                "starts": row["member_from"] and row["member_from"].isoformat(),
                "ends": row["member_until"] and row["member_until"].isoformat(),
                "is_full": row["is_full"],
            }
            for row in rows
        ],
    }


def _words(row: Row) -> str:
    """Role and dates as recorded: member from 2001 to 30 November 2025."""
    start, end = (_date_words(row[name]) for name in ("joined", "ended"))
    if not start:
        return f"{row['role']}, start not known" + (f", to {end}" if end else "")
    return f"{row['role']} from {start} to {end}" if end else f"{row['role']} since {start}"


def _date_words(recorded: str | None) -> str:
    """A recorded date, whole or in part, in words."""
    if not recorded:
        return ""
    year, *rest = (int(part) for part in recorded.split("-"))
    if not rest:
        return f"{year}"
    month = f"{date(year, rest[0], 1):%B} {year}"
    return f"{rest[1]} {month}" if rest[1:] else month
