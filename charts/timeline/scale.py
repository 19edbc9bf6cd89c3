"""Where on a line does a day lie?"""

from datetime import date
from typing import NamedTuple


class Scale(NamedTuple):
    """From the start of the first day at `left` to the end of the last one at `right`, in pixels."""

    since: date
    until: date
    left: float
    right: float

    @property
    def a_day(self) -> float:
        """Pixels that a day takes."""
        return (self.right - self.left) / ((self.until - self.since).days + 1)

    def start(self, day: date) -> float:
        """Where a day begins; beyond the ends for days beyond the range."""
        return self.left + (day - self.since).days * self.a_day

    def noon(self, day: date) -> float:
        """The middle of a day, kept on the line."""
        return min(max(self.start(day) + self.a_day / 2, self.left), self.right)

    def stretch(self, first: date, last: date) -> tuple[float, float]:
        """From the start of the first day to the end of the last one, cut at both ends of the line."""
        begin, finish = self.start(first), self.start(last) + self.a_day
        return min(max(begin, self.left), self.right), min(max(finish, self.left), self.right)
