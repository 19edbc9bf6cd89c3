"""What does the timeline say to readers who cannot see it? Its message in two or three sentences."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from charts.words import bin_words, day_words


def message(drawing: Mapping[str, Any]) -> str:
    """How many statements, which way and when most; how many are dated vaguely; how many events, and the busiest.

    Args:
        drawing: From `charts.timeline.drawing`, without its label.
    """
    period = f"between {_day(drawing['since'])} and {_day(drawing['until'])}"
    return f"{_statements(drawing, period)} {_events(drawing['lanes'], period)}"


def _statements(drawing: Mapping[str, Any], period: str) -> str:
    total = sum(stance["count"] for stance in drawing["stances"])
    if not total:
        return f"No statements {period}."
    ways = ", ".join(f"{stance['words']} {stance['count']:,}" for stance in drawing["stances"])
    said = f"Timeline of {_count(total, 'statement')} {period}: {ways}. "
    vague = sum(sum(counts) for *_, counts in drawing["spans"])
    if not vague:
        return f"{said}{_fullest(drawing)}."
    dated = f"{vague:,} {'is' if vague == 1 else 'are'} dated by month or year only"
    return f"{said}{_fullest(drawing)}; {dated}." if drawing["bars"] else f"{said}{dated[0].upper()}{dated[1:]}."


def _fullest(drawing: Mapping[str, Any]) -> str:
    starts, _, _, counts = max(drawing["bars"], key=lambda bar: sum(bar[3]))
    name = drawing["bin"]
    return f"Most, {sum(counts):,}, {'on' if name == 'day' else 'in'} {bin_words(date.fromisoformat(starts), name)}"


def _events(lanes: Sequence[Mapping[str, Any]], period: str) -> str:
    events = [event for lane in lanes for event in lane["events"]]
    if not events:
        return f"No events {period}."
    *_, busiest = sorted(events, key=lambda event: event[4])
    most = f"; most statements, {busiest[4]:,}, on: {busiest[1]}" if busiest[4] else "; no statement is on one of them"
    return f"{_count(len(events), 'event')}{most}."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _day(text: str) -> str:
    return day_words(date.fromisoformat(text))
