"""Small collections in which few actors say much on few days, on votes and searches too, as hypothesis draws them."""

from hypothesis import strategies as st

from tests.queries.drawn import coverage
from tests.queries.made import DAYS, EVENTS, ISSUES, KINDS, SOURCES, STANCES, said, tables

SPOKEN_OF = ("ballot", "accord")
VOTES = ("election", "referendum")

# Few actors, events and days, so that an actor meets itself on one day, and later words meet earlier ones.
statements = st.builds(
    said,
    st.sampled_from(["FRA", "FRA", "GBR", "EU"]),
    st.sampled_from(DAYS[7:10]),
    st.sampled_from(STANCES),
    st.sampled_from(["day", "day", "month", "year"]),
    event_id=st.sampled_from([*SPOKEN_OF, *SPOKEN_OF, None]),
    issue_id=st.sampled_from([*ISSUES[:1] * 3, *ISSUES]),
    kind=st.sampled_from(KINDS),
    evidence=st.sampled_from(
        [
            [("direct", SOURCES[0], None)],
            [("press", SOURCES[1], None), ("listed", SOURCES[2], None)],
            [("press", SOURCES[0], None)],
            [("listed", SOURCES[0], None)],
            [("listed", SOURCES[1], None), ("listed", SOURCES[1], "some words")],
        ]
    ),
)
kinds = st.fixed_dictionaries(
    dict.fromkeys(EVENTS, st.sampled_from([*VOTES, "summit"]))
    | dict.fromkeys(SPOKEN_OF, st.sampled_from([*VOTES, *VOTES, "summit"]))
)


def with_kinds(made, kinds):
    """The same collection, its events of these kinds."""
    return made | {"events": [row | {"kind": kinds[row["event_id"]]} for row in made["events"]]}


much_said = st.builds(
    lambda spoken, searches, kinds: with_kinds(tables(spoken, coverage=searches), kinds),
    st.lists(statements, min_size=8, max_size=18),
    st.lists(coverage, max_size=6),
    kinds,
)
