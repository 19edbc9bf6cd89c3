"""Where does each event lie in its lane? In rows, together where too many are near each other, with words above."""

import math
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from charts.timeline.labels import Label, Line, Measure, place_labels
from charts.timeline.scale import Scale

HALF = 13.0
"""Half of the height of a mark with a number."""
_ROWS, _LINES = 3, 2
_GAP = 2.0
# In letters. Where few events want words, they get more of them.
_FEW = 3
_LONG, _SHORT = (120, 80, 60, 46, 34, 26), (46, 34, 26)


class Event(NamedTuple):
    """An event as a drawing has it; days as ISO text, the last one None where it is not recorded."""

    id: str
    title: str
    starts: str
    ends: str | None
    statements: int

    @property
    def radius(self) -> float:
        """Half of its mark: by area, and only so far, for one event must not bury its neighbours."""
        return 5.0 + min(7.0, 0.55 * math.sqrt(self.statements))


class Mark(NamedTuple):
    """One event or several; its middle lies between begin and finish, which are apart where it lasts or they do.

    left and right are what it takes, row is counted from the top.
    """

    events: tuple[Event, ...]
    begin: float
    finish: float
    left: float
    right: float
    row: int = 0


Named = tuple[Label, Mark]


def marks(lane: Sequence[Sequence[Any]], scale: Scale) -> list[Mark]:
    """The marks of a lane, none on another: in the first row that is free, else as one with the last of a row.

    Args:
        lane: The events of one lane of a drawing, in order of time.
        scale: The line.
    """
    rows: list[list[Mark]] = []
    for mark in sorted((_mark(Event(*event), scale) for event in lane), key=lambda mark: mark.left):
        free = next((row for row in rows if row[-1].right + _GAP <= mark.left), None)
        if free is not None:
            free.append(mark)
        elif len(rows) < _ROWS:
            rows.append([mark])
        else:
            nearest = max(rows, key=lambda row: row[-1].begin)
            nearest[-1] = _joined(nearest[-1], mark)
    return [mark._replace(row=number) for number, row in enumerate(rows) for mark in row]


def labels(found: Sequence[Mark], strong: Sequence[str], scale: Scale, measure: Measure) -> list[list[Named]]:
    """Words for the events that stand alone, as far as there is room: the strong ones, then the busiest.

    Args:
        found: The marks of a lane.
        strong: The ids of those to name even where nobody spoke of them.
        scale: The line.
        measure: How wide words are.

    Returns:
        One or two lines, from the top; the words of the second leave room for what leads down from the first.
    """
    alone = {mark.events[0].id: mark for mark in found if len(mark.events) == 1}
    events = [mark.events[0] for mark in alone.values()]
    ranked = sorted(events, key=lambda event: (event.id not in strong, -event.statements, event.starts))
    left = [
        (event.id, event.title, alone[event.id].begin) for event in ranked if event.statements or event.id in strong
    ]
    line = Line(scale.left, scale.right, (), _LONG if len(left) <= _FEW else _SHORT)
    lines: list[list[Named]] = []
    while left and len(lines) < _LINES:
        placed = place_labels(left, line, measure)
        if not placed:
            break
        lines.append([(label, alone[label.id]) for label in placed])
        done = {label.id for label in placed}
        left = [wanted for wanted in left if wanted[0] not in done]
        line = line._replace(taken=[(alone[key].begin, alone[key].begin) for key in done])
    return lines


def _mark(event: Event, scale: Scale) -> Mark:
    begin = scale.noon(date.fromisoformat(event.starts))
    finish = scale.noon(date.fromisoformat(event.ends or event.starts))
    return Mark((event,), begin, finish, begin - event.radius, max(finish, begin + event.radius))


def _joined(one: Mark, other: Mark) -> Mark:
    """A mark for both; it reaches from the first beginning to the last, and further to the right for its number."""
    events = (*one.events, *other.events)
    right = max(one.right, other.begin + HALF, one.left + 12 + 11 * len(f"{len(events)}"))
    return Mark(events, min(one.begin, other.begin), max(one.begin, other.begin), one.left, right)
