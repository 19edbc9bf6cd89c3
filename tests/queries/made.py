"""Small whole collections for the tests of this room, written in few words."""

from datetime import date
from typing import Any

from tests.queries.dates import exists_from, exists_until, first_allowed, last_day, member_from, member_until
from tests.queries.oracle import FULL_ROLES, Oracle

ACTORS = {
    "ABK": "de_facto_authority",
    "EP": "body",
    "EU": "organisation",
    "FRA": "state",
    "GBR": "state",
    "OSCE": "organisation",
    "SUN": "former_state",
    "UN": "organisation",
    "VAT": "observer_state",
    "XKX": "partially_recognised_state",
}
LENDERS = ("EP", "EU", "OSCE", "UN")
# The second is a roll call, and is read with what was said in words on the first.
ISSUES = ("integrity", "votes")
WORDS_ISSUES = {"votes": "integrity"}
STANCES = ("support", "oppose", "neutral")
KINDS = ("statement", "vote")
VOICES = ("statement", "vote", "list")
SOURCES = ("source-a", "source-b", "source-c")
# Two leap days, the ends and beginnings of years and months, the first and last days of a week over a year's
# end (Monday 2020-12-28 to Sunday 2021-01-03), and few enough for statements to meet on one day.
DAYS = tuple(
    date(*parts)
    for parts in (
        *((1992, 2, 28), (1992, 2, 29), (1992, 3, 1), (2019, 12, 31), (2020, 1, 1), (2020, 1, 31), (2020, 2, 29)),
        *((2020, 3, 31), (2020, 4, 15), (2020, 4, 30), (2020, 12, 28), (2020, 12, 31), (2021, 1, 3), (2021, 1, 4)),
    )
)
# First and last day, and who was called where the complete roll call is on record.
EVENTS = {
    "accord": ("1992-02-29", "1992-03-01", None),
    "ballot": ("2020-03-31", None, "OSCE"),
    "roll-call": ("2020-03-31", "2020-03-31", "UN"),
    "second-call": ("2020-12-31", "2020-12-31", "UN"),
    "summit": ("2020-03-31", None, None),
    "war": ("2020-02-29", "2020-12-31", None),
}


def member(actor, organisation, joined="1990", left=None, role="member"):
    """One spell of membership, as people write it down."""
    spell = {"actor_id": actor, "organisation_id": organisation, "joined": joined, "left": left, "role": role}
    return spell | {
        "is_full": role in FULL_ROLES,
        "member_from": member_from(joined),
        "member_until": member_until(left),
    }


def said(actor, day, stance="support", precision="day", **more):
    """One statement; its evidence (pairs of attribution and source) goes with it until `tables` takes it off."""
    first = date.fromisoformat(day) if isinstance(day, str) else day
    known = {"day": {}, "month": {"day": 1}, "year": {"month": 1, "day": 1}}[precision]
    return {
        "actor_id": actor,
        "speaker": f"speaker of {actor}",
        "date": first.replace(**known),
        "date_precision": precision,
        "counts_on": last_day(first, precision),
        "event_id": None,
        "issue_id": ISSUES[0],
        "stance": stance,
        "kind": "statement",
        "summary": f"{actor}: {stance}",
        "doubt": None,
        "evidence": [("direct", SOURCES[0])],
    } | more


def voted(actor, event="roll-call", stance="support", **more):
    """One vote in the roll call of an event, on its day."""
    return said(actor, EVENTS[event][0], stance, **{"event_id": event, "kind": "vote"} | more)


def searched(actor, issue=ISSUES[0], event=None, on="2026-10-01", **more):
    """One search that was made."""
    about = {"actor_id": actor, "issue_id": issue, "event_id": event, "searched_on": date.fromisoformat(on)}
    return about | {"found": "no", "sources_searched": "own pages"} | more


def tables(statements=(), memberships=(), coverage=(), lives=None):
    """A whole collection as the build leaves it; statements are numbered in the order given.

    Dates from which and until which an actor existed are given as people write them down: {"FRA": ("1991", None)}.
    """
    numbered = [{"statement_id": f"s{number:02}"} | each for number, each in enumerate(statements)]
    made: dict[str, list[Any]] = {
        "actors": [actor(each, kind, *(lives or {}).get(each, (None, None))) for each, kind in ACTORS.items()],
        "events": [event(each, *known) for each, known in EVENTS.items()],
        "issues": [
            {"issue_id": each, "title": f"The {each}", "words_issue_id": WORDS_ISSUES.get(each)}
            | {f"{stance}_label": f"{stance} {each}" for stance in STANCES}
            for each in ISSUES
        ],
        "sources": [{"source_id": each, "title": each, "url": f"https://example.org/{each}"} for each in SOURCES],
        "memberships": list(memberships),
        "statements": [{key: each[key] for key in each if key != "evidence"} for each in numbered],
        "evidence": [
            {"statement_id": each["statement_id"], "attribution": attribution, "source_id": source, "exact": exact}
            for each in numbered
            for attribution, source, exact in ((*row, None)[:3] for row in each["evidence"])
        ],
        "coverage": list(coverage),
    }
    oracle = Oracle(made)
    for each in made["statements"]:
        each["organisations"] = [x for x in LENDERS if oracle.is_member(each["actor_id"], x, each["counts_on"])]
        evidence = [row for row in made["evidence"] if row["statement_id"] == each["statement_id"]]
        by_strength = sorted((row["attribution"] for row in evidence), key=("direct", "press", "listed").index)
        each |= {
            "attribution": next(iter(by_strength), None),
            "count_sources": len({row["source_id"] for row in evidence}),
        }
    return made


def actor(name, kind, founded, dissolved):
    """One actor as the build leaves it."""
    return {
        "actor_id": name,
        "kind": kind,
        "name": f"All of {name}",
        "short_name": f"Name {name[0]}",
        "iso3": name if len(name) == 3 else None,
        "region": "Europe" if name != "SUN" else None,
        "founded": founded,
        "dissolved": dissolved,
        "exists_from": exists_from(founded),
        "exists_until": exists_until(dissolved),
    }


def event(name, start, end, roll_call_of):
    """One event as the build leaves it."""
    dates = {"start_date": first_allowed(start), "end_date": first_allowed(end), "roll_call_of": roll_call_of}
    return {"event_id": name, "title": f"The {name}", "kind": "other", "source_id": SOURCES[0]} | dates
