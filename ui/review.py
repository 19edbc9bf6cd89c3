"""What of an article is under review: its text, the statements proposed from it, and what has been decided so far?"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Protocol

from ui import collections, names
from ui.places import place_at, unit_at, units
from ui.review_rows import LONGEST, MOST_ROWS, Row, UnusableRow, row


class Proposed(Protocol):
    """A statement as the desk proposes it; see `desk.articles.Proposal`."""

    @property
    def actor_id(self) -> str: ...  # noqa: D102
    @property
    def issue_id(self) -> str | None: ...  # noqa: D102
    @property
    def stance(self) -> str | None: ...  # noqa: D102
    @property
    def speaker(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def date(self) -> date | None: ...  # noqa: D102
    @property
    def date_basis(self) -> str | None: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def rule(self) -> str: ...  # noqa: D102
    @property
    def cues(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def confidence(self) -> float: ...  # noqa: D102


@dataclass(frozen=True)
class Submitted:
    """A text that somebody brought, and what is known of it; places in it count code points."""

    text: str
    title: str
    published: date
    language: str


@dataclass(frozen=True)
class Review:
    """An article under review. `heard` is the last change of the page that is in `rows`."""

    version: str
    collection_id: str
    submitted: Submitted
    proposed: tuple[Mapping[str, Any], ...]
    rows: tuple[Row, ...]
    heard: int = 0

    def rest(self) -> "Review | None":
        """What nobody has decided on, as a review of its own; None where there is nothing."""
        rows = tuple(each for each in self.rows if each.decision == "open")
        return replace(self, version=uuid.uuid4().hex, rows=rows, heard=0) if rows else None

    def accepted(self) -> tuple[Row, ...]:
        """The rows that are to be saved."""
        return tuple(each for each in self.rows if each.decision == "accepted")

    def take(self, number: int, rows: Sequence[object]) -> "Review":
        """Take what the page reports.

        Raises:
            UnusableRow: it is not what our own page writes.
        """
        length = len(units(self.submitted.text))
        if number <= self.heard:
            return self
        found = tuple(row(each, length // 2) for each in rows)
        if len({each.key for each in found}) < len(found):
            raise UnusableRow
        return replace(self, rows=found, heard=number)


def begun(submitted: Submitted, proposals: Iterable[Proposed]) -> Review:
    """Begin the review of an article with what the desk proposes.

    Raises:
        ValueError: that is more than anybody could review.
    """
    # Whoever this collection does not know takes no stance in it; an issue that it does not know is left open.
    known = (each for each in proposals if each.actor_id in names.actor_names())
    found = sorted(known, key=lambda each: (each.start, each.end, each.issue_id or "", each.actor_id))
    if len(found) > MOST_ROWS:
        raise ValueError(f"{len(found):,} statements were found, more than can be reviewed at once; bring it in parts.")
    rows = tuple(_row(key, each, submitted.text) for key, each in enumerate(found, start=1))
    return Review(uuid.uuid4().hex, collections.collection(), submitted, tuple(_plain(each) for each in found), rows)


def span(text: str, row: Row) -> tuple[int, int]:
    """Give the words of a row, in code points."""
    return place_at(text, row.start), place_at(text, row.end)


def _row(key: int, proposal: Proposed, text: str) -> Row:
    actor = names.actor_names()[proposal.actor_id]
    is_listed = proposal.kind == "listed"
    return Row(
        key=key,
        start=unit_at(text, proposal.start),
        end=unit_at(text, proposal.end),
        actor=proposal.actor_id,
        issue=proposal.issue_id if proposal.issue_id and proposal.issue_id in names.issues() else "",
        stance=proposal.stance or "",
        date=proposal.date.isoformat() if proposal.date else "",
        speaker="" if is_listed or proposal.speaker == actor else one_line(proposal.speaker)[: LONGEST["speaker"]],
        attribution="listed" if is_listed else "press",
    )


def one_line(text: str) -> str:
    """Write a text as a cell of the records: with single blanks for all white space."""
    return " ".join(text.split())


def _plain(proposal: Proposed) -> dict[str, Any]:
    """A proposal in plain values, as it is kept beside what became of it."""
    return {
        "actor_id": proposal.actor_id,
        "issue_id": proposal.issue_id,
        "stance": proposal.stance,
        "kind": proposal.kind,
        "speaker": proposal.speaker,
        "date": proposal.date.isoformat() if proposal.date else None,
        "date_basis": proposal.date_basis,
        "start": proposal.start,
        "end": proposal.end,
        "rule": proposal.rule,
        "cues": [*proposal.cues],
        "confidence": proposal.confidence,
    }


def plain_row(text: str, row: Row) -> dict[str, Any]:
    """A row in plain values, its places in code points."""
    start, end = span(text, row)
    return {**asdict(row), "start": start, "end": end}
