"""Which questions of the app are there to begin with, filled in with what the reader is looking at?"""

from collections.abc import Mapping
from typing import Any

import exports
from exports.tables import ALWAYS
from queries import UnknownVersion
from queries.console.literals import filled
from queries.contracts import contract, questions
from ui.view import View

# What only a part of the app asks, in pieces that mean nothing by themselves.
APART = ("fetched", "held", "index", "texts_of", "headings", "fields", "documents")
FIRST = (
    "positions_as_of",
    "statements_in_order",
    "statements_by_stance",
    "events_in_range",
    "position_changes",
    "words_against_votes",
)
MOST_ROWS = 1_000


def names() -> list[str]:
    """List the questions, those that most readers ask first."""
    others = [name for name in questions() if name not in FIRST and not name.startswith(APART)]
    return [*FIRST, *others]


def title(name: str) -> str:
    """Say what a question answers, as its file does."""
    return contract(name).question


def of_view(name: str, view: View) -> str:
    """Write a question with the filters of the frame in it; what these do not say stays open."""
    return filled(name, _values(view.asked("positions")) | _values(view.asked("statements")))


def of_table(table: str, texts: Mapping[str, list[str]], view: View) -> str:
    """Write the question that gives the rows of a table which somebody looks at.

    Args:
        table: A key of `exports.TABLES` that has a question.
        texts: The address, whose parameters narrow it; where they are none of the table's, the frame's filters do.
        view: These.
    """
    takes = (*exports.TABLES[table].takes, *ALWAYS)
    try:
        asked = exports.asked_of(table, {name: [*given] for name, given in texts.items() if name in takes})
    except (exports.Unusable, UnknownVersion):
        asked = view.asked(table)
    return filled(asked.question, _values(asked))


def _values(asked: exports.Asked) -> dict[str, Any]:
    return {
        "first_row": 0,
        "past_row": MOST_ROWS,
        "limit": MOST_ROWS,
        "offset": 0,
        "sort": "newest",
    } | asked.parameters()
