"""Bars and lanes: the same frame, each bar over its own days, each event once and clickable."""

import csv
from datetime import date, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from charts.theme import DARK, LIGHT
from charts.timeline import (
    LANES,
    TIMELINE_CONFIG,
    TimelineOptions,
    alt_text,
    bars,
    events_alt_text,
    lane_of,
    lanes,
)
from tests.charts.made import LABELS, bins, event, events

DECADES = TimelineOptions(date(1988, 1, 1), date(2026, 1, 31), LABELS)
MONTHS = TimelineOptions(date(2020, 2, 10), date(2021, 12, 31), LABELS)
WEEKS = TimelineOptions(date(2020, 1, 1), date(2020, 12, 31), LABELS)
SOME = bins(
    (date(2020, 2, 1), "oppose", 2),
    (date(2020, 2, 1), "support", 3),
    (date(2020, 4, 1), "neutral", 1),
)
EVENTS = events(
    event("war-2020-09-27", "war", (2020, 9, 27), (2020, 11, 10), 149, "Second war"),
    event("ceasefire-2020-10-10", "ceasefire", (2020, 10, 10), (2020, 10, 10), 12, "First ceasefire"),
    event("nk-elections-2020-03-31", "election", (2020, 3, 31), (2020, 3, 31), 68, "Elections"),
    event("quiet", "summit", (2020, 8, 1), (2020, 8, 1), 0),
    event("open-end", "blockade", (2020, 12, 12), None, 1),
)


def points(figure):
    (trace,) = [trace for trace in figure.data if trace.customdata is not None]
    return trace


def spans(figure):
    """Drawn days of each bar, as first day and day after the last, by stance."""
    return {
        trace.name: [
            (middle - timedelta(milliseconds=width / 2), middle + timedelta(milliseconds=width / 2))
            for middle, width in zip(trace.x, trace.width, strict=True)
        ]
        for trace in figure.data
    }


def bands(figure):
    return [shape for shape in figure.layout.shapes if shape.type == "rect"]


@pytest.mark.parametrize("options", [DECADES, MONTHS, WEEKS])
def test_both_figures_line_up(options):
    above, below = bars(SOME, EVENTS, options).layout, lanes(EVENTS, options).layout
    assert above.xaxis.range == below.xaxis.range
    assert (above.margin.l, above.margin.r) == (below.margin.l, below.margin.r)
    for layout in (above, below):
        assert layout.margin.autoexpand is False
        assert layout.xaxis.automargin is False
        assert layout.yaxis.automargin is False
        assert layout.xaxis.fixedrange
        assert layout.yaxis.fixedrange


def test_the_axis_runs_from_the_first_day_to_the_end_of_the_last():
    assert bars(SOME, EVENTS, WEEKS).layout.xaxis.range == (datetime(2020, 1, 1), datetime(2021, 1, 1))


def test_a_month_bar_covers_its_month_and_is_cut_at_the_edge_of_the_range():
    drawn = spans(bars(SOME, EVENTS, MONTHS))
    assert drawn["Not recognised"] == [(datetime(2020, 2, 10), datetime(2020, 3, 1))]
    assert drawn["No judgement"] == [(datetime(2020, 4, 1), datetime(2020, 5, 1))]


@pytest.mark.parametrize(
    ("options", "start", "days"),
    [
        (DECADES, date(2020, 1, 1), 366),
        (DECADES, date(2026, 1, 1), 31),
        (WEEKS, date(2020, 3, 30), 7),
        (TimelineOptions(date(2020, 3, 1), date(2020, 4, 30), LABELS), date(2020, 3, 31), 1),
    ],
)
def test_every_bar_is_as_wide_as_its_bin(options, start, days):
    (((begin, finish),),) = spans(bars(bins((start, "support", 1)), EVENTS, options)).values()
    assert begin == datetime(start.year, start.month, start.day)
    assert finish - begin == timedelta(days=days)


def test_bars_are_stacked_by_stance_in_the_order_and_colours_of_the_design():
    figure = bars(SOME, EVENTS, MONTHS)
    assert figure.layout.barmode == "stack"
    assert [trace.name for trace in figure.data] == ["Regarded as valid", "Not recognised", "No judgement"]
    assert [trace.marker.color for trace in figure.data] == list(LIGHT.own[:3])
    assert [list(trace.y) for trace in figure.data] == [[3], [2], [1]]
    dark = TimelineOptions(MONTHS.since, MONTHS.until, LABELS, dark=True)
    assert [trace.marker.color for trace in bars(SOME, EVENTS, dark).data] == list(DARK.own[:3])


def test_bars_know_their_bin_by_its_first_day():
    first = bars(SOME, EVENTS, MONTHS).data[0]
    assert first.customdata == ("2020-02-01",)
    assert first.text == ("February 2020",)


def test_bars_are_selected_and_events_are_clicked():
    above = bars(SOME, EVENTS, MONTHS).layout
    assert (above.dragmode, above.selectdirection) == ("select", "h")
    # In select mode a plain click says nothing; False would reach the browser as "not set".
    assert lanes(EVENTS, MONTHS).layout.dragmode == "pan"
    assert TIMELINE_CONFIG["scrollZoom"] is False


def test_the_legend_has_room_above_the_bars_on_a_phone():
    long = {"support": "Backed it", "oppose": "Did not recognise independence", "neutral": "Named it without a side"}
    narrow = bars(SOME, EVENTS, TimelineOptions(MONTHS.since, MONTHS.until, long)).layout
    wide = bars(SOME, EVENTS, TimelineOptions(MONTHS.since, MONTHS.until, long, width=1000)).layout
    assert narrow.margin.t >= wide.margin.t + 2 * 19
    assert narrow.height - narrow.margin.t == wide.height - wide.margin.t


def test_wars_are_bands_over_the_full_height_of_both():
    for figure in (bars(SOME, EVENTS, WEEKS), lanes(EVENTS, WEEKS)):
        (band,) = bands(figure)
        assert (band.x0, band.x1) == (datetime(2020, 9, 27), datetime(2020, 11, 11))
        assert (band.yref, band.y0, band.y1, band.layer) == ("paper", 0, 1, "below")


def test_a_war_of_days_can_be_seen_among_decades():
    short = events(event("four-day", "war", (2016, 4, 2), (2016, 4, 5)))
    (band,) = bands(lanes(short, DECADES))
    share = (band.x1 - band.x0) / (DECADES.end - DECADES.start)
    assert share * (DECADES.width - 44) == pytest.approx(1.2, abs=0.01)
    (band,) = bands(lanes(short, TimelineOptions(date(2016, 3, 1), date(2016, 4, 30), LABELS)))
    assert band.x1 - band.x0 == timedelta(days=4)


def test_each_event_of_the_range_is_one_mark_at_noon_of_its_first_day():
    trace = points(lanes(EVENTS, WEEKS))
    assert dict(zip(trace.customdata, trace.x, strict=True)) == {
        "nk-elections-2020-03-31": datetime(2020, 3, 31, 12),
        "quiet": datetime(2020, 8, 1, 12),
        "war-2020-09-27": datetime(2020, 9, 27, 12),
        "ceasefire-2020-10-10": datetime(2020, 10, 10, 12),
        "open-end": datetime(2020, 12, 12, 12),
    }


def test_events_outside_the_range_are_left_out_and_those_that_reach_into_it_start_at_its_edge():
    october = TimelineOptions(date(2020, 10, 1), date(2020, 10, 31), LABELS)
    trace = points(lanes(EVENTS, october))
    assert set(trace.customdata) == {"war-2020-09-27", "ceasefire-2020-10-10"}
    assert min(trace.x) == datetime(2020, 10, 1, 12)
    (band,) = bands(lanes(EVENTS, october))
    assert (band.x0, band.x1) == (october.start, october.end)


def test_an_open_end_claims_nothing_beyond_its_start():
    assert points(lanes(EVENTS, TimelineOptions(date(2020, 12, 12), date(2021, 1, 31)))).customdata == ("open-end",)
    after = lanes(EVENTS, TimelineOptions(date(2020, 12, 13), date(2021, 1, 31)))
    assert list(points(after).customdata) == []
    assert "end not recorded" in points(lanes(EVENTS, WEEKS)).text[-1]


def test_only_events_of_several_days_have_a_span():
    (line,) = [trace for trace in lanes(EVENTS, WEEKS).data if trace.mode == "lines"]
    assert line.x == (datetime(2020, 9, 27, 12), datetime(2020, 11, 10, 12), None)
    assert line.hoverinfo == "skip"


def test_an_event_without_statements_in_view_is_hollow_and_busier_ones_are_larger():
    trace = points(lanes(EVENTS, WEEKS))
    symbols = dict(zip(trace.customdata, trace.marker.symbol, strict=True))
    sizes = dict(zip(trace.customdata, trace.marker.size, strict=True))
    assert symbols.pop("quiet") == "circle-open"
    assert set(symbols.values()) == {"circle"}
    assert sizes["quiet"] < sizes["ceasefire-2020-10-10"] < sizes["war-2020-09-27"] <= 16


def test_the_chosen_event_stands_out_and_has_its_words():
    chosen = TimelineOptions(WEEKS.since, WEEKS.until, LABELS, chosen="quiet")
    figure = lanes(EVENTS, chosen)
    trace = points(figure)
    colours = dict(zip(trace.customdata, trace.marker.color, strict=True))
    assert colours.pop("quiet") == LIGHT.strong
    assert set(colours.values()) == {LIGHT.quiet}
    (label,) = [note for note in figure.layout.annotations if note.name == "quiet"]
    assert label.font.color == LIGHT.strong


def test_lanes_are_named_inside_the_plot_and_only_those_with_events():
    names = [note.text for note in lanes(EVENTS, WEEKS).layout.annotations if note.xref == "paper"]
    assert names == [f"<b>{name}</b>" for name in LANES if name != "Resolution and decision"]


def test_the_busiest_event_has_the_words_when_there_is_room_for_one():
    rivals = [
        event(f"e{at}", "summit", (2020, 9, 1 + at), (2020, 9, 1 + at), at, f"Meeting number {at}") for at in range(9)
    ]
    labels = [note.text for note in lanes(events(*rivals), DECADES).layout.annotations if note.xref != "paper"]
    assert labels == ["Meeting number 8"]


def test_an_event_that_nobody_spoke_of_has_no_words_unless_it_is_a_war():
    silent = events(event("war", "war", (2016, 4, 2), count=0), event("summit", "summit", (2016, 4, 2), count=0))
    assert [note.name for note in lanes(silent, DECADES).layout.annotations if note.xref != "paper"] == ["war"]


def test_the_y_axis_counts_pixels():
    layout = lanes(EVENTS, WEEKS).layout
    inner = layout.height - layout.margin.t - layout.margin.b
    assert layout.yaxis.range[0] == pytest.approx(inner, abs=0.5)
    assert layout.yaxis.range[1] == 0


def test_every_kind_of_event_in_the_records_has_a_lane():
    path = Path(__file__).parents[2] / "data/records/events.csv"
    with path.open(encoding="utf-8", newline="") as file:
        kinds = {row["kind"] for row in csv.DictReader(file)}
    assert kinds == {kind for lane in LANES.values() for kind in lane} & kinds
    assert lane_of("blockade") == "Other"
    assert 4 <= len(LANES) <= 6


def test_a_kind_without_a_lane_is_refused():
    with pytest.raises(ValueError, match="parade"):
        lanes(events(event("e", "parade", (2020, 1, 1))), WEEKS)


def test_markup_in_a_title_stays_text():
    figure = lanes(events(event("e", "war", (2020, 5, 1), title="<i>War</i>")), WEEKS)
    assert "<i>War" not in points(figure).text[0]
    assert all("<i>" not in note.text for note in figure.layout.annotations)


def test_nothing_to_show_is_an_empty_frame():
    figure = lanes(events(), WEEKS)
    assert figure.layout.xaxis.range == bars(bins(), events(), WEEKS).layout.xaxis.range
    assert list(points(figure).customdata) == []
    assert events_alt_text(events(), WEEKS) == "No events between 1 January 2020 and 31 December 2020."
    assert alt_text(bins(), WEEKS) == "No statements between 1 January 2020 and 31 December 2020."


def test_alt_texts_tell_how_many_which_way_and_when_most():
    assert alt_text(SOME, MONTHS) == (
        "Bar chart of 6 statements per month, 10 February 2020 to 31 December 2021: Regarded as valid 3, "
        "Not recognised 2, No judgement 1. Most, 5, in February 2020."
    )
    assert events_alt_text(EVENTS, WEEKS) == (
        "5 events between 1 January 2020 and 31 December 2020: war and clash 1, vote 1, agreement and ceasefire 1, "
        "summit and declaration 1, other 1. Most statements, 149, on: Second war."
    )


def test_nothing_is_asked_from_another_host():
    for figure in (bars(SOME, EVENTS, MONTHS), lanes(EVENTS, MONTHS)):
        assert "http" not in figure.to_json()


def test_the_frames_that_were_passed_in_are_left_alone():
    before, happened = SOME.copy(deep=True), EVENTS.copy(deep=True)
    bars(SOME, EVENTS, MONTHS)
    lanes(EVENTS, MONTHS)
    pd.testing.assert_frame_equal(SOME, before)
    pd.testing.assert_frame_equal(EVENTS, happened)
