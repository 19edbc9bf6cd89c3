"""What does it take to save what was accepted: of the source, of whoever reviewed it, and what becomes of it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from exports.phrases import count_words, list_words
from ui import held, review_words, source_form
from ui.review import Review, one_line, plain_row, span
from ui.review_rows import Row

NOT_NAMED = "Not named"
Likes = Mapping[int, list[held.Held]]


@dataclass(frozen=True)
class Confirmed:
    """What is to be saved, in plain values: a row of sources.csv, the text if it may be published, and statements.

    Each statement has `cells` of statements.csv, `evidence`, `span` in code points and `held_id`, which is a statement
    that is held already, if this is evidence for it.
    """

    source: Mapping[str, str]
    text: str | None
    statements: tuple[Mapping[str, Any], ...]
    reviewed_by: str
    review: Mapping[str, Any]


def form(review: Review, likes: Likes, verb: str) -> Confirmed | None:
    """Ask for what is still missing.

    Args:
        review: The article, with what was accepted.
        likes: Statements that are held and like a row, by its key.
        verb: What is done with the statements: "Save".

    Returns:
        What is to be saved, once somebody asks for it and nothing is missing.
    """
    accepted = review.accepted()
    st.subheader("The source, and who confirms it", anchor=False)
    source = source_form.source(review)
    rights, event = source_form.rights(), source_form.event(review.submitted.published)
    who = source_form.reviewer()
    if accepted and (count := sum(each.decision == "open" for each in review.rows)):
        st.html(f"<p class='why'>What is open stays under review: {count_words(count, 'statement')}.</p>")
    label = f"{verb} {count_words(len(accepted), 'statement')}" if accepted else "Accept a statement first"
    if not st.button(label, type="primary", disabled=not accepted, key="desk-save"):
        return None
    missing = [*source.missing, *["whether the text may be published"] * (not rights), *["your name"] * (not who)]
    if missing:
        st.error(f"Please give {list_words(missing)}.", icon=":material/edit:")
        return None
    statements = tuple(_statement(each, review, likes, source.publisher, event) for each in accepted)
    text = review.submitted.text if rights == "held" else None
    return Confirmed(source.cells, text, statements, who, _kept(review))


def _statement(row: Row, review: Review, likes: Likes, publisher: str, event: str | None) -> dict[str, Any]:
    cells = {
        "actor_id": row.actor,
        "speaker": one_line(row.speaker) or NOT_NAMED,
        "date": row.first_day(),
        "date_precision": row.precision,
        "event_id": event or "",
        "issue_id": row.issue,
        "stance": row.stance,
        "kind": row.kind,
        "summary": one_line(review_words.written(row, publisher)),
        "doubt": one_line(row.doubt),
    }
    return {
        "cells": cells,
        "evidence": {"attribution": row.attribution, "locator": ""},
        "span": span(review.submitted.text, row),
        "held_id": held.joined(row, likes.get(row.key, [])) or None,
    }


def _kept(review: Review) -> dict[str, Any]:
    """What was proposed and what became of it, as it is kept beside the records."""
    submitted = review.submitted
    return {
        "article": {
            "title": submitted.title,
            "published": submitted.published.isoformat(),
            "language": submitted.language,
        },
        "proposed": [dict(each) for each in review.proposed],
        "decided": [plain_row(submitted.text, each) for each in review.rows],
    }
