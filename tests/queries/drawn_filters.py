"""Filters and counting rules, as hypothesis draws them for the collections of `drawn`."""

from hypothesis import strategies as st

from tests.queries.drawn import MOSTLY_ONE, edges, one_of, some_of
from tests.queries.made import ACTORS, DAYS, ISSUES, KINDS, LENDERS, SOURCES, STANCES, VOICES

ranges = st.one_of(
    st.just((None, None)),
    st.tuples(st.sampled_from([None, *DAYS[:3]]), st.sampled_from([None, *DAYS[-3:]])),
    st.tuples(st.sampled_from(DAYS[:8]), st.sampled_from(DAYS[7:])),
    st.tuples(edges, edges),
)
choices = {
    "issue_id": one_of(ISSUES),
    "actors": some_of(ACTORS),
    "members_of": some_of(LENDERS),
    "stances": some_of(STANCES),
    "kinds": some_of(KINDS),
    "attributions": some_of(["direct", "press", "listed"]),
    "source_id": st.sampled_from(SOURCES),
}
# At most two filters at once: all seven would leave nothing in view.
turned_on = st.sets(st.sampled_from(sorted(choices)), max_size=2)
filters = st.builds(
    lambda dates, chosen, on: {
        **dict(zip(("since", "until"), dates, strict=True)),
        **{key: value if key in on else None for key, value in chosen.items()},
    },
    ranges,
    st.fixed_dictionaries(choices),
    turned_on,
)
rules = st.fixed_dictionaries(
    {
        "voices": st.none() | st.none() | some_of(VOICES),
        "un_members_only": st.sampled_from([None, False, True]),
        "through": st.sampled_from(
            [[*LENDERS], [*LENDERS[::-1]], ["EU", "OSCE"], ["EU", "OSCE"], ["EP", "EU"], ["OSCE", "UN"], [], None]
        ),
    }
)
position_filters = st.builds(
    lambda asked, issue, rule: asked | {"issue_id": issue} | rule, filters, st.sampled_from(MOSTLY_ONE), rules
)
words_filters = st.fixed_dictionaries(
    {
        "since": st.sampled_from([None, None, DAYS[3], DAYS[4]]),
        "until": st.sampled_from([None, None, DAYS[3], DAYS[4], DAYS[5]]),
        "issue_id": one_of(ISSUES),
        "actors": st.sampled_from([None, None, None, ["FRA"], ["GBR", "EU"], []]),
    }
)
