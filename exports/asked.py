"""What does somebody ask to take along? One table of one edition, and everything that narrows it.

Pages, files, feeds and embeds all go by this: the rows, what they are in words, and the address that leads back there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any, Self

import pyarrow as pa

import queries
from exports import address, description, parameters, rows, rule, search_rows
from exports.about import About
from exports.names import Names, names_of
from exports.tables import SORTS, TABLES
from exports.vocabulary import VOICES
from queries import streamed

Texts = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A table of an edition. Empty texts and tuples mean "any"; days that are None leave the range open.

    What means the same is the same: several values stand in order, each once, and every voice is none chosen. The
    newest edition is the one that was the newest when this was made: names, counts and rows are of one build.

    Attributes:
        edition: A collection, or one of its kept versions (see `queries.editions`).
        table: A key of `exports.TABLES`.
        raw: Whether CSV leaves text as it is that a spreadsheet could run.
    """

    edition: str
    table: str
    since: date | None = None
    until: date | None = None
    issue: str = ""
    actors: Texts = ()
    members_of: Texts = ()
    stances: Texts = ()
    kinds: Texts = ()
    attributions: Texts = ()
    source: str = ""
    event: str = ""
    voices: Texts = ()
    through: Texts = ()
    un_members_only: bool = False
    q: str = ""
    similar: bool = False
    found: Texts = ()
    country: Texts = ()
    language: Texts = ()
    raw: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "edition", queries.build(self.edition))
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, tuple):
                object.__setattr__(self, field.name, tuple(sorted(set(value))))
        if set(self.voices) >= set(VOICES):
            object.__setattr__(self, "voices", ())

    @property
    def question(self) -> str:
        """The question of `queries/` that gives the rows; empty for a search."""
        if self.table == "positions" and not self.issue:
            return "positions_on_every_issue"
        return TABLES[self.table].question

    @property
    def names(self) -> Names:
        """What the edition calls its things."""
        return names_of(self.edition)

    def only(self, **changes: Any) -> Self:
        """Ask for the same with something changed."""
        return replace(self, **changes)

    def parameters(self) -> dict[str, Any]:
        """Give the parameters of the question, but for those that `streamed` fills in; see `exports.parameters`."""
        return parameters.parameters(self)

    @property
    def is_whole(self) -> bool:
        """Whether nothing narrows it: no filter, and no day within the years that the edition spans."""
        first, last = self.names.days
        is_open = (self.since is None or self.since <= first) and (self.until is None or self.until >= last)
        narrowed = (self.issue, self.actors, self.members_of, self.stances, self.kinds, self.attributions)
        return is_open and not any((*narrowed, self.source, self.event))

    def count(self) -> int:
        """Count the rows."""
        if self.table == "search":
            return search_rows.count(self)
        if question := TABLES[self.table].counted_by:
            counted: int = queries.run_on(self.edition, question, **self.parameters())[0][0].as_py()
            return counted
        return streamed.count_on(self.edition, self.question, **self.parameters())

    def tables(self) -> Iterator[pa.Table]:
        """Give the rows piece by piece, in the same order every time."""
        if self.table == "search":
            return search_rows.tables(self)
        return streamed.stream_on(self.edition, self.question, **self.parameters())

    def schema(self) -> pa.Schema:
        """Name the columns of the pieces, and their types."""
        if self.table == "search":
            return search_rows.SCHEMA
        return streamed.schema_on(self.edition, self.question, **self.parameters())

    def rows(self) -> rows.Rows:
        """Begin to read all of it: how many rows there are, of which columns, and the pieces."""
        return rows.rows(self)

    def page(self, limit: int, offset: int = 0, sort: str = "") -> pa.Table:
        """Give a part of the rows.

        Args:
            limit: Most rows.
            offset: How many come before them.
            sort: Of statements, a key of `SORTS`; empty for the order of the file.
        """
        if self.table == "search":
            return search_rows.page(self, limit, offset)
        part = streamed.Part(limit, offset, SORTS[sort] if sort else "")
        return streamed.page_on(self.edition, self.question, part, **self.parameters())

    def words(self) -> tuple[tuple[str, str], ...]:
        """Name what narrows the rows, as a reader would; see `exports.description`."""
        return description.words(self)

    def rule(self) -> str:
        """Say the counting rule in words."""
        return rule.sentence(self.voices, self.through, self.names.actors, un_members_only=self.un_members_only)

    @property
    def place(self) -> str:
        """Name the page that shows the rows; "map" is at the root."""
        return address.place(self)

    def address(self, *, frozen: bool = True) -> address.Address:
        """Write all of it as parameters of an address; see `exports.address`."""
        return address.address(self, frozen=frozen)

    def page_url(self, home: str, *, frozen: bool = True) -> str:
        """Write the whole address of the page that shows the rows; see `exports.address`."""
        return address.page_url(self, home, frozen=frozen)

    def api_url(self, home: str, form: str = "", *, frozen: bool = True) -> str:
        """Write the whole address of the rows themselves; see `exports.address`."""
        return address.api_url(self, home, form, frozen=frozen)

    def about(self, home: str, created_at: datetime, count: int | None = None) -> About:
        """Say what a file of the rows says of itself; see `exports.description`."""
        return description.about(self, home, created_at, self.count() if count is None else count)
