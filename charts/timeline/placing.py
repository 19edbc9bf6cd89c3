"""Where does each event lie? Lanes by kind, rows within a lane, words beside the lane's name. No plotly here."""

from datetime import date, datetime, timedelta
from html import escape
from typing import Any, NamedTuple

import pandas as pd

from charts.timeline.frame import LEFT, RIGHT, TimelineOptions
from charts.timeline.labels import Label, place_labels, stack_rows, text_width
from charts.words import day_words

LANES: dict[str, tuple[str, ...]] = {
    "War and clash": ("war", "clash"),
    "Vote": ("election", "referendum"),
    "Resolution and decision": ("resolution",),
    "Agreement and ceasefire": ("agreement", "ceasefire"),
    "Summit and declaration": ("summit", "declaration"),
    "Other": ("blockade", "other"),
}
"""The kinds of event in each lane, from top to bottom. "blockade" is a technical category and has no lane."""

# Pixels. The y axis counts them too, so that rows and words keep their distance whatever the height.
HEAD = 20
_ROW, _FOOT, _ROWS = 17, 4, 4
_HALF_DAY = timedelta(hours=12)


class Mark(NamedTuple):
    """One event in its place: noon of its first and last day, how far down, how large."""

    id: str
    title: str
    hover: str
    is_war: bool
    statements: int
    begin: datetime
    finish: datetime
    y: float
    size: float


class Lane(NamedTuple):
    """One lane: its name, the heights between which it lies, its events, the words beside its name."""

    name: str
    top: float
    bottom: float
    marks: list[Mark]
    labels: list[Label]


def lane_of(kind: str) -> str:
    """The lane of a kind of event.

    Raises:
        ValueError: it has none; a new kind needs a decision, not a drawer.
    """
    found = next((name for name, kinds in LANES.items() if kind in kinds), None)
    if found is None:
        raise ValueError(f'no lane for events of kind "{kind}"')
    return found


def filled_lanes(events: pd.DataFrame, options: TimelineOptions) -> list[Lane]:
    """The lanes that have events, from top to bottom.

    Args:
        events: From `frame.in_range`.
        options: Range, narrowest width and chosen event.
    """
    by_lane = events.assign(lane=[lane_of(kind) for kind in events["kind"]])
    drawn: list[Lane] = []
    for name in LANES:
        rows = by_lane[by_lane["lane"] == name].to_dict("records")
        if rows:
            top = drawn[-1].bottom if drawn else 0.0
            marks = _marks(rows, top + HEAD, options)
            bottom = max(mark.y for mark in marks) + _ROW / 2 + _FOOT
            drawn.append(Lane(name, top, bottom, marks, _labels(name, marks, options)))
    return drawn


def _marks(rows: list[dict[Any, Any]], top: float, options: TimelineOptions) -> list[Mark]:
    """The events of one lane, spread over rows so that each can be clicked."""
    flat = [_mark(row, top, options) for row in rows]
    edges = [(options.pixels(mark.begin) - mark.size / 2, options.pixels(mark.finish) + mark.size / 2) for mark in flat]
    levels = stack_rows(edges, _ROWS)
    return [mark._replace(y=mark.y + _ROW * level) for mark, level in zip(flat, levels, strict=True)]


def _mark(event: dict[Any, Any], top: float, options: TimelineOptions) -> Mark:
    begin, finish = options.span(event["start_date"], event["last_date"])
    return Mark(
        id=event["event_id"],
        title=event["title"],
        hover=_hover(event),
        is_war=event["kind"] == "war",
        statements=event["count_statements"],
        begin=begin + _HALF_DAY,
        finish=finish - _HALF_DAY,
        y=top + _ROW / 2,
        # By area, and only so far: one event with 150 statements must not bury its neighbours.
        size=8 + min(8.0, 0.8 * event["count_statements"] ** 0.5),
    )


def _labels(name: str, marks: list[Mark], options: TimelineOptions) -> list[Label]:
    """Words for the chosen event, wars, then the busiest, as far as there is room beside the lane's name."""
    by_rank = sorted(marks, key=lambda mark: (mark.id != options.chosen, not mark.is_war, -mark.statements, mark.begin))
    wanted = [
        (mark.id, mark.title, options.pixels(mark.begin))
        for mark in by_rank
        if mark.id == options.chosen or mark.is_war or mark.statements
    ]
    return place_labels(wanted, text_width(name) + 16, options.width - LEFT - RIGHT)


def _hover(event: dict[Any, Any]) -> str:
    number = event["count_statements"]
    count = "1 statement" if number == 1 else f"{number:,} statements"
    when = _when(event["start_date"], event["last_date"], ends=not pd.isna(event["end_date"]))
    return f"<b>{escape(event['title'], quote=False)}</b><br>{when}<br>{count} in view<br><i>Click to see them</i>"


def _when(first: date, last: date, ends: bool) -> str:
    if not ends:
        return f"from {day_words(first)}, end not recorded"
    return day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}"
