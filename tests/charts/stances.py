"""Rows of an actor's statements, made up, and the history of its position that follows from them."""

import calendar
from datetime import date, timedelta
from itertools import count, groupby

from charts.stance_lines import Frame, Lane, drawing

LABELS = {"support": "Recognised", "oppose": "Not recognised", "neutral": "Took no side"}
FRAME = Frame(date(2000, 1, 1), date(2009, 12, 31), None, "Ruritania")


def said(when, stance, **more):
    """A row of `statements_in_view`; `when` is a date as known: 2003-05-17, 2003-05 or 2003."""
    first, last = period(when)
    precision = ("year", "month", "day")[when.count("-")]
    label = {"year": f"{first:%Y}", "month": f"{first:%B %Y}", "day": f"{first.day} {first:%B %Y}"}[precision]
    return {
        "statement_id": f"{when}-{stance}",
        "date": first,
        "date_precision": precision,
        "date_label": label,
        "counts_on": last,
        "stance": stance,
        "stance_label": LABELS[stance],
        "kind": "statement",
        "summary": f"It said so in {label}.",
        "attribution": "press",
        "event_title": None,
    } | more


def period(when):
    """First and last day of a date as known."""
    year, *rest = map(int, when.split("-"))
    if not rest:
        return date(year, 1, 1), date(year, 12, 31)
    month, *day = rest
    last = calendar.monthrange(year, month)[1]
    return date(year, month, day[0] if day else 1), date(year, month, day[0] if day else last)


def history(statements):
    """Rows of `position_history` for these statements."""
    inorder = sorted(statements, key=lambda row: row["counts_on"])
    rows = [_position(day, list(found)) for day, found in groupby(inorder, key=lambda row: row["counts_on"])]
    for at, row in enumerate(rows):
        row["held_until"] = rows[at + 1]["day"] - timedelta(1) if rows[at + 1 :] else None
        old = rows[at - 1]["stance"] if at else None
        row["change"] = "first" if old is None else "reaffirmed" if old == row["stance"] else "changed"
    return rows


def _position(day, found):
    stances = {row["stance"] for row in found}
    return {
        "day": day,
        "date_label": found[-1]["date_label"],
        "stance": "contested" if len(stances) > 1 else stances.pop(),
        "is_vote": all(row["kind"] == "vote" for row in found),
        "attribution": found[0]["attribution"],
        "statement_ids": [row["statement_id"] for row in found],
    }


def lane(*statements, title="Recognition", note=""):
    """A lane with its history."""
    rows = sorted(statements, key=lambda row: row["counts_on"])
    return Lane(title, note, LABELS, history(rows), rows)


def member(name, joined=None, ended=None, role="member"):
    """A row of `memberships_of_actor`."""
    return {
        "organisation_id": name,
        "organisation_name": name,
        "role": role,
        "joined": joined,
        "ended": ended,
        "is_full": role == "member",
        "member_from": joined and period(joined)[1],
        "member_until": ended and period(ended)[0],
    }


def drawn(*lanes, spans=(), **frame):
    """What the page is handed."""
    return drawing(lanes, spans, FRAME._replace(**frame))


def numbered(days, stance="support", **more):
    """Statements on many days, each with an id of its own."""
    ids = count(1)
    return [said(day, stance, statement_id=f"{day}-{next(ids)}", **more) for day in days]
