"""What a drawing of stance lines is made from, and how statements and stances are called in it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

Row = Mapping[str, Any]
Drawing = dict[str, Any]
Form = Literal["word", "vote", "listed"]

LEVELS = ("support", "neutral", "oppose")
"""Stances by the height at which they are drawn, from the top."""


class Lane(NamedTuple):
    """How one actor stood on one issue.

    Attributes:
        title: The issue's title.
        note: Whose lane it is where two actors are compared, else empty.
        labels: The issue's words for support, oppose and neutral.
        history: Rows of `position_history` for this actor and issue.
        statements: Rows of `statements_in_view` for this actor and issue.
    """

    title: str
    note: str
    labels: Mapping[str, str]
    history: Sequence[Row]
    statements: Sequence[Row]


class Frame(NamedTuple):
    """What all lanes share.

    Attributes:
        since: First day of the axis.
        until: Last day of the axis.
        shaded: First and last of the reader's own dates, None for none.
        title: The actor's name.
    """

    since: date
    until: date
    shaded: tuple[date, date] | None
    title: str


def form(statement: Row) -> Form:
    """How a statement is marked. A vote is the actor's own act also where a list of votes is all that is on record."""
    if statement["kind"] == "vote":
        return "vote"
    return "listed" if statement["attribution"] == "listed" else "word"


def fill(stance: str, is_listed: bool) -> str:
    """The name of a stance's colour by the strength of its evidence."""
    return f"{stance}-{'listed' if is_listed else 'own'}"


def shortened(text: str, most: int = 240) -> str:
    """A text of one line, cut between words where it is longer than a note can be."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]}…"
