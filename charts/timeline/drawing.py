"""What was said when, and what happened around it? What the timeline on the page and the picture to keep both show."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from charts.positions import stance_words
from charts.theme import STANCES
from charts.timeline.bins import bin_for
from charts.timeline.kinds import BANDS, LANES, lane_of
from charts.timeline.message import message
from charts.words import head_words, period_words

Row = Mapping[str, Any]
Drawing = dict[str, Any]
Stretch = tuple[date, date]


class Frame(NamedTuple):
    """What is looked at: first day and last day, and the issue's words for support, oppose and neutral."""

    since: date
    until: date
    labels: Mapping[str, str]


def drawing(bins: Iterable[Row], events: Iterable[Row], frame: Frame) -> Drawing:
    """The timeline of a range, in plain values.

    Args:
        bins: From `statements_per_bin`, counted by `bin_for(since, until)`: starts and ends (date), is_certain,
            stance, count_statements. What is not certain is known by month or year only.
        events: From `events_in_range`; an end_date of None is not recorded.
        frame: Range and words.

    Returns:
        label (the message in words), since, until, bin, unit, noun (one and many of what is counted), stances (key,
        words, fill, count; only those there are), bars and spans (first day, last day, words, counts in the order of
        the stances; spans are dated by month or year only and in no bar), bands (id, title, first day, last day or
        None) and lanes (name and events: id, title, first day, last day or None, count), all in order of time; days
        as ISO text.

    Raises:
        ValueError: an event's kind has no lane.
    """
    happened = sorted(events, key=lambda row: (row["start_date"], row["event_id"]))
    drawn = {
        "since": frame.since.isoformat(),
        "until": frame.until.isoformat(),
        **_counted(list(bins), frame),
        "bands": [_event(row)[:4] for row in happened if row["kind"] in BANDS],
        "lanes": _lanes(happened),
    }
    return {"label": message(drawn), **drawn}


def _counted(rows: Sequence[Row], frame: Frame) -> Drawing:
    """What was said: stances, bars and spans."""
    name = bin_for(frame.since, frame.until)
    stances = _stances(rows, frame.labels)
    order = [stance["key"] for stance in stances]
    certain = _stretches([row for row in rows if row["is_certain"]], order)
    vague = _stretches([row for row in rows if not row["is_certain"]], order)
    return {
        "bin": name,
        "unit": f"Statements per {name}",
        "noun": ["statement", "statements"],
        "stances": stances,
        "bars": [[*_days(days), head_words(days[0], name), counts] for days, counts in certain],
        "spans": [[*_days(days), period_words(*days), counts] for days, counts in vague],
    }


def _stances(rows: Iterable[Row], labels: Mapping[str, str]) -> list[Drawing]:
    counts: Counter[str] = Counter()
    for row in rows:
        counts[row["stance"]] += row["count_statements"]
    return [
        {"key": stance, "words": stance_words(stance, labels), "fill": f"{stance}-own", "count": counts[stance]}
        for stance in STANCES
        if stance in counts
    ]


def _stretches(rows: Sequence[Row], order: Sequence[str]) -> list[tuple[Stretch, list[int]]]:
    """The counts of each stretch of days, in order of time."""
    found: dict[Stretch, list[int]] = {}
    for row in sorted(rows, key=lambda row: (row["starts"], row["ends"])):
        counts = found.setdefault((row["starts"], row["ends"]), [0] * len(order))
        counts[order.index(row["stance"])] += row["count_statements"]
    return list(found.items())


def _lanes(events: Sequence[Row]) -> list[Drawing]:
    lanes: dict[str, list[Any]] = {name: [] for name in LANES}
    for row in events:
        lanes[lane_of(row["kind"])].append(_event(row))
    return [{"name": name, "events": held} for name, held in lanes.items() if held]


def _event(row: Row) -> list[Any]:
    ends = row["end_date"]
    return [row["event_id"], row["title"], row["start_date"].isoformat(), ends and ends.isoformat(), _count(row)]


def _count(row: Row) -> int:
    return int(row["count_statements"])


def _days(days: Stretch) -> tuple[str, str]:
    return days[0].isoformat(), days[1].isoformat()
