"""A statement as something to cite: who took the position, our summary of it, and the sources that carry it.

The author is who spoke and for whom. The title is ours, so it stands in square brackets, as descriptions of untitled
works do. The larger work that it is found in is the collection, and the address shows it as this version has it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import queries
from exports.citations import held
from exports.citations.source import line, published
from exports.citations.speakers import author
from exports.citations.work import Issued, Work
from exports.vocabulary import ATTRIBUTIONS, KINDS

Row = Mapping[str, Any]


def of_statement(edition: str, statement_id: str, home: str, accessed: date) -> Work:
    """Say what a statement is, and on what it rests.

    Args:
        edition: A collection, or one of its kept versions.
        statement_id: Of the statement.
        home: Address of the app, with a slash at its end.
        accessed: The day of today.

    Raises:
        UnknownWork: the edition has no such statement.
    """
    row = held.row(edition, "statement", statement_id)
    evidence = _once_a_source(
        queries.run_on(edition, "evidence_of_statements", statement_ids=[statement_id]).to_pylist()
    )
    sources = tuple(_source(each, home, accessed) for each in evidence)
    shown = {"issue": row["issue_id"], "statement": statement_id}
    return Work(
        kind="statement",
        id=statement_id,
        title=f"[{_without_stop(row['summary'])}]",
        authors=(author(row["speaker"], row["actor_name"]),),
        actor=row["actor_name"],
        issued=Issued(row["date"], row["date_precision"]),
        url=held.permalink(edition, f"{home}statements", shown),
        accessed=accessed,
        genre=KINDS[row["kind"]],
        note=_note(row, [each["attribution"] for each in evidence], sources),
        abstract=row["summary"],
        keywords=(row["issue_title"], row["stance_label"]),
        sources=sources,
        home=home,
        **held.part_of(edition),
    )


def _note(statement: Row, attributions: Iterable[str], sources: Iterable[Work]) -> str:
    """Say what a checker needs: that the words are ours, what is doubtful, and every source."""
    doubt = f" Doubtful: {statement['doubt']}." if statement["doubt"] else ""
    told = ["Recorded vote" if statement["kind"] == "vote" else ATTRIBUTIONS[how] for how in attributions]
    known = [f"{how}: {line(source)}" for how, source in zip(told, sources, strict=True)]
    rests = f" Rests on: {'; '.join(known)}" if known else ""
    return f"The title is a summary in the words of {held.PUBLISHER}, no quotation.{doubt}{rests}"


def _source(row: Row, home: str, accessed: date) -> Work:
    return Work(
        kind="source",
        id=row["source_id"],
        title=row["source_title"],
        publisher=row["publisher"],
        issued=published(row),
        url=row["url"],
        accessed=accessed,
        language=row["language"],
        home=home,
    )


def _once_a_source(evidence: Sequence[Row]) -> list[Row]:
    """Keep the first passage of each source."""
    return [*{row["source_id"]: row for row in reversed(evidence)}.values()][::-1]


def _without_stop(summary: str) -> str:
    """Take the full stop off a sentence, but not off an abbreviation at its end."""
    letter_before = summary[-2:-1]
    return summary.removesuffix(".") if not letter_before.isupper() or summary[-3:-2].isalpha() else summary
