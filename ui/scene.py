"""What the map page shows: positions as of a day, or what changed since another, in words, figures and a drawing."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

import streamlit as st

from charts import map as charted
from ui import answers, collections, comparison, names, rows, rules
from ui.shelf import fixed
from ui.view import View

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Scene:
    """One state of the map page. What is made of its rows is kept, so that most runs need not look at them.

    Attributes:
        view: The filters, as of the day of the map.
        issue: From `issues`.
        before: The day to compare with, None for none.
        key: All that the reader has chosen which changes any of this, to keep by it what is made of it.
    """

    view: View
    issue: Row
    before: date | None
    key: tuple[object, ...]

    @classmethod
    def of_session(cls) -> Self | None:
        """Read what the reader has chosen; none where that is every issue at once."""
        view = view_of_the_day()
        if not view.issue:
            return None
        before, rule = comparison.day(view), tuple(fixed(value) for value in rules.chosen().values())
        # Playing looks at the whole range, whatever day the map shows.
        key = (view.key(), View.from_session().key(), before, rule)
        return cls(view, names.issue(view.issue), before, key)

    def positions(self) -> list[dict[str, Any]]:
        """Give every actor's position as of the last day of the view; see `positions`."""
        return positions(self.view)

    @property
    def compared(self) -> list[dict[str, Any]]:
        """From `comparison.found`; empty without a day to compare with."""
        return comparison.found(self.view, self.before) if self.before else []

    def count(self) -> int:
        """Count the positions."""
        return collections.copied(("count", self.key), lambda: len(self.positions()))

    def has_positions(self) -> bool:
        """Tell whether anybody has a position, on any of the days that are looked at."""
        held = collections.copied(("held", self.key), lambda: any(row["stance"] for row in self.positions()))
        return held or bool(self.before)

    def answer(self) -> str:
        """Say the figures in a sentence."""
        return collections.copied(("answer", self.key), self._answer)

    def _answer(self) -> str:
        if self.before:
            return comparison.answer(self.compared, self.view, self.before)
        return answers.positions(self.positions(), self.issue, self.view)

    def drawing(self) -> charted.Drawing:
        """Give the map: of the differences, or of the day, with every day in range on which something changed."""
        drawing: charted.Drawing = json.loads(self.written())
        return drawing

    def written(self) -> str:
        """Give the map as JSON: who only may draw it later holds a tenth of what it takes in pieces."""
        return collections.copied(("map", self.key), lambda: json.dumps(self._drawn()))

    def _drawn(self) -> charted.Drawing:
        labels = names.stance_labels(self.issue)
        if self.before:
            return charted.differences(self.compared, labels)
        changes = rows.records("position_changes", **View.from_session().parameters(), **rules.chosen())
        return charted.positions(self.positions(), labels, changes)


def view_of_the_day() -> View:
    """Give the reader's view as of the day at which the map stands: the last of the range, or one within it."""
    view, at = View.from_session(), st.session_state["at"]
    return view.only(until=at) if at and view.since <= at < view.until else view


def positions(view: View) -> list[dict[str, Any]]:
    """Give every actor's position as of the last day of the view, with the lending organisations named."""
    actors = names.actor_names()
    found = rows.records("positions_as_of", **view.parameters(), **rules.chosen())
    return [row | {"through": [actors[lender] for lender in row["through"] or []]} for row in found]
