"""Small whole collections and filters, as hypothesis draws them."""

from datetime import timedelta

from hypothesis import strategies as st

from tests.queries.made import (
    ACTORS,
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
)
from tests.queries.oracle import FULL_ROLES


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
evidence = st.lists(
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
    st.sampled_from(["EU", "EU", "OSCE", "OSCE", "EP", "FRA", "GBR", "VAT", "SUN"]),
    days,
    st.sampled_from(STANCES),
    st.sampled_from(["day", "day", "month", "year"]),
    event_id=one_of(EVENTS),
    issue_id=st.sampled_from([ISSUES[0], ISSUES[0], *ISSUES]),
    kind=st.sampled_from(KINDS),
    evidence=evidence,
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
    st.sampled_from(["no", "press only"]),
).filter(lambda row: row["issue_id"] or row["event_id"])
# Without some members for certain, hardly a voice would be borrowed, and never two.
belonging = st.sampled_from(
    [
        [],
        [member("FRA", "EU"), member("FRA", "OSCE"), member("XKX", "EP"), member("XKX", "EU", "2020-01-31")],
        [member("GBR", "EU", "1973-01-01", "2020-01-31"), member("GBR", "OSCE"), member("GBR", "EP", "1992-02")],
        [member(actor, lender) for actor in ("FRA", "VAT", "XKX") for lender in LENDERS],
    ]
)
collections = st.builds(
    lambda spoken, certain, drawn, searches: tables(spoken, certain + drawn, searches),
    few_or_many(statements, 14),
    belonging,
    few_or_many(memberships, 8),
    few_or_many(coverage, 6),
)
ranges = st.one_of(
    st.just((None, None)),
    st.tuples(st.sampled_from([None, *DAYS[:3]]), st.sampled_from([None, *DAYS[-3:]])),
    st.tuples(st.sampled_from(DAYS[:8]), st.sampled_from(DAYS[7:])),
    st.tuples(edges, edges),
)
choices = st.fixed_dictionaries(
    {
        "issue_id": one_of(ISSUES),
        "actors": some_of(ACTORS),
        "members_of": some_of(LENDERS),
        "stances": some_of(STANCES),
        "kinds": some_of(KINDS),
        "attributions": some_of(["direct", "press", "listed"]),
        "source_id": st.sampled_from(SOURCES),
    }
)
# At most two filters at once: all seven would leave nothing in view.
turned_on = st.sets(
    st.sampled_from(["issue_id", "actors", "members_of", "stances", "kinds", "attributions", "source_id"]), max_size=2
)
filters = st.builds(
    lambda dates, chosen, on: {
        **dict(zip(("since", "until"), dates, strict=True)),
        **{key: value if key in on else None for key, value in chosen.items()},
    },
    ranges,
    choices,
    turned_on,
)
position_filters = st.builds(
    lambda asked, issue, through: asked | {"issue_id": issue, "through": through},
    filters,
    st.sampled_from([ISSUES[0], ISSUES[0], *ISSUES]),
    st.sampled_from([list(LENDERS), list(LENDERS[::-1]), ["EU", "OSCE"], ["EP", "EU"], ["OSCE"], [], None]),
)
