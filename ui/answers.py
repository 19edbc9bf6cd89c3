"""The answer to a page's question: one sentence with figures, and under it what is shown."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from charts.timeline import bin_for
from exports import answers
from exports.phrases import count_words
from ui import collections, links, names, naming
from ui.view import View

Row = Mapping[str, Any]


def show(answer: str, view: View, *, filtered: bool = True, rule: str = "", shown: str = "") -> None:
    """Show the answer of a page, and under it which statements it speaks of, if there are any, and on what.

    Args:
        answer: The sentence.
        view: The filters.
        filtered: Whether the page follows the filters; one about a source or the whole collection does not.
        rule: The counting rule that its figures follow, as `rules.sentence` says it; empty for figures without one.
        shown: What is in view, on a page that does not speak of the statements in view.
    """
    said = (answer, view.key(), filtered, rule, shown, links.carried())
    st.html(collections.copied(("answer in HTML", said), lambda: _written(answer, view, filtered, rule, shown)))


def _written(answer: str, view: View, filtered: bool, rule: str, shown: str) -> str:
    proposition = names.issue(view.issue)["proposition"] if view.issue and filtered else ""
    said = f"<p class='proposition'>The proposition: {escape(proposition)}.</p>" if proposition else ""
    counted = f" Counted: {naming.linked(rule)}." if rule else ""
    begin = "In view" if filtered or shown else "Your filters, for the other pages, hold"
    in_view = shown or (view.sentence() if names.has_statements() else "")
    status = f"<p class='shown' role='status'>{begin}: {naming.linked(in_view)}.{counted}</p>" if in_view else ""
    return f"<p class='answer'>{naming.linked(answer)}</p>{status}{said}"


def positions(rows: Sequence[Row], issue: Row, view: View) -> str:
    """Say how many states stand where by their latest word, in whose voice; see `exports.answers`."""
    return answers.positions(rows, issue, nothing_left_out=view.is_whole())


def timeline(bins: Sequence[Row], events: Sequence[Row], view: View) -> str:
    """Say when most was said, and what most of it reacted to; see `exports.answers`."""
    return answers.timeline(bins, events, (view.since, view.until), bin_for(view.since, view.until))


def statements(rows: Sequence[Row], size: Row) -> str:
    """Say how the statements divide by stance, and how many the actors published; see `exports.answers`."""
    return answers.statements(rows, size)


def sources(rows: Sequence[Row]) -> str:
    """Say on how many sources the collection rests."""
    texts = sum(row["has_text"] for row in rows)
    languages = {row["language"] for row in rows} - {None}
    told = f" in {count_words(len(languages), 'language')}" if languages else ""
    held = f"the full text of {texts:,}; for the others" if texts else "no full text;"
    rests = f"The collection rests on {count_words(len(rows), 'source')}{told}."
    return f"{rests} We hold {held} there are links and summaries."


def source(rows: Sequence[Row]) -> str:
    """Say what rests on one source.

    Args:
        rows: From `passages_of_source`.
    """
    count = len({row["statement_id"] for row in rows})
    passages = len({(row["start"], row["end"]) for row in rows if row["start"] is not None})
    # Whoever votes acts, although the record of it is a list.
    listed = len({row["statement_id"] for row in rows if row["attribution"] == "listed" and row["kind"] != "vote"})
    answer = f"{count_words(count, 'statement')} rest{'s' if count == 1 else ''} on this source"
    answer += f", on {count_words(passages, 'passage')} of its text" if passages else ""
    answer += f"; in {listed:,} the actor is only named in a list" if listed else ""
    return f"{answer[0].upper()}{answer[1:]}."
