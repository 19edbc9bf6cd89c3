"""What of an article under review is held already: the source itself, or statements like those it holds?"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from ui import rows
from ui.review_rows import Row

NEAR = timedelta(days=3)
# What the question folds, too; other spaces are letters to it.
_WHITE = re.compile(r"[\t\n\f\r ]+")


class Held(NamedTuple):
    """A statement that is held, its stance, and how it is named."""

    id: str
    stance: str
    label: str


def sources(text: str, url: str) -> list[dict[str, Any]]:
    """Find the sources that have the address or the very text of an article; rows of `held_sources`."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return rows.records("held_sources", url=url, text_sha256=sha256)


def as_held(text: str) -> str:
    """Give the copy of a text that is held, where its words are the same and only the white space differs; else itself.

    Whoever copies an article out of a browser gets other ends of lines than whoever saved it before.
    """
    words = _WHITE.sub(" ", text).strip(" ")
    found = rows.records("held_text", words=words)
    return str(found[0]["text"]) if found else text


def like(reviewed: Iterable[Row]) -> dict[int, list[Held]]:
    """Find the statements of the same actor on the same issue within three days, by the key of the row."""
    whole = [each for each in reviewed if each.actor and each.issue and each.date]
    if not whole:
        return {}
    days = [date.fromisoformat(each.date) for each in whole]
    near = rows.records(
        "statements_near",
        actor_ids=sorted({each.actor for each in whole}),
        issue_ids=sorted({each.issue for each in whole}),
        earliest=_moved(min(days), -NEAR),
        latest=_moved(max(days), NEAR),
    )
    found = {each.key: [_held(row) for row in near if _is_like(row, each)] for each in whole}
    return {key: held for key, held in found.items() if held}


def joined(row: Row, held: Iterable[Held]) -> str:
    """Name the statement to which a row adds evidence: the first of its stance, unless the reviewer chose."""
    known = {each.id: each.stance for each in held}
    if row.held in known:
        return row.held
    return "" if row.is_further else next((each for each, stance in known.items() if stance == row.stance), "")


def _is_like(held: Mapping[str, Any], row: Row) -> bool:
    if (held["actor_id"], held["issue_id"]) != (row.actor, row.issue):
        return False
    day = date.fromisoformat(row.date)
    return bool(_moved(held["date"], -NEAR) <= day <= _moved(held["counts_on"], NEAR))


def _moved(day: date, by: timedelta) -> date:
    """Move a day, but not out of the calendar."""
    return day + max(date.min - day, min(date.max - day, by))


def _held(row: Mapping[str, Any]) -> Held:
    return Held(row["statement_id"], row["stance"], f"{row['date_label']}, {row['stance_label']}: {row['summary']}")
