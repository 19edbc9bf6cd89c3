"""What a map, a timeline and a table of a view show: the rows, the drawing, and the answer in a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import queries
from charts import map as charted
from charts import timeline
from exports import Asked, answers
from exports.phrases import range_words
from exports.vocabulary import STANCES

Row = dict[str, Any]


@dataclass(frozen=True)
class Scene:
    """A table of a view, and what can be said of it.

    Attributes:
        asked: The table, and all that narrows it.
    """

    asked: Asked

    @cached_property
    def rows(self) -> list[Row]:
        """Every row of the table, in the order of the files."""
        return [row for piece in self.asked.tables() for row in piece.to_pylist()]

    @cached_property
    def issue(self) -> Row | None:
        """The issue in view, as `issues` has it; None where that is every issue."""
        found: list[Row] = self.ask("issues")
        return next((row for row in found if row["issue_id"] == self.asked.issue), None)

    @property
    def labels(self) -> dict[str, str]:
        """The words for each stance: the issue's own, or what they are called on every issue."""
        if self.issue is None:
            return STANCES
        return {stance: self.issue[f"{stance}_label"] for stance in STANCES}

    @property
    def title(self) -> str:
        """The issue by its name."""
        return self.issue["title"] if self.issue else "Every issue"

    @property
    def days(self) -> str:
        """The range in words."""
        first, last = self.asked.names.days
        return range_words(self.asked.since or first, self.asked.until or last)

    @property
    def narrowed(self) -> str:
        """The filters besides dates, issue and counting rule, in words; empty where there are none."""
        kept = (each for each in self.asked.words() if each[0] not in ("Dates", "Issue", "Counting rule"))
        return "; ".join(f"{name.lower()}: {value}" for name, value in kept)

    def view(self) -> dict[str, Any]:
        """The parameters of every question about a view."""
        return self.asked.only(table="events").parameters()

    def ask(self, question: str, **parameters: Any) -> list[Row]:
        """Ask a question of the edition."""
        found: list[Row] = queries.run_on(self.asked.edition, question, **parameters).to_pylist()
        return found


class MapScene(Scene):
    """Positions on an issue as of a day."""

    @cached_property
    def rows(self) -> list[Row]:
        """Every position and silence, with the lending organisations named."""
        actors = self.asked.names.actors
        return [row | {"through": [actors[lender] for lender in row["through"] or []]} for row in super().rows]

    def answer(self) -> str:
        """Say the figures in a sentence."""
        asked = self.asked
        whole = not (asked.stances or asked.kinds or asked.attributions or asked.source)
        return answers.positions(self.rows, self.issue or {}, nothing_left_out=whole)

    def drawing(self) -> Mapping[str, Any]:
        """Give the map."""
        return charted.positions(self.rows, self.labels)

    def counted(self) -> str:
        """Say what is counted."""
        only = f" Only {self.narrowed}." if self.narrowed else ""
        return f"{self.days}. Counted: {self.asked.rule()}.{only}"


class TimelineScene(Scene):
    """Events, and the statements of the view in bins."""

    @cached_property
    def bins(self) -> list[Row]:
        """The statements counted in bins that follow the range."""
        return self.ask("statements_per_bin", **self.view(), bin=self._size)

    def answer(self) -> str:
        """Say the figures in a sentence."""
        return answers.timeline(self.bins, self.rows, self._range, self._size)

    def drawing(self) -> Mapping[str, Any]:
        """Give the timeline."""
        return timeline.drawing(self.bins, self.rows, timeline.Frame(*self._range, self.labels))

    def counted(self) -> str:
        """Say what is counted."""
        return f"{self.days}. Counted: {f'only {self.narrowed}' if self.narrowed else 'every statement'}."

    @property
    def _range(self) -> tuple[Any, Any]:
        # Outside of the years of the collection there is nothing to draw, and after the last day of the calendar none.
        first, last = self.asked.names.days
        since, until = self.asked.since or first, self.asked.until or last
        return min(max(since, first), last), max(min(until, last), first)

    @property
    def _size(self) -> timeline.Bin:
        return timeline.bin_for(*self._range)


class TableScene(Scene):
    """Statements."""

    def answer(self) -> str:
        """Say the figures in a sentence."""
        size = self.ask("view_size", **self.view())[0]
        return answers.statements(self.ask("statements_by_stance", **self.view()), size)

    def counted(self) -> str:
        """Say what is counted."""
        return f"{self.days}. Shown: {f'only {self.narrowed}' if self.narrowed else 'every statement'}."
