"""How did an actor stand over time? A lane an issue with its step line, every statement a point, memberships as spans.

What the drawing on the page and the picture to keep both show.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from charts.stance_lines.given import Drawing, Frame, Lane, Row
from charts.stance_lines.lanes import lanes as _lanes
from charts.stance_lines.message import message
from charts.stance_lines.spans import spans as _spans
from charts.words import period_words

__all__ = ["Drawing", "Frame", "Lane", "drawing"]

_SIGNS = {
    "word": "Own statement",
    "vote": "Own vote",
    "listed": "Only listed by others",
    "period": "Dated by month or year only",
    "change": "Change of position",
    "held": "Position held",
    "open": "Last word; nothing newer on record",
    "contested": "Different stances on one day",
}


def drawing(lanes: Sequence[Lane], spans: Sequence[Row], frame: Frame) -> Drawing:
    """The lines of one actor, or of two whose lanes come in pairs with the same title.

    Args:
        lanes: One an issue and actor, from the top.
        spans: Rows of `memberships_of_actor`.
        frame: What all lanes share.

    Returns:
        label (the message), axis (since, until, shaded, shaded_words), lanes (title, note, silence, levels from the
        top, steps, points, changes), signs (form and words, for the legend), spans (name, words, spells), spans_title.
        Days are ISO 8601. A step or spell that is open has None for its end, a spell whose start is not known None
        for that.
    """
    drawn = _lanes(lanes, frame)
    shaded = _shaded(frame)
    return {
        "label": message(lanes, frame),
        "axis": {
            "since": frame.since.isoformat(),
            "until": frame.until.isoformat(),
            "shaded": shaded and [day.isoformat() for day in shaded],
            "shaded_words": f"Your dates: {period_words(*shaded)}" if shaded else "",
        },
        "lanes": drawn,
        "signs": [[sign, _SIGNS[sign]] for sign in _SIGNS if sign in {*_present(drawn)}],
        "spans": _spans(spans, frame),
        "spans_title": _spans_title(spans, frame.title if any(lane.note for lane in lanes) else ""),
    }


def _spans_title(spans: Sequence[Row], whose: str) -> str:
    words = "Member of" if any(row["is_full"] for row in spans) else "Observer or partner of"
    return f"{whose}: {words.lower()}" if whose else words


def _shaded(frame: Frame) -> tuple[date, date] | None:
    """The reader's own dates as far as they are on the axis; none where they are all of it."""
    if frame.shaded is None:
        return None
    since, until = max(frame.shaded[0], frame.since), min(frame.shaded[1], frame.until)
    return None if since > until or (since, until) == (frame.since, frame.until) else (since, until)


def _present(lanes: Sequence[Drawing]) -> Iterator[str]:
    """The signs that occur."""
    for lane in lanes:
        yield from (point["form"] for point in lane["points"])
        yield from ("period" for point in lane["points"] if point["starts"] != point["ends"])
        yield from ("change" for _ in lane["changes"])
        yield from ("held" if step["until"] else "open" for step in lane["steps"])
        yield from ("contested" for step in lane["steps"] if step["stance"] == "contested")
