"""Boxes on the map: what is taken, and what is free."""

from collections.abc import Iterable
from typing import NamedTuple

from charts.picture.frame import Frame, Point
from charts.picture.outline import Ring

EDGE = 4.0
"""Pixels that a name keeps from the edge of the window."""


class Room(NamedTuple):
    """A box in pixels from the window's corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> Point:
        """Its centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def overlaps(self, other: "Room") -> bool:
        """Whether the two share any area."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def meets(self, other: "Room") -> bool:
        """Whether the two share any area, or an edge."""
        across = self.left <= other.right and other.left <= self.right
        return across and self.top <= other.bottom and other.top <= self.bottom

    def is_free(self, taken: Iterable["Room"], frame: Frame) -> bool:
        """Whether it is inside the window and clear of others."""
        across = self.left >= EDGE and self.right <= frame.width - EDGE
        inside = across and self.top >= EDGE and self.bottom <= frame.height - EDGE
        return inside and not any(self.overlaps(other) for other in taken)


def around(point: Point, half: float) -> Room:
    """The box that a mark takes."""
    x, y = point
    return Room(x - half, y - half, x + half, y + half)


def bounds(ring: Ring) -> Room:
    """The box that a ring takes."""
    across, down = [x for x, _ in ring], [y for _, y in ring]
    return Room(min(across), min(down), max(across), max(down))
