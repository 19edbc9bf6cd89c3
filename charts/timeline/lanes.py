"""What happened around the statements? Events in lanes by kind, the busiest in words."""

from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.theme import palette
from charts.timeline.frame import BELOW, RULE, TimelineOptions, in_range, layout, war_bands
from charts.timeline.placing import HEAD, Lane, Mark, filled_lanes
from charts.words import day_words

_ABOVE = 6


def lanes(events: pd.DataFrame, options: TimelineOptions) -> go.Figure:
    """The events of the range, one mark each, larger with more statements; a plain click picks one.

    Args:
        events: event_id, title, start_date, end_date (null: unknown, only the start is drawn), kind,
            count_statements.
        options: Range, ground and chosen event.

    Returns:
        Show it with selection_mode "points"; customdata of a point is the event_id.

    Raises:
        ValueError: an event's kind has no lane.
    """
    drawn = filled_lanes(in_range(events, options), options)
    height = drawn[-1].bottom if drawn else HEAD
    marks = [mark for lane in drawn for mark in lane.marks]
    figure = go.Figure([_spans(marks, options), _points(marks, options)])
    return figure.update_layout(
        layout(
            options,
            height=round(height) + _ABOVE + BELOW,
            top=_ABOVE,
            # Streamlit takes False for "not set"; with both axes fixed, "pan" moves nothing and clicks arrive.
            dragmode="pan",
            showlegend=False,
            shapes=[*war_bands(events, options), *_rules(drawn, options)],
            annotations=_words(drawn, options),
            yaxis={"range": [height, 0], "fixedrange": True, "visible": False, "automargin": False},
        )
    )


def events_alt_text(events: pd.DataFrame, options: TimelineOptions) -> str:
    """The lanes' message for readers who cannot see them: how many events of each sort, and the busiest."""
    drawn = filled_lanes(in_range(events, options), options)
    period = f"between {day_words(options.since)} and {day_words(options.until)}"
    if not drawn:
        return f"No events {period}."
    marks = [mark for lane in drawn for mark in lane.marks]
    counts = ", ".join(f"{lane.name.lower()} {len(lane.marks)}" for lane in drawn)
    busiest = max(marks, key=lambda mark: mark.statements)
    return f"{len(marks)} events {period}: {counts}. Most statements, {busiest.statements:,}, on: {busiest.title}."


def _points(marks: list[Mark], options: TimelineOptions) -> go.Scatter:
    """The marks that can be clicked; hollow without statements in view, dark and larger when chosen."""
    colours = palette(options.dark)
    chosen = [mark.id == options.chosen for mark in marks]
    return go.Scatter(
        x=[mark.begin for mark in marks],
        y=[mark.y for mark in marks],
        mode="markers",
        customdata=[mark.id for mark in marks],
        text=[mark.hover for mark in marks],
        hovertemplate="%{text}<extra></extra>",
        cliponaxis=False,
        marker={
            "size": [mark.size + 4 * more for mark, more in zip(marks, chosen, strict=True)],
            "symbol": ["circle" if mark.statements else "circle-open" for mark in marks],
            "color": [colours.strong if more else colours.quiet for more in chosen],
            "opacity": 1,
            "line": {"width": 1.2, "color": [colours.ground if mark.statements else colours.quiet for mark in marks]},
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _spans(marks: list[Mark], options: TimelineOptions) -> go.Scatter:
    """A bar from first to last day under each event of several days."""
    lasting = [mark for mark in marks if mark.finish > mark.begin]
    return go.Scatter(
        x=[moment for mark in lasting for moment in (mark.begin, mark.finish, None)],
        y=[height for mark in lasting for height in (mark.y, mark.y, None)],
        mode="lines",
        line={"color": palette(options.dark).quiet, "width": 6},
        opacity=0.55,
        hoverinfo="skip",
    )


def _rules(drawn: list[Lane], options: TimelineOptions) -> list[dict[str, Any]]:
    """Hair lines between lanes, and from each label down to its mark."""
    rules = [{"xref": "paper", "x0": 0, "x1": 1, "y0": lane.top, "y1": lane.top} for lane in drawn[1:]]
    leaders = [
        {"xref": "x", "x0": mark.begin, "x1": mark.begin, "y0": lane.top + HEAD - 4, "y1": mark.y}
        for lane in drawn
        for mark in lane.marks
        if mark.id in {label.id for label in lane.labels}
    ]
    return [
        {**line, "type": "line", "layer": "below", "line": {"color": colour, "width": 1}}
        for colour, lines in ((RULE, rules), (palette(options.dark).quiet, leaders))
        for line in lines
    ]


def _words(drawn: list[Lane], options: TimelineOptions) -> list[dict[str, Any]]:
    """Each lane's name, inside the plot since beside it it would take a quarter of a phone; then its labels."""
    colours = palette(options.dark)
    words: list[dict[str, Any]] = []
    for lane in drawn:
        begins = {mark.id: mark.begin for mark in lane.marks}
        look = {"y": lane.top + HEAD / 2 + 1, "yanchor": "middle", "showarrow": False}
        words.append(look | {"text": f"<b>{lane.name}</b>", "xref": "paper", "x": 0, "xanchor": "left"})
        for label in lane.labels:
            place = {"x": begins[label.id], "xanchor": label.anchor, "xshift": label.shift}
            words.append(look | place | {"text": escape(label.text, quote=False), "name": label.id})
    for word in words:
        plain = word.get("name", options.chosen) != options.chosen
        word["font"] = {"size": 11, "color": colours.text if plain else colours.strong}
    return words
