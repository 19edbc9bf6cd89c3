"""Small whole collections, as hypothesis draws them."""

from datetime import timedelta
from itertools import chain

from hypothesis import strategies as st

from tests.queries.made import (
    DAYS,
    EVENTS,
    ISSUES,
    KINDS,
    LENDERS,
    SOURCES,
    STANCES,
    member,
    said,
    searched,
    tables,
    voted,
)
from tests.queries.oracle import FULL_ROLES

ROLL_CALLS = sorted(name for name, (_, _, called) in EVENTS.items() if called)
MOSTLY_ONE = (ISSUES[0], ISSUES[0], *ISSUES)


def one_of(values):
    """Any of them, or None."""
    return st.none() | st.sampled_from(sorted(values))


def some_of(values):
    """Any part of these, in any order; as a filter an empty list lets nothing pass."""
    return st.lists(st.sampled_from(sorted(values)), unique=True)


def few_or_many(rows, most):
    """Few rows show the plain cases, many the ties: left to itself hypothesis draws mostly few."""
    return st.lists(rows, max_size=most) | st.lists(rows, min_size=most // 2, max_size=most)


# Statements meet on few days; what is counted by days begins and ends on one of them, or one day off.
days = st.sampled_from(DAYS)
edges = st.builds(lambda day, off: day + timedelta(off), days, st.sampled_from([0, 0, -1, 1]))
partial_dates = st.builds(lambda day, known: day.isoformat()[:known], edges, st.sampled_from([4, 7, 10, 10]))
joined = st.sampled_from(["1990-12-26", "1991", "1991-12", None]) | partial_dates
left = st.sampled_from([None, "2023-06"]) | partial_dates
members = st.sampled_from(["FRA", "FRA", "GBR", "GBR", "VAT", "ABK", "XKX", "EU"])
listed_only = st.sampled_from([[("listed", source, None)] for source in SOURCES])
evidence = listed_only | st.lists(
    st.tuples(
        st.sampled_from(["direct", "press", "listed"]),
        st.sampled_from(SOURCES),
        st.sampled_from([None, "some words"]),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda row: row[1:],
)
statements = st.builds(
    said,
    st.sampled_from(["EU", "EU", "OSCE", "OSCE", "EP", "UN", "FRA", "FRA", "GBR", "VAT", "SUN"]),
    days,
    st.sampled_from(STANCES),
    st.sampled_from(["day", "day", "month", "year"]),
    event_id=one_of(EVENTS),
    issue_id=st.sampled_from(MOSTLY_ONE),
    kind=st.sampled_from(KINDS),
    evidence=evidence,
)
votes = st.builds(
    voted,
    st.sampled_from(["FRA", "GBR", "XKX", "OSCE"]),
    st.sampled_from(ROLL_CALLS),
    st.sampled_from(STANCES),
    issue_id=st.sampled_from(ISSUES),
    evidence=evidence,
)
# Both sides of an issue on one day, which would seldom meet by chance.
disputes = st.sampled_from(["FRA", "GBR", "EU", "OSCE"]).flatmap(
    lambda actor: days.map(lambda day: [said(actor, day), said(actor, day, "oppose")])
)
memberships = st.builds(
    member,
    members,
    st.sampled_from(LENDERS),
    joined,
    left,
    st.sampled_from([*FULL_ROLES, *FULL_ROLES, *FULL_ROLES, "observer", "partner", "co-chair"]),
).filter(lambda row: row["actor_id"] != row["organisation_id"])
coverage = st.builds(
    searched,
    members,
    one_of(ISSUES),
    one_of(EVENTS),
    st.sampled_from(["2026-10-01", "2026-11-01"]),
    found=st.sampled_from(["no", "no", "press only"]),
    sources_searched=st.sampled_from(["own pages", "press of the day", "Zeitungen"]),
).filter(lambda row: row["issue_id"] or row["event_id"])
# Without some members for certain, hardly a voice would be borrowed, and never two; nor would anybody miss a vote.
belonging = st.sampled_from(
    [
        [],
        [member("FRA", "EU"), member("FRA", "OSCE"), member("XKX", "EP"), member("XKX", "EU", "2020-01-31")],
        [member("GBR", "EU", "1973-01-01", "2020-01-31"), member("GBR", "OSCE"), member("GBR", "EP", "1992-02")],
        [member(actor, lender) for actor in ("FRA", "VAT", "XKX") for lender in LENDERS],
    ]
)
united = st.sampled_from(
    [
        [],
        [member(actor, "UN", "1945-10-24") for actor in ("FRA", "GBR", "VAT", "ABK")],
        [member("FRA", "UN"), member("GBR", "UN", "2020-03"), member("XKX", "UN", "2020-03-31", "2020-12-31")],
    ]
)
# Of those who seldom speak, some are certain to be silent outside their lives, and some to have been searched for.
lived = st.sampled_from([{}, {"VAT": ("2021", None)}, {"VAT": ("2020-04-30", None), "ABK": (None, "2020-02")}])
lives = st.dictionaries(
    st.sampled_from(["FRA", "GBR", "XKX", "SUN"]), st.tuples(st.none() | partial_dates, left), max_size=3
)
looked_for = st.sampled_from([[], [searched(actor, issue) for actor in ("ABK", "XKX") for issue in ISSUES]])
collections = st.builds(
    lambda spoken, spells, searches, lives: tables(
        chain(*spoken), chain(*spells), chain(*searches), lives[0] | lives[1]
    ),
    st.tuples(few_or_many(statements, 14), st.lists(votes, max_size=3), st.just([]) | disputes),
    st.tuples(belonging, united, few_or_many(memberships, 8)),
    st.tuples(looked_for, few_or_many(coverage, 6)),
    st.tuples(lived, lives),
)
