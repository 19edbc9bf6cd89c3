"""How do articles and their records stand in JSON lines, one article a line?

    {"id", "title", "published", "publisher", "text", "records": [{"actor_id", "speaker", "target", "stance", "kind",
    "date", "date_basis", "start", "end", "excerpt"}]}

Actors have the ids of that form there (desk/records/exchange_ids.csv); bodies and groups of the collection that it
has no ids for are left out. A proposal adds rule, cues, confidence and issue_id.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from desk import tables
from desk.articles import Article, Proposal

_PLAIN_ID = re.compile(r"[A-Z0-9]{2,9}")


class UnreadableLine(ValueError):
    """A line is not an article in this form; the message says which line of which file, and what is wrong."""


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Read the articles of a file.

    Raises:
        UnreadableLine: a line is not JSON, or lacks what an article needs.
    """
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                try:
                    found = json.loads(line)
                    article(found)
                except (ValueError, KeyError, TypeError) as error:
                    raise UnreadableLine(
                        f"{path.name}:{number}: is not an article ({error}); see docs/desk.md."
                    ) from error
                yield found


def article(found: Mapping[str, Any]) -> Article:
    """The article of a line."""
    return Article(
        text=found["text"],
        published=date.fromisoformat(found["published"]),
        title=found.get("title") or "",
        publisher=found.get("publisher") or "",
    )


def records(proposals: Iterable[Proposal]) -> list[dict[str, Any]]:
    """Proposals as records of a line."""
    return [
        {
            **asdict(proposal),
            "actor_id": actor,
            "target": None,
            "date": proposal.date.isoformat() if proposal.date else None,
        }
        for proposal in proposals
        if _PLAIN_ID.fullmatch(proposal.actor_id) or proposal.actor_id in tables.exchange_ids()
        for actor in [tables.exchange_ids().get(proposal.actor_id, proposal.actor_id)]
    ]
