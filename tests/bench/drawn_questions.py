"""The questions that are timed and compared, with parameters drawn by chance: what readers of the pages ask most."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from queries import contract
from tests.bench import large_collection, made_statements


class Timed(NamedTuple):
    """A question, which panel asks it, and whether that is of one issue."""

    panel: str
    question: str
    is_of_issue: bool = False


QUESTIONS = (
    Timed("Q1 map", "positions_as_of", is_of_issue=True),
    Timed("Q2 timeline", "statements_per_bin"),
    Timed("Q3 events", "events_in_range"),
    Timed("Q4 page", "statements_in_view"),
    Timed("Q5 by stance", "statements_by_stance"),
    Timed("Q5 sizes", "view_size"),
    Timed("Q5 actors", "actors_in_view"),
)
PAGE = 50
# Half of the draws look at one kind or stance, as half of the readers who filter at all do.
FILTERED = 0.5


def drawn(timed: Timed, draw: Random) -> dict[str, Any]:
    """Draw what somebody might ask: a range of days, an issue where the panel has one, now and then a filter."""
    span = (large_collection.LAST - large_collection.FIRST).astype(int)
    first, last = sorted(draw.randrange(span) for _ in range(2))
    begin = date.fromisoformat(str(large_collection.FIRST))
    filters: Mapping[str, Callable[[], Any]] = {
        "stances": lambda: [draw.choice(made_statements.STANCES)],
        "kinds": lambda: [draw.choice(made_statements.KINDS)],
        "attributions": lambda: [draw.choice(made_statements.ATTRIBUTIONS)],
    }
    given = {
        "since": begin + timedelta(days=first),
        "until": begin + timedelta(days=last),
        "issue_id": f"issue-{draw.randrange(30, large_collection.ISSUES)}" if timed.is_of_issue else None,
        "bin": "month",
        "sort": "newest",
        "limit": PAGE,
        "offset": 0,
        "is_whole": False,
    }
    if draw.random() < FILTERED:
        name = draw.choice([*filters])
        given[name] = filters[name]()
    return {name: given.get(name) for name in contract(timed.question).parameters}
