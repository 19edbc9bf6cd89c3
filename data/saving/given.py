"""What is handed over to be saved, and what comes back?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class NewStatement:
    """A statement that was confirmed, with the passage that it rests on.

    `cells` are the columns of statements.csv but statement_id; `evidence` holds attribution and locator. `span` is the
    passage in the text of the addition, in code points; None, or no text, means no passage. `held_id` names a
    statement that is there already: it only gets the evidence, and `cells` do not count.
    """

    cells: Mapping[str, str]
    evidence: Mapping[str, str]
    span: tuple[int, int] | None
    held_id: str | None = None


@dataclass(frozen=True)
class Addition:
    """A source and the statements that were confirmed in it.

    `source` is a row of sources.csv: an empty source_id asks for one made of publisher, day and title, and one that is
    there already means that source. `text` is the full text if it may be published with the collection. `reviewed_by`
    is how whoever confirmed wants to be named. `review` is kept as JSON: what was proposed and what became of it.
    """

    source: Mapping[str, str]
    text: str | None
    statements: Sequence[NewStatement]
    reviewed_by: str
    review: Mapping[str, Any]


@dataclass(frozen=True)
class Correction:
    """What is to become of one published statement.

    `seen` is its row as the editor saw it; `cells` is the new row but statement_id, or None, which retracts it with its
    evidence. `reported_by` may be empty.
    """

    statement_id: str
    seen: Mapping[str, str]
    cells: Mapping[str, str] | None
    why: str
    reported_by: str
    edited_by: str


@dataclass(frozen=True)
class Saved:
    """A save, its source (empty for a correction), and the statements that are new or were corrected by it."""

    save_id: str
    source_id: str
    statement_ids: tuple[str, ...]


class ChangedMeanwhile(Exception):
    """Somebody else changed what this was about; the sentence says what, and what to do."""
