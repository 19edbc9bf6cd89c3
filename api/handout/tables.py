"""The tables of handouts: positions, events, statements over time, statements."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

from api.handout.markup import Node, el
from api.handout.table import Cell, Row, dot, table, text
from charts.looks import look
from charts.positions import lines, standing
from charts.words import head_words, period_words
from exports.phrases import range_words
from exports.vocabulary import ATTRIBUTIONS, EVENT_KINDS, KINDS

Found = Mapping[str, Any]
Named = Callable[[Found], Node]
"""Writes the name of what a row is about: as a link, or as words."""


def positions(rows: Iterable[Found], labels: Mapping[str, str], named: Named) -> ET.Element:
    """Every actor with its position or its silence, as the map says it; who has a position comes first."""
    order = sorted(rows, key=lambda row: (row["stance"] is None, row["actor_name"], row["actor_id"]))
    return table(
        "Every position, then every silence, by actor",
        ("Actor", "Position", "In whose voice", "Date"),
        (_position(row, labels, named) for row in order),
        "positions",
    )


def events(rows: Iterable[Found], named: Named) -> ET.Element:
    """Every event of the range."""
    return table(
        "What happened, in order of time",
        ("Event", "Date", "Kind", "Statements in view"),
        (_event(row, named) for row in rows),
        "events",
    )


def bins(drawing: Mapping[str, Any]) -> ET.Element:
    """The statements over time, as the bars show them; those dated by month or year only after the others.

    Args:
        drawing: From `charts.timeline.drawing`.
    """
    stances = [stance["words"] for stance in drawing["stances"]]
    certain = (
        (head_words(date.fromisoformat(starts), drawing["bin"]), counts) for starts, _, _, counts in drawing["bars"]
    )
    vague = (
        (f"{period_words(*map(date.fromisoformat, (first, last)))}, no day known", c)
        for first, last, _, c in drawing["spans"]
    )
    return table(
        f"{drawing['unit']}, by stance",
        ("When", *stances, "All"),
        (
            Row([text(when), *(text(f"{count:,}") for count in counts), text(f"{sum(counts):,}")])
            for when, counts in (*certain, *vague)
        ),
        "bins",
    )


def statements(rows: Iterable[Found], named: Named, *, with_issue: bool) -> ET.Element:
    """Statements in the order given.

    Args:
        rows: Of the table of statements.
        named: Links to the statement.
        with_issue: Whether they are on more issues than one.
    """
    issue = ("Issue",) if with_issue else ()
    return table(
        "Statements, newest first",
        ("Actor", "Date", "Stance", "What was said, in our words", *issue, "Evidence"),
        (statement(row, named, with_issue=with_issue) for row in rows),
        "statements",
    )


def stance(row: Found) -> Cell:
    """The stance of a statement in words, with its colour."""
    return Cell([dot(f"{row['stance']}-own"), row["stance_label"]])


def evidence(row: Found) -> str:
    """How good the evidence of a statement is, in words: a roll call is a list too, but the strongest there is."""
    best = "Recorded vote" if row["kind"] == "vote" else ATTRIBUTIONS[row["attribution"]]
    others = row["count_sources"] - 1
    return f"{best}, and {others:,} more" if others else best


def _position(row: Found, labels: Mapping[str, str], named: Named) -> Row:
    said, (fill, *_) = lines(row, labels), look(standing(row))
    words, voice, when = (*said[1:], "", "")[:3]
    return Row([Cell([named(row)]), Cell([dot(fill), words]), text(voice), text(when)], f"actor-{row['actor_id']}")


def _event(row: Found, named: Named) -> Row:
    first, last = row["start_date"], row["end_date"]
    when = range_words(first, last) if last else f"from {range_words(first, first)}, end not recorded"
    cells = [Cell([named(row)]), Cell([when], first.isoformat()), text(EVENT_KINDS[row["kind"]])]
    return Row([*cells, text(f"{row['count_statements']:,}")], f"event-{row['event_id']}")


def statement(row: Found, named: Named, *, with_issue: bool) -> Row:
    """One of `statements`; its last cell says how good the evidence is."""
    speaker = f", {row['speaker']}" if row["speaker"] else ""
    said: list[Node] = [row["summary"], el("b", " Doubtful: ", row["doubt"], ".") if row["doubt"] else None]
    cells = [
        Cell([named(row), speaker, el("small", f" {KINDS[row['kind']]}")]),
        Cell([row["date_label"]], row["counts_on"].isoformat()),
        stance(row),
        Cell(said),
    ]
    issue = [text(row["issue_title"])] if with_issue else []
    return Row([*cells, *issue, text(evidence(row))], f"statement-{row['statement_id']}")
