"""How many statements were made when, and which way?"""

from datetime import date
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts.positions import stance_words
from charts.theme import STANCES, legend_height, palette
from charts.timeline.bins import bin_days, bin_for
from charts.timeline.frame import RULE, TimelineOptions, layout, war_bands
from charts.words import Bin, bin_words, day_words


def bars(bins: pd.DataFrame, events: pd.DataFrame, options: TimelineOptions) -> go.Figure:
    """Statements stacked by stance, one bar a bin, the wars as bands behind; a drag selects a stretch.

    Args:
        bins: bin_start (date), stance, count_statements, counted by `bin_for(since, until)`; empty bins are
            absent.
        events: The events of the lanes; only the wars are used.
        options: Range, words and ground.

    Returns:
        Show it with selection_mode "box" and read the answer with `selected_dates`.
    """
    name = bin_for(options.since, options.until)
    present = [stance for stance in STANCES if stance in set(bins["stance"])]
    figure = go.Figure([_stack(bins[bins["stance"] == stance], stance, options) for stance in present])
    tallest = bins.groupby("bin_start")["count_statements"].sum().max() if len(bins) else 0
    above = 22 + legend_height([trace.name for trace in figure.data], options.width)
    return figure.update_layout(
        layout(
            options,
            height=200 + above,
            top=above,
            barmode="stack",
            bargap=0,
            shapes=war_bands(events, options),
            dragmode="select",
            selectdirection="h",
            yaxis={**_counts(int(tallest)), "tickfont": {"color": palette(options.dark).text}},
            legend=_legend(name, palette(options.dark).text),
            showlegend=True,
        )
    )


def alt_text(bins: pd.DataFrame, options: TimelineOptions) -> str:
    """The bars' message for readers who cannot see them: how many, which way, and when most."""
    if bins.empty:
        return f"No statements between {day_words(options.since)} and {day_words(options.until)}."
    name = bin_for(options.since, options.until)
    by_bin = bins.groupby("bin_start", sort=True)["count_statements"].sum()
    fullest: date = by_bin.index[int(by_bin.argmax())]
    by_stance = bins.groupby("stance")["count_statements"].sum()
    counts = [
        f"{stance_words(stance, options.labels)} {by_stance[stance]:,}" for stance in STANCES if stance in by_stance
    ]
    return (
        f"Bar chart of {by_bin.sum():,} statements per {name}, {day_words(options.since)} to "
        f"{day_words(options.until)}: {', '.join(counts)}. Most, {by_bin.max():,}, "
        f"{'on' if name == 'day' else 'in'} {bin_words(fullest, name)}."
    )


def _stack(rows: pd.DataFrame, stance: str, options: TimelineOptions) -> go.Bar:
    """One stance's bars, each from its bin's first day to its last, cut at the edges of the range."""
    colours, name = palette(options.dark), bin_for(options.since, options.until)
    spans = [options.span(*bin_days(start, name)) for start in rows["bin_start"]]
    words = escape(stance_words(stance, options.labels), quote=False)
    return go.Bar(
        name=words,
        x=[begin + (finish - begin) / 2 for begin, finish in spans],
        y=list(rows["count_statements"]),
        width=[(finish - begin).total_seconds() * 1000 for begin, finish in spans],
        customdata=[start.isoformat() for start in rows["bin_start"]],
        text=[bin_words(start, name) for start in rows["bin_start"]],
        textposition="none",
        meta=words,
        hovertemplate="<b>%{text}</b><br>%{meta}: %{y:,}<extra></extra>",
        marker={"color": colours.stance(stance), "line": {"color": colours.ground, "width": 0.6}},
    )


def _counts(tallest: int) -> dict[str, Any]:
    return {
        "fixedrange": True,
        "automargin": False,
        "rangemode": "tozero",
        "gridcolor": RULE,
        "zeroline": False,
        "nticks": 5,
        # Half a statement is no statement.
        "dtick": 1 if tallest <= 5 else None,
        "tickformat": ",d",
        "title": {"text": ""},
    }


def _legend(name: Bin, colour: str) -> dict[str, Any]:
    return {
        "orientation": "h",
        "title": {"text": f"Statements per {name}", "font": {"color": colour}},
        "x": 0,
        "xanchor": "left",
        "y": 1.02,
        "yanchor": "bottom",
        "traceorder": "normal",
        "itemclick": False,
        "itemdoubleclick": False,
    }
