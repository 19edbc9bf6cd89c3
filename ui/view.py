"""The reader's view: what the filters say, as parameters for the questions and in words."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Self

import streamlit as st

from exports import Asked
from exports.phrases import count_words, range_words
from ui import collections, names, rows
from ui.address import Address, write
from ui.parameters import defaults, parameters
from ui.shelf import fixed


@dataclass(frozen=True)
class View:
    """Which statements the reader looks at. Empty lists and texts mean "any"."""

    since: date
    until: date
    issue: str
    actors: list[str]
    members_of: list[str]
    stances: list[str]
    kinds: list[str]
    attributions: list[str]
    source: str

    @classmethod
    def from_session(cls) -> Self:
        """Read the view that the filters of the frame hold."""
        state = st.session_state
        return cls(
            since=state["from"],
            until=state["to"],
            issue="" if state["issue"] == names.EVERY_ISSUE else state["issue"],
            actors=state["actor"],
            members_of=state["org"],
            stances=state["stance"],
            kinds=state["kind"],
            attributions=state["attribution"],
            source=state["source"] or "",
        )

    def key(self) -> tuple[object, ...]:
        """Give all of it as part of what a thing is kept by (see `collections.copied`)."""
        return tuple(fixed(getattr(self, field.name)) for field in fields(self))

    def parameters(self) -> dict[str, Any]:
        """Give the parameters that every question about a view takes; None for "any"."""
        return self.asked("events").parameters()

    def address(self, /, **more: Any) -> Address:
        """Write the view as an address, with further parameters added."""
        values = {
            "from": self.since,
            "to": self.until,
            "issue": self.issue or names.EVERY_ISSUE,
            "actor": self.actors,
            "org": self.members_of,
            "stance": self.stances,
            "kind": self.kinds,
            "attribution": self.attributions,
            "source": self.source or None,
        }
        return write(defaults() | values | more, parameters())

    def words(self) -> list[tuple[str, str]]:
        """Name each filter that is set and its value, as a reader would: dates and issue always."""
        return [*self.asked("statements").words()]

    def asked(self, table: str, **more: Any) -> Asked:
        """Ask for a table of this view, to take along.

        Args:
            table: A key of `exports.TABLES`.
            **more: What narrows it further, by the names of `Asked`.
        """
        return Asked(
            edition=collections.chosen(),
            table=table,
            since=self.since,
            until=self.until,
            issue=self.issue,
            actors=tuple(self.actors),
            members_of=tuple(self.members_of),
            stances=tuple(self.stances),
            kinds=tuple(self.kinds),
            attributions=tuple(self.attributions),
            source=self.source,
            **more,
        )

    def is_whole(self) -> bool:
        """Tell whether nothing but dates, issue and actors narrows the view, so that absence means something."""
        return not (self.stances or self.kinds or self.attributions or self.source)

    def size(self) -> dict[str, int]:
        """Count the statements in view and their actors: count_statements, count_actors."""
        return rows.records("view_size", **self.parameters())[0]

    def sentence(self) -> str:
        """Say what is shown: 154 statements by 61 actors, 1 March to 30 April 2020."""
        size = self.size()
        if not size["count_statements"]:
            return f"nothing, {range_words(self.since, self.until)}"
        shown = (
            f"{count_words(size['count_statements'], 'statement')} by {count_words(size['count_actors'], 'actor')}, "
            f"{range_words(self.since, self.until)}"
        )
        narrowed = [f"{name.lower()}: {value}" for name, value in self.words()[2:]]
        return shown + (f" (only {'; '.join(narrowed)})" if narrowed else "")

    @classmethod
    def whole(cls) -> Self:
        """Give the view that nothing narrows: every statement of the collection."""
        return cls(*names.first_and_last_day(), "", [], [], [], [], [], "")

    def only(self, **changes: Any) -> Self:
        """Give the same view with some filters changed."""
        return replace(self, **changes)
