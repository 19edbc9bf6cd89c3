"""What bars and lanes share: the options, the x axis, the margins, the bands of the wars."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

import pandas as pd

from charts.theme import base_layout, palette

TIMELINE_CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "scrollZoom": False,
    "modeBarButtonsToRemove": ["zoom2d", "pan2d", "zoomIn2d", "zoomOut2d", "autoScale2d", "resetScale2d"],
    "toImageButtonOptions": {"format": "png", "filename": "demarche-timeline", "scale": 2},
}
LEFT, RIGHT, BELOW = 34, 10, 50
"""Margins in pixels; the same in both figures, or they would not line up."""
RULE = "rgba(128, 128, 128, 0.22)"


@dataclass(frozen=True)
class TimelineOptions:
    """How the timeline is shown.

    Attributes:
        since: First day shown.
        until: Last day shown.
        labels: The issue's words for support, oppose and neutral.
        dark: The reader's ground.
        chosen: event_id to highlight.
        width: The narrowest that the chart will be drawn, in pixels. Labels keep clear of each other from there
            on; a larger figure lets more events have one.
    """

    since: date
    until: date
    labels: Mapping[str, str] = field(default_factory=dict)
    dark: bool = False
    chosen: str | None = None
    width: int = 360

    @property
    def start(self) -> datetime:
        """The left edge: midnight before the first day."""
        return datetime.combine(self.since, time())

    @property
    def end(self) -> datetime:
        """The right edge: midnight after the last day."""
        return datetime.combine(self.until, time()) + timedelta(days=1)

    def pixels(self, moment: datetime) -> float:
        """Distance of a moment from the left edge when the chart is as narrow as it gets."""
        return (moment - self.start) / (self.end - self.start) * (self.width - LEFT - RIGHT)

    def span(self, first: date, last: date, at_least: float = 0) -> tuple[datetime, datetime]:
        """From the first day's start to the last day's end, cut at the edges and widened to some pixels."""
        begin = max(datetime.combine(first, time()), self.start)
        finish = min(datetime.combine(last, time()) + timedelta(days=1), self.end)
        narrowest = (self.end - self.start) * (at_least / (self.width - LEFT - RIGHT))
        return begin, max(finish, begin + narrowest)


def layout(options: TimelineOptions, height: int, top: int, **more: Any) -> dict[str, Any]:
    """The layout of either figure; height and top margin in pixels."""
    return base_layout(
        height=height,
        margin={"l": LEFT, "r": RIGHT, "t": top, "b": BELOW, "autoexpand": False},
        xaxis={
            "type": "date",
            "range": [options.start, options.end],
            "fixedrange": True,
            "automargin": False,
            "showgrid": True,
            "gridcolor": RULE,
            "zeroline": False,
            "ticks": "outside",
            "ticklen": 4,
            "tickcolor": RULE,
            "tickfont": {"color": palette(options.dark).text},
            "tickformatstops": [
                {"dtickrange": [None, "M1"], "value": "%-d %b\n%Y"},
                {"dtickrange": ["M1", "M12"], "value": "%b\n%Y"},
                {"dtickrange": ["M12", None], "value": "%Y"},
            ],
            "title": {"text": ""},
        },
        hovermode="closest",
        **more,
    )


def war_bands(events: pd.DataFrame, options: TimelineOptions) -> list[dict[str, Any]]:
    """A band over the full height for each war in the range; weeks stay visible among decades.

    Args:
        events: kind, start_date, end_date (null: the end is unknown, and nothing beyond the start is claimed).
        options: The range.
    """
    bands = []
    for event in in_range(events[events["kind"] == "war"], options).to_dict("records"):
        begin, finish = options.span(event["start_date"], event["last_date"], at_least=1.2)
        bands.append(
            {
                "type": "rect",
                "xref": "x",
                "yref": "paper",
                "x0": begin,
                "x1": finish,
                "y0": 0,
                "y1": 1,
                "layer": "below",
                "line": {"width": 0},
                "fillcolor": palette(options.dark).band,
            }
        )
    return bands


def in_range(events: pd.DataFrame, options: TimelineOptions) -> pd.DataFrame:
    """The events that touch the range, in order, with last_date: the start again where no end is known."""
    ends = events["end_date"].where(events["end_date"].notna(), events["start_date"])
    dated = events.assign(last_date=ends)
    shown = dated[(dated["start_date"] <= options.until) & (dated["last_date"] >= options.since)]
    return shown.sort_values(["start_date", "event_id"], kind="stable")
