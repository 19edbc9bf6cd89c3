"""Two positions beside each other, each with what was said."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from ui import evidence, links, rows

Row = Mapping[str, Any]


def pair(earlier: tuple[str, Sequence[str]], later: tuple[str, Sequence[str]]) -> str:
    """Write two positions as HTML, the earlier one first.

    Args:
        earlier: Its heading, and the ids of the statements it rests on; none where there is no position.
        later: The same of the later one.
    """
    return f"<div class='pair'>{_column(*earlier)}{_column(*later)}</div>"


def _column(heading: str, statement_ids: Sequence[str]) -> str:
    found = rows.records("statements_by_id", statement_ids=[*statement_ids]) if statement_ids else []
    said = "".join(map(_said, found)) or "<p class='note'>Nothing on record.</p>"
    return f"<div><p class='passage'>{escape(heading)}</p>{said}</div>"


def _said(statement: Row) -> str:
    where = {"statement": statement["statement_id"], "issue": statement["issue_id"]}
    return f"{evidence.claim(statement)}<p class='note'>{links.anchor('statements', 'Evidence', **where)}</p>"
