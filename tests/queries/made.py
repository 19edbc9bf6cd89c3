"""Small whole collections for the tests of this room, written in few words."""

from datetime import date
from functools import cache
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

import queries
from tests.queries.oracle import FULL_ROLES, Oracle, last_day, member_from, member_until

ACTORS = {
    "ABK": "de_facto_authority",
    "EP": "body",
    "EU": "organisation",
    "FRA": "state",
    "GBR": "state",
    "OSCE": "organisation",
    "SUN": "former_state",
    "VAT": "observer_state",
    "XKX": "partially_recognised_state",
}
LENDERS = ("EP", "EU", "OSCE")
ISSUES = ("integrity", "votes")
STANCES = ("support", "oppose", "neutral")
KINDS = ("statement", "vote")
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
EVENTS = {
    "accord": ("1992-02-29", "1992-03-01"),
    "summit": ("2020-03-31", None),
    "war": ("2020-02-29", "2020-12-31"),
}


@cache
def schemas():
    """Name and Arrow schema of every table of the real collection."""
    return {file.stem: pq.read_schema(file) for file in sorted(queries.PARQUET.glob("*.parquet"))}


def fill(connection, tables):
    """Replace tables of a connection by these rows; a field left out is null."""
    for name, rows in tables.items():
        connection.register("given", pa.Table.from_pylist(rows, schema=schemas()[name]))
        connection.execute(f'create or replace table "{name}" as from given')
        connection.unregister("given")


def collection():
    """A connection as `queries.connect` makes it, with every table and no rows."""
    connection = duckdb.connect()
    fill(connection, dict.fromkeys(schemas(), ()))
    queries.create_views(connection)
    return connection


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


def searched(actor, issue=ISSUES[0], event=None, on="2026-10-01", found="no"):
    """One search that was made."""
    day = date.fromisoformat(on)
    return {"actor_id": actor, "issue_id": issue, "event_id": event, "searched_on": day, "found": found}


def tables(statements=(), memberships=(), coverage=()):
    """A whole collection as the build leaves it; statements are numbered in the order given."""
    numbered = [{"statement_id": f"s{number:02}"} | each for number, each in enumerate(statements)]
    made: dict[str, list[Any]] = {
        "actors": [
            {
                "actor_id": each,
                "kind": kind,
                "name": f"All of {each}",
                "short_name": f"Name {each[0]}",
                "iso3": each if len(each) == 3 else None,
                "region": "Europe" if each != "SUN" else None,
            }
            for each, kind in ACTORS.items()
        ],
        "events": [
            {"event_id": each, "title": f"The {each}", "kind": "other", "source_id": SOURCES[0]}
            | {"start_date": date.fromisoformat(start), "end_date": end and date.fromisoformat(end)}
            for each, (start, end) in EVENTS.items()
        ],
        "issues": [
            {"issue_id": each, "title": f"The {each}"} | {f"{stance}_label": f"{stance} {each}" for stance in STANCES}
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
    return made
