"""Which actors does each view of the committed map show?"""

from math import dist

import pytest

from data.shapes import views

REGIONAL = ("europe", "south-caucasus", "middle-east", "caribbean", "pacific")
MARGIN = 0.01
"""Share of a view's width that a marker keeps from the view's edge."""


@pytest.fixture(scope="module")
def spots(drawn):
    """The point of every shape, dot and seat; an actor with a seat stands there."""
    return {place["id"]: place["point"] for kind in ("shapes", "dots", "seats") for place in drawn[kind]}


def shows(drawn, view, point):
    x, y, width, height = drawn["views"][view]
    margin = MARGIN * width
    return margin < point[0] - x < width - margin and margin < point[1] - y < height - margin


def test_there_are_six_views_of_one_form(drawn):
    assert list(drawn["views"]) == ["world", *REGIONAL]
    for _, _, width, height in drawn["views"].values():
        assert height / width == pytest.approx(views.RATIO, abs=0.001)
    assert 0.47 <= views.RATIO <= 0.62


def test_the_world_shows_every_actor_and_not_the_mass_of_antarctica(drawn, spots, places):
    assert [code for code in places if not shows(drawn, "world", spots[code])] == []
    _, y, _, height = drawn["views"]["world"]
    antarctica = next(shape for shape in drawn["shapes"] if shape["id"] == "ATA")
    seen = max(0, y + height - antarctica["box"][1])
    assert seen < 0.25 * (antarctica["box"][3] - antarctica["box"][1])


@pytest.mark.parametrize(
    ("view", "subregions"),
    [
        ("caribbean", {"Caribbean"}),
        ("pacific", {"Melanesia", "Micronesia", "Polynesia"}),
        ("middle-east", {"Western Asia"}),
        ("europe", {f"{side} Europe" for side in ("Central", "Northern", "Southeast", "Southern", "Western")}),
    ],
)
def test_a_region_shows_its_actors(drawn, spots, places, view, subregions):
    asked = {code for code, actor in places.items() if actor["subregion"] in subregions}
    # Georgia lies between the views of Europe and of the Middle East, and has one of its own.
    missing = {code for code in asked if not shows(drawn, view, spots[code])} - {"GEO", "ABK", "SOS"}
    assert len(asked) >= 12
    assert missing == set()


def test_the_south_caucasus_shows_its_states_and_authorities(drawn, spots):
    assert all(shows(drawn, "south-caucasus", spots[code]) for code in ("ARM", "AZE", "GEO", "ABK", "SOS", "NKR"))


def test_regions_are_seen_much_larger_than_in_the_world(drawn):
    widths = {view: box[2] for view, box in drawn["views"].items()}
    assert all(widths[view] * 3 < widths["world"] for view in REGIONAL)
    assert widths["south-caucasus"] * 15 < widths["world"]


def test_every_state_is_in_a_region_large_in_the_world_or_alone_there(drawn, spots, states):
    """So each of the 197 can be hit in at least one view: markers are 12 pixels wide on a map of 960."""
    area = {shape["id"]: shape["area"] for shape in drawn["shapes"]}
    small = {code for code in states if area.get(code, 0) < 16}
    assert len(small) == 48
    hidden = [code for code in small if not any(shows(drawn, view, spots[code]) for view in REGIONAL)]
    assert hidden, "nothing was compared"
    for code in hidden:
        assert min(dist(spots[code], spots[other]) for other in small - {code}) > 20, code


def test_small_states_of_a_region_stand_apart_in_it(drawn, spots, states):
    """No two markers of states closer than 24 pixels on a map 960 pixels wide."""
    area = {shape["id"]: shape["area"] for shape in drawn["shapes"]}
    for view in REGIONAL:
        scale = 960 / drawn["views"][view][2]
        marked = [c for c in states if area.get(c, 0) * scale**2 < 16 and shows(drawn, view, spots[c])]
        pairs = [(one, other) for one in marked for other in marked if one < other]
        assert all(dist(spots[one], spots[other]) * scale > 24 for one, other in pairs), view
