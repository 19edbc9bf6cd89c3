"""What do the lines say in a sentence?"""

from collections.abc import Sequence

from charts.positions import stance_words
from charts.stance_lines.given import Frame, Lane
from charts.stance_lines.lanes import changes


def message(lanes: Sequence[Lane], frame: Frame) -> str:
    """A sentence an actor: on how many issues it has a position, how often it changed, and the latest change."""
    whose = dict.fromkeys(lane.note or frame.title for lane in lanes) or {frame.title: None}
    return " ".join(_sentence(name, [lane for lane in lanes if (lane.note or frame.title) == name]) for name in whose)


def _sentence(name: str, lanes: Sequence[Lane]) -> str:
    count = sum(bool(lane.history) for lane in lanes)
    if not count:
        return f"No position of {name} is on record."
    issues = "1 issue" if count == 1 else f"{count} issues"
    return f"{name} has taken a position on {issues}; {_changed(lanes, count)}."


def _changed(lanes: Sequence[Lane], count: int) -> str:
    found = [(after["day"], at, before, after) for at, lane in enumerate(lanes) for before, after in changes(lane)]
    if not found:
        return "it never changed" if count == 1 else "none of them changed"
    _, at, before, after = max(found, key=lambda change: change[:2])
    old, new = (stance_words(row["stance"], lanes[at].labels) for row in (before, after))
    times = "once," if len(found) == 1 else f"{len(found)} times, last"
    return f"it changed {times} on {lanes[at].title}: from {old} to {new} {_when(after['date_label'])}"


def _when(label: str) -> str:
    """A date as known, in a sentence: on a day, in a month or a year."""
    return f"{'on' if len(label.split()) == 3 else 'in'} {label}"
