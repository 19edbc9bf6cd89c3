"""An article beside the statements that are proposed from it, to accept, correct, drop or add, by mouse or by keys.

What is decided is held in the browser, and told to Python as a whole with each change: a report that comes late or
not at all loses nothing. `ui.script` puts the modules together.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import streamlit as st

from charts.theme import css_variables
from exports.vocabulary import ATTRIBUTIONS, KINDS, PRECISIONS
from ui import names, reports, review_words, script
from ui.held import Held
from ui.review import Review
from ui.review_rows import MOST_ROWS

MODULES = (
    "drawn/elements",
    "drawn/mounts",
    "drawn/selection",
    "rows",
    "article",
    "card",
    "fields",
    "cards",
    "adding",
    "bulk",
    "board",
    "main",
)
FOLDER = Path(__file__).parent
KEY = "review-board"


def show(
    review: Review, publisher: str, held: Mapping[int, list[Held]], on_review: Callable[[int, list[Any]], None]
) -> None:
    """Show an article under review.

    Args:
        review: The article, and what was decided so far.
        publisher: Of the article, for the words of its summaries; empty where nobody has said.
        held: Statements that are held already and like a row, by its key.
        on_review: Hears of each change, before the next run: its number, and all rows.
    """
    first, last = names.first_and_last_day()
    submitted = review.submitted
    _mount(
        key=KEY,
        data={
            "version": review.version,
            "heard": review.heard,
            "text": submitted.text,
            "language": submitted.language,
            "published": submitted.published.isoformat(),
            "rows": [asdict(row) for row in review.rows],
            "facts": _facts(review),
            "told": {
                str(row.key): {
                    "summary": review_words.summary(row, publisher),
                    "held": [each._asdict() for each in held.get(row.key, [])],
                }
                for row in review.rows
            },
            "words": _words(first.isoformat(), last.isoformat()),
        },
        on_review_change=lambda: _take(review.version, on_review),
    )


def _facts(review: Review) -> dict[str, dict[str, Any]]:
    """Say why each row was proposed; nothing of those that the reviewer added."""
    return {
        str(key): {
            "rule": each["rule"],
            "cues": each["cues"],
            "confidence": each["confidence"],
            "basis": each["date_basis"],
        }
        for key, each in enumerate(review.proposed, start=1)
    }


def _words(first: str, last: str) -> dict[str, Any]:
    issues = [
        {
            "id": issue_id,
            "title": issue["title"],
            **{stance: label for stance, label in names.stance_labels(issue).items() if stance != "contested"},
        }
        for issue_id, issue in names.issues().items()
    ]
    return {
        "actors": [*names.actor_names().items()],
        "issues": issues,
        "precisions": [*PRECISIONS.items()],
        "kinds": [*KINDS.items()],
        "attributions": [*ATTRIBUTIONS.items()],
        "first": first,
        "last": last,
    }


def _take(version: str, on_review: Callable[[int, list[Any]], None]) -> None:
    """Hand on what the page reports of the article that is shown."""
    match reports.reported(KEY, "review"):
        case [str(said), int(number), list(rows)] if said == version and len(rows) <= MOST_ROWS:
            on_review(number, rows)


_mount = st.components.v2.component(
    "review-board",
    html=(FOLDER / "board.html").read_text(encoding="utf-8"),
    css=css_variables() + script.styles(FOLDER, "board"),
    js=script.joined(FOLDER, MODULES),
)
