"""What sources are worth together: by hand, and that a copy never adds an origin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from methods.independence import Source, Weighed, weigh

names = st.sampled_from("abcdef")
rows = st.lists(
    st.builds(Source, names, st.sampled_from(["direct", "press", "listed"]), names | st.none()), max_size=12
)


def one_origin_each(drawn):
    """Rows as evidence has them: the origin of a source is the same in each, and is its own origin."""
    origins = {row.source_id: row.origin_id for row in drawn}
    origins |= {origin: origin for origin in origins.values() if origin}
    return [row._replace(origin_id=origins[row.source_id]) for row in drawn]


sources = rows.map(one_origin_each)


@pytest.mark.parametrize(
    ("given_sources", "expected"),
    [
        # Three papers, two of which print the agency's text.
        (
            [Source("agency", "press", "agency"), Source("daily", "press", "agency"), Source("post", "press", "post")],
            Weighed(3, 2, True, {"agency": "report", "daily": "copy", "post": "report"}),
        ),
        # A ministry's page, and a paper that prints it; whichever was dated earlier.
        (
            [Source("daily", "press", "daily"), Source("ministry", "direct", "daily")],
            Weighed(2, 1, True, {"daily": "copy", "ministry": "primary"}),
        ),
        # An embassy repeats its ministry: both are the actor's own publication, and one of them is the copy.
        (
            [Source("embassy", "direct", "ministry"), Source("ministry", "direct", "ministry")],
            Weighed(2, 1, True, {"embassy": "copy", "ministry": "primary"}),
        ),
        # The text was first published in a source that this statement does not rest on.
        (
            [Source("daily", "press", "agency"), Source("post", "press", "agency")],
            Weighed(2, 1, True, {"daily": "copy", "post": "copy"}),
        ),
        # Without its text nobody can tell: at most three origins.
        (
            [Source("daily", "press", None), Source("list", "listed", None), Source("ministry", "direct", "ministry")],
            Weighed(3, 3, False, {"daily": "report", "list": "listed", "ministry": "primary"}),
        ),
        # One source with two passages is one source, and its stronger attribution counts.
        (
            [Source("daily", "listed", "daily"), Source("daily", "press", "daily")],
            Weighed(1, 1, True, {"daily": "report"}),
        ),
        ([], Weighed(0, 0, True, {})),
    ],
)
def test_statements_by_hand(given_sources, expected):
    assert weigh(given_sources) == expected
    assert weigh(given_sources[::-1]) == expected


@given(sources, st.randoms())
def test_the_order_of_the_evidence_does_not_matter(drawn, random):
    shuffled = random.sample(drawn, len(drawn))
    assert weigh(shuffled) == weigh(drawn)


@given(sources, st.sampled_from(["direct", "press", "listed"]), st.data())
def test_a_copy_adds_a_source_and_no_origin(drawn, attribution, data):
    held = sorted({row.origin_id for row in drawn if row.origin_id})
    if held:
        before = weigh(drawn)
        after = weigh([*drawn, Source("one more", attribution, data.draw(st.sampled_from(held)))])
        assert after.count_origins == before.count_origins
        assert after.count_sources == before.count_sources + 1


@given(sources)
def test_every_source_has_one_role_and_each_origin_at_most_one_that_is_no_copy(drawn):
    found = weigh(drawn)
    assert set(found.roles) == {row.source_id for row in drawn}
    assert found.count_origins <= found.count_sources == len(found.roles)
    origins = {row.source_id: row.origin_id or row.source_id for row in drawn}
    leading = [origins[source] for source, role in found.roles.items() if role != "copy"]
    assert len(leading) == len(set(leading))
    assert found.is_compared == all(row.origin_id for row in drawn)


@given(sources)
def test_an_actors_own_publication_is_a_copy_only_of_another_of_its_own(drawn):
    direct = {row.source_id: row.origin_id for row in drawn if row.attribution == "direct"}
    for source, role in weigh(drawn).roles.items():
        if source in direct and role == "copy":
            assert any(origin == direct[source] for other, origin in direct.items() if other != source)
