"""How fast did actors react to an event, and which way? Bars by days, weeks or months since its first day."""

from collections.abc import Mapping, Sequence
from html import escape
from textwrap import wrap
from typing import Any, Literal, NamedTuple

import plotly.graph_objects as go

from charts.positions import stance_words
from charts.theme import STANCES, base_layout, legend_height, palette

Row = Mapping[str, Any]
Unit = Literal["day", "week", "month"]
CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "scrollZoom": False,
    "modeBarButtons": [["toImage"]],
    "toImageButtonOptions": {"format": "svg", "filename": "demarche-reactions"},
}
# The longest stretch in days that is drawn by this unit, and how many days it has.
_UNITS: tuple[tuple[Unit, float, int], ...] = (("day", 45, 1), ("week", 310, 7), ("month", float("inf"), 30))
# Pixels; a phone leaves the chart as many letters a line of its title.
_HIGH, _BELOW, _LINE, _LETTERS = 170, 76, 20, 34


class Look(NamedTuple):
    """What is written in the chart and how it is seen: title, source line, the issue's words, the reader's ground."""

    title: str
    source: str
    labels: Mapping[str, str]
    dark: bool


def pace(spoken: Sequence[Row], look: Look) -> go.Figure:
    """Draw how many actors spoke for the first time in each unit since the event, stacked by stance.

    Args:
        spoken: Reactions on one issue, from `reactions_to_event`, in order; those dated by month or year only are left
            out, which the caller says.
        look: What is written in it.
    """
    firsts, colours = first_on_a_known_day(spoken), palette(look.dark)
    unit, days = unit_of(firsts)
    present = [stance for stance in STANCES if stance in {row["stance"] for row in firsts}]
    words = {stance: stance_words(stance, look.labels) for stance in present}
    figure = go.Figure()
    for stance in present:
        counts = counted([row for row in firsts if row["stance"] == stance], days)
        figure.add_bar(
            name=escape(words[stance], quote=False),
            x=[*counts],
            y=[*counts.values()],
            width=0.8,
            marker={"color": colours.stance(stance)},
            hovertemplate=f"%{{y}} actors, %{{x}} {unit}s after<extra></extra>",
        )
    title = wrap(look.title, _LETTERS)
    above = _LINE * len(title) + legend_height([*words.values()], 360)
    text = {"color": colours.text}
    return figure.update_layout(
        base_layout(
            height=_HIGH + above + _BELOW,
            margin={"l": 34, "r": 10, "t": above, "b": _BELOW},
            barmode="stack",
            xaxis={
                "title": {"text": f"{unit.capitalize()}s after the first day of the event", "font": text},
                "tickformat": ",d",
                "fixedrange": True,
                "tickfont": text,
            },
            yaxis={"rangemode": "tozero", "tickformat": ",d", "nticks": 4, "fixedrange": True, "tickfont": text},
            legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "traceorder": "normal"},
            showlegend=True,
            annotations=[_heading(title, above), _source(look.source, colours.text)],
        )
    )


def alt_text(spoken: Sequence[Row], labels: Mapping[str, str]) -> str:
    """The chart's message for readers who cannot see it: how many, which way, and how fast."""
    firsts = first_on_a_known_day(spoken)
    unit, days = unit_of(firsts)
    sides = [stance for stance in STANCES if stance in {row["stance"] for row in firsts}]
    told = [f"{stance_words(side, labels)} {sum(row['stance'] == side for row in firsts)}" for side in sides]
    counts = counted(firsts, days)
    most = max(counts, key=lambda at: (counts[at], -at))
    return (
        f"Bar chart of {len(firsts)} actors by the {unit} of their first word since the event: {', '.join(told)}. "
        f"Most, {counts[most]}, {most} {unit if abs(most) == 1 else f'{unit}s'} after it."
    )


def first_on_a_known_day(spoken: Sequence[Row]) -> list[Row]:
    """Give each actor's first reaction on a day that is known."""
    firsts: dict[str, Row] = {}
    for row in spoken:
        if row["days_first"] == row["days_last"]:
            firsts.setdefault(row["actor_id"], row)
    return [*firsts.values()]


def unit_of(firsts: Sequence[Row]) -> tuple[Unit, int]:
    """Give the unit that suits the stretch from the first to the last of them, and its length in days."""
    lags = [row["days_first"] for row in firsts]
    stretch = max(lags) - min(lags)
    return next((unit, days) for unit, longest, days in _UNITS if stretch <= longest)


def counted(rows: Sequence[Row], days: int) -> dict[int, int]:
    """Count rows by whole units since the event, in order; before it below zero."""
    counts: dict[int, int] = {}
    for row in rows:
        at = row["days_first"] // days
        counts[at] = counts.get(at, 0) + 1
    return dict(sorted(counts.items()))


def _heading(lines: Sequence[str], above: int) -> dict[str, Any]:
    """The title from the top edge down; plotly's own lets its first lines run out of the picture."""
    return {
        "text": "<br>".join(f"<b>{escape(line, quote=False)}</b>" for line in lines),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "yshift": above,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "font": {"size": 14},
    }


def _source(words: str, colour: str) -> dict[str, Any]:
    """The source line at the foot, so that it is on the picture that a reader takes away."""
    return {
        "text": escape(words, quote=False),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "yshift": -_BELOW + 4,
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 11, "color": colour},
    }
