"""The questions that are timed and compared, with parameters drawn by chance: what readers of the pages ask most."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

import pyarrow.parquet as pq

import queries
from queries import contract
from tests.bench import large_collection, made_statements
from tests.bench.peers.peer import Asked


class Timed(NamedTuple):
    """A question, which panel asks it, and whether that is of one issue; of any, or of the one most is said on."""

    panel: str
    question: str
    is_of_issue: bool = False
    is_of_busiest: bool = False


QUESTIONS = (
    Timed("Q1 map", "positions_as_of", is_of_issue=True),
    Timed("Q1, busiest issue", "positions_as_of", is_of_issue=True, is_of_busiest=True),
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

Filters = Mapping[str, Callable[[], Any]]
# What sets the parameters of a question by chance.
Sort = Callable[[Timed, Random], dict[str, Any]]


def drawn(timed: Timed, draw: Random) -> dict[str, Any]:
    """Draw what somebody might ask: a range of days, an issue where the panel has one, now and then a filter."""
    given = _given(timed, draw)
    return _asked(timed, given | (_filter(draw) if draw.random() < FILTERED else {}))


def drawn_by_range(timed: Timed, draw: Random) -> dict[str, Any]:
    """Draw a range of days and, where the panel has one, an issue; of the page of statements a kind or a stance too."""
    is_page = timed.question == "statements_in_view"
    return _asked(timed, _given(timed, draw) | (_filter(draw, "stances", "kinds") if is_page else {}))


def drawn_filtered(timed: Timed, draw: Random) -> dict[str, Any]:
    """Draw a range of days, an issue where the panel has one, and a filter."""
    return _asked(timed, _given(timed, draw) | _filter(draw))


def drawn_for_peers(draw: Random, panel: str) -> Asked:
    """Draw what the same panel of peers is asked for, by range as above."""
    since, until = drawn_days(draw)
    if panel.startswith("Q1"):
        return Asked(since, until, issue_id=busiest_issue() if "busiest" in panel else _issue(draw))
    if panel == "Q4 page":
        chosen = _filter(draw, "stances", "kinds")
        return Asked(since, until, **{name.removesuffix("s"): value for name, (value,) in chosen.items()})
    return Asked(since, until)


def drawn_days(draw: Random) -> tuple[date, date]:
    """Draw a first and a last day."""
    span = (large_collection.LAST - large_collection.FIRST).astype(int)
    first, last = sorted(draw.randrange(span) for _ in range(2))
    begin = date.fromisoformat(str(large_collection.FIRST))
    return begin + timedelta(days=first), begin + timedelta(days=last)


def busiest_issue() -> str:
    """Name the issue that every third statement is on, the first of the real ones."""
    return str(pq.read_table(queries.PARQUET / "issues.parquet", columns=["issue_id"])["issue_id"][0])


def _issue(draw: Random) -> str:
    # The real ones, of which there are fewer, come before the made-up ones.
    return f"issue-{draw.randrange(30, large_collection.ISSUES)}"


def _given(timed: Timed, draw: Random) -> dict[str, Any]:
    since, until = drawn_days(draw)
    issue_id = _issue(draw) if timed.is_of_issue else None
    return {
        "since": since,
        "until": until,
        "issue_id": busiest_issue() if timed.is_of_busiest else issue_id,
        "bin": "month",
        "sort": "newest",
        "limit": PAGE,
        "offset": 0,
        "is_whole": False,
    }


def _filter(draw: Random, *names: str) -> dict[str, Any]:
    """Draw one filter, of these or of any."""
    filters: Filters = {
        "stances": lambda: [draw.choice(made_statements.STANCES)],
        "kinds": lambda: [draw.choice(made_statements.KINDS)],
        "attributions": lambda: [draw.choice(made_statements.ATTRIBUTIONS)],
    }
    name = draw.choice(names or [*filters])
    return {name: filters[name]()}


def _asked(timed: Timed, given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: given.get(name) for name in contract(timed.question).parameters}
