"""Which columns tell the rows of a table apart, and which lead to another table?

The same in every collection, and the same as in data/records/*.yml, which only the build reads: a test compares them.
"""

from typing import NamedTuple


class Reference(NamedTuple):
    """One column whose values are ids of rows of another table, or of the same one."""

    column: str
    table: str
    id: str


class Keys(NamedTuple):
    """What a table is joined by.

    Attributes:
        key: Columns that together no two rows share.
        references: Columns that lead elsewhere; an empty cell leads nowhere.
        is_complete: Whether no column of the key is ever empty, as a primary key asks for.
    """

    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    is_complete: bool = True


KEYS = {
    "actors": Keys(("actor_id",), (Reference("represents", "actors", "actor_id"),)),
    "memberships": Keys(
        ("actor_id", "organisation_id", "joined"),
        (Reference("actor_id", "actors", "actor_id"), Reference("organisation_id", "actors", "actor_id")),
        is_complete=False,
    ),
    "issues": Keys(("issue_id",), (Reference("words_issue_id", "issues", "issue_id"),)),
    "events": Keys(
        ("event_id",), (Reference("source_id", "sources", "source_id"), Reference("roll_call_of", "actors", "actor_id"))
    ),
    "sources": Keys(("source_id",)),
    "statements": Keys(
        ("statement_id",),
        (
            Reference("actor_id", "actors", "actor_id"),
            Reference("event_id", "events", "event_id"),
            Reference("issue_id", "issues", "issue_id"),
        ),
    ),
    "evidence": Keys(
        ("statement_id", "source_id", "exact"),
        (Reference("statement_id", "statements", "statement_id"), Reference("source_id", "sources", "source_id")),
        is_complete=False,
    ),
    "coverage": Keys(
        ("event_id", "issue_id", "actor_id", "searched_on"),
        (
            Reference("event_id", "events", "event_id"),
            Reference("issue_id", "issues", "issue_id"),
            Reference("actor_id", "actors", "actor_id"),
        ),
        is_complete=False,
    ),
    "corrections": Keys(("date", "table", "id", "what")),
}
"""By table, in the order in which a package names them."""
