"""What goes into a kit, and how its parts name each other: by fragments, since there is no server to ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import groupby
from typing import Any, Self
from urllib.parse import quote

import exports
from api.handout.scenes import MapScene, Row, TableScene, TimelineScene
from charts import shapes
from exports.about import About
from exports.tables import ALWAYS
from exports.values import one

WORLD = "world"
_OWN = ("view",)
_PARTS = ("statements", "positions", "events", "evidence", "sources")


@dataclass(frozen=True, kw_only=True)
class Kit:
    """A view to take along.

    Attributes:
        parts: What is asked for, by table: each narrowed by what it takes of the address.
        part: The part of the world that the map shows.
        home: Address of the app, with a slash at its end.
        made_at: UTC, whole seconds.
    """

    parts: dict[str, exports.Asked]
    part: str
    home: str
    made_at: datetime

    @classmethod
    def of(cls, texts: dict[str, Sequence[str]], home: str, made_at: datetime) -> Self:
        """Read it from the parameters of an address.

        Raises:
            Unusable: a parameter is none that a kit takes, or its text no value of it.
            UnknownVersion: that version of the collection was not kept.
        """
        # Map and timeline cannot be narrowed to the statements on one event.
        takes = {name for table in _PARTS for name in exports.TABLES[table].takes} - {"event"} | {*ALWAYS, *_OWN}
        for name in texts.keys() - takes:
            raise exports.Unusable(name, "", f"A kit does not take “{name[:60]}”; it takes {', '.join(sorted(takes))}.")
        if texts.get("as_of") and not texts.get("to"):
            texts = {name: found for name, found in texts.items() if name != "as_of"} | {"to": texts["as_of"]}
        parts = {table: exports.asked_of(table, _taken(table, texts)) for table in _PARTS}
        part = one(texts, "view", shapes.picture()["views"], default=WORLD)
        return cls(parts=parts, part=part, home=home, made_at=made_at)

    @property
    def asked(self) -> exports.Asked:
        """The statements, which are what the kit is of."""
        return self.parts["statements"]

    @cached_property
    def about(self) -> About:
        """What the kit says of its statements."""
        return self.asked.about(self.home, self.made_at)

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """The same, and the SHA-256 of the statements as CSV."""
        return exports.manifest(self.asked.tables(), self.asked.schema(), self.about)

    @cached_property
    def statements(self) -> TableScene:
        """The statements in view."""
        return TableScene(self.asked)

    @cached_property
    def map(self) -> MapScene | None:
        """The positions; none where more issues than one are in view."""
        asked = self.parts["positions"]
        return MapScene(asked) if asked.issue else None

    @cached_property
    def timeline(self) -> TimelineScene:
        """The events and the statements over time."""
        return TimelineScene(self.parts["events"])

    @cached_property
    def evidence(self) -> dict[str, list[Row]]:
        """What each statement rests on, by its id."""
        rows = (row for piece in self.parts["evidence"].tables() for row in piece.to_pylist())
        return {key: [*found] for key, found in groupby(rows, lambda row: row["statement_id"])}

    @cached_property
    def sources(self) -> list[Row]:
        """The sources that carry the statements."""
        found = [row for piece in self.parts["sources"].tables() for row in piece.to_pylist()]
        return [row for row in found if row["count_statements"]]


def anchor(kind: str, thing_id: str) -> str:
    """Write a link to a thing within the kit."""
    return f"#{kind}-{quote(thing_id, safe='')}"


def _taken(table: str, texts: dict[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    takes = (*ALWAYS, *exports.TABLES[table].takes)
    return {name: found for name, found in texts.items() if name in takes}
