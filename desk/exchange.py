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

_SCORED = {"actor_id", "stance", "kind", "date", "start", "end"}
_PLAIN_ID = re.compile(r"[A-Z0-9]{2,9}")


class UnreadableLine(ValueError):
    """A line is not an article in this form; the message says which line of which file, and what is wrong."""


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Read the articles of a file.

    Raises:
        UnreadableLine: a line is not JSON, or lacks what an article needs.
    """
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if line.strip():
            try:
                found = json.loads(line)
                article(found)
            except KeyError as error:
                raise UnreadableLine(_refusal(path, number, f"it has no {error}")) from error
            except (ValueError, TypeError, RecursionError) as error:
                raise UnreadableLine(_refusal(path, number, str(error))) from error
            yield found


def scored(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Read the records of the articles of a file, by the id of the article.

    Raises:
        UnreadableLine: as `lines`, or a record lacks what is scored.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for number, line in enumerate(lines(path), start=1):
        held: Any = line.get("records")
        is_whole = isinstance(held, list) and all(isinstance(each, dict) and each.keys() >= _SCORED for each in held)
        if not is_whole or "id" not in line:
            missing = f"article {number} has no id, or no list of records with {', '.join(sorted(_SCORED))}"
            raise UnreadableLine(f"{path.name}: {missing}; see docs/desk.md.")
        found[line["id"]] = held
    return found


def article(found: Mapping[str, Any]) -> Article:
    """The article of a line."""
    texts = {"text": found["text"], "title": found.get("title") or "", "publisher": found.get("publisher") or ""}
    for name, text in texts.items():
        if not isinstance(text, str):
            raise TypeError(f"its {name} is no text")
    return Article(published=date.fromisoformat(found["published"]), **texts)


def _refusal(path: Path, number: int, why: str) -> str:
    return f"{path.name}:{number}: is not an article ({why}); see docs/desk.md."


def write(path: Path, articles: Iterable[Mapping[str, Any]]) -> None:
    """Write articles, all of them or, on any error, nothing.

    Raises:
        OSError: the file cannot be written.
    """
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in articles)
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def outer_id(actor_id: str) -> str:
    """The id that an actor of the collection has in this form."""
    return tables.exchange_ids().get(actor_id, actor_id)


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
        for actor in [outer_id(proposal.actor_id)]
    ]
