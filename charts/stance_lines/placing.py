"""Where on the paper do the points, steps and changes of a lane come to lie?"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product
from typing import NamedTuple

from charts.stance_lines.given import Drawing
from charts.timeline.scale import Scale

RADIUS = 7.0
_PITCH, _HEAD, _FOOT, _SILENCE = 58.0, 40.0, 26.0, 46.0
_ROWS = (0.0, 2 * RADIUS, -2 * RADIUS)

Heights = Mapping[str, float]


class Place(NamedTuple):
    """A point on the paper; `begin` is where the period known begins."""

    point: Drawing
    x: float
    y: float
    begin: float


class Riser(NamedTuple):
    """A change on the paper, from one level to another; `flag` is the height of its sign."""

    label: str
    x: float
    start: float
    end: float
    flag: float


def heights(lane: Drawing, top: float) -> tuple[Heights, float]:
    """How high each stance is drawn, and where the lane ends."""
    levels = {level["stance"]: top + _HEAD + at * _PITCH for at, level in enumerate(lane["levels"])}
    return levels, max(levels.values()) + _FOOT if levels else top + _SILENCE


def at(day: str, scale: Scale) -> float:
    """Where a day begins; days outside lie at the edge."""
    return scale.stretch(*[date.fromisoformat(day)] * 2)[0]


def end(day: str | None, scale: Scale) -> float:
    """Where a day ends; at the edge of the axis where it is not known."""
    return scale.stretch(*[date.fromisoformat(day)] * 2)[1] if day else scale.right


def places(lane: Drawing, scale: Scale, levels: Heights) -> Iterator[Place]:
    """The points on their level; those that would cover each other, just under or over it."""
    last: dict[tuple[str, float], float] = {}
    for point in lane["points"]:
        x, stance = at(point["ends"], scale), point["stance"]
        gaps = {row: x - last.get((stance, row), float("-inf")) for row in _ROWS}
        row = next((row for row, gap in gaps.items() if gap >= 2 * RADIUS), max(gaps, key=gaps.__getitem__))
        last[stance, row] = x
        yield Place(point, x, levels[stance] + row, at(point["starts"], scale))


def risers(lane: Drawing, scale: Scale, levels: Heights) -> Iterator[Riser]:
    """The changes; of contested positions between the levels that are next to each other."""
    for change in lane["changes"]:
        pairs = product((levels[stance] for stance in change["from_levels"]), (levels[s] for s in change["to_levels"]))
        start, stop = min((pair for pair in pairs if pair[0] != pair[1]), key=lambda pair: abs(pair[0] - pair[1]))
        flag = stop - _PITCH / 2 if stop > start else stop + _PITCH / 2
        yield Riser(change["label"], at(change["day"], scale), start, stop, flag)
