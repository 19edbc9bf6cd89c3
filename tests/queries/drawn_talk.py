"""Small collections in which few actors say much, as hypothesis draws them."""

from hypothesis import strategies as st

from tests.queries.drawn import collections, evidence, united
from tests.queries.drawn_filters import position_filters
from tests.queries.made import DAYS, ISSUES, KINDS, SOURCES, STANCES, member, said, tables

FILTERS = ("actors", "members_of", "stances", "kinds", "attributions", "source_id", "voices", "un_members_only")
BELONGING = [member("FRA", "EU"), member("FRA", "OSCE"), member("GBR", "OSCE"), member("GBR", "EU", "1990", "2020-01")]

votes_and_words = st.builds(
    tables,
    st.lists(
        st.builds(
            said,
            st.sampled_from(["FRA", "GBR"]),
            st.sampled_from(DAYS[3:6]),
            st.sampled_from(STANCES),
            st.sampled_from(["day", "day", "month"]),
            issue_id=st.sampled_from(ISSUES),
            kind=st.sampled_from(KINDS),
        ),
        min_size=6,
        max_size=12,
    ),
)
# Organisations first, then the state in the weakest voice, then in the strongest.
opening = [
    said("EU", DAYS[3]),
    said("OSCE", DAYS[4], "oppose"),
    said("FRA", DAYS[5], evidence=[("listed", SOURCES[1])]),
]
long_talks = st.builds(
    lambda first, spoken, spells: tables(first + spoken, BELONGING + spells),
    st.sampled_from([[], opening, [*opening, said("FRA", DAYS[8], "neutral")]]),
    st.lists(
        st.builds(
            said,
            st.sampled_from(["FRA", "GBR", "EU", "OSCE"]),
            st.sampled_from(DAYS[3:9]),
            st.sampled_from(STANCES),
            kind=st.sampled_from(KINDS),
            evidence=evidence,
        ),
        min_size=2,
        max_size=12,
    ),
    united,
)
# Nearly everything is in view, so that what is said meets; one rule or filter takes something out of it again.
taken_out = st.sampled_from(
    [
        {},
        {"voices": ["statement"]},
        {"voices": ["vote", "list"]},
        {"un_members_only": True},
        {"attributions": ["direct"]},
        {"source_id": SOURCES[0]},
        {"kinds": ["vote"]},
        {"stances": ["support"]},
        {"members_of": ["EU"]},
    ]
)
talk_filters = st.builds(
    lambda since, until, through, out: (
        dict.fromkeys(FILTERS) | {"since": since, "until": until, "issue_id": ISSUES[0], "through": through} | out
    ),
    st.sampled_from([None, None, DAYS[4]]),
    st.sampled_from([None, None, *DAYS[4:9]]),
    st.sampled_from([["EU", "OSCE"], ["EU", "OSCE"], ["OSCE"], None]),
    taken_out,
)
# A small collection of either sort with a question that suits it.
positions_asked = st.tuples(collections, position_filters) | st.tuples(long_talks, talk_filters)


def about_one(asked, actor):
    """The same question about how one actor's position came about."""
    return {key: asked[key] for key in asked if key not in ("actors", "stances")} | {"actor_id": actor}


explanations_asked = st.builds(
    lambda pair, actor: (pair[0], about_one(pair[1], actor)),
    positions_asked,
    st.sampled_from(["FRA", "FRA", "FRA", "GBR", "EU"]),
)
