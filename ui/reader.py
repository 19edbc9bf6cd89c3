"""The reader of a source: its text with every quoted passage marked, and the statements that rest on it."""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import Any, NamedTuple

import streamlit as st

from ui import evidence, links, names
from ui.dates import day_words
from ui.rows import records as rows_of
from ui.vocabulary import LANGUAGES

Row = Mapping[str, Any]


class Passage(NamedTuple):
    """A stretch of the text, in code points, and the statements that rest on it."""

    start: int
    end: int
    statements: tuple[Row, ...]


def passages(rows: Sequence[Row]) -> list[Passage]:
    """Gather the statements of each stretch of the text, in the order of the text.

    Args:
        rows: From `passages_of_source`, in its order; rows without a place in the text are left out.
    """
    places = dict.fromkeys((row["start"], row["end"]) for row in rows if row["start"] is not None)
    return [
        Passage(start, end, tuple(row for row in rows if (row["start"], row["end"]) == (start, end)))
        for start, end in places
    ]


def marked(text: str, found: Sequence[Passage], chosen: str = "") -> str:
    """Write a text as HTML with its passages marked and numbered; overlapping ones keep their own ends.

    Args:
        text: As held.
        found: Passages of the text, numbered from 1 in this order.
        chosen: Statement whose passages stand out.
    """
    edges = sorted({0, len(text), *(edge for passage in found for edge in passage[:2])})
    pieces = []
    for start, end in pairwise(edges):
        here = [number for number, passage in enumerate(found) if passage.start <= start and end <= passage.end]
        anchors = "".join(f"<a id='passage-{number + 1}'></a>" for number in here if found[number].start == start)
        piece = escape(text[start:end])
        if here:
            lit = any(row["statement_id"] == chosen for number in here for row in found[number].statements)
            piece = f"<mark class='{'lit' if lit else 'quoted'}'>{piece}</mark>"
        notes = "".join(
            f"<sup><a href='#claims-{number + 1}' title='Statements that rest on passage {number + 1}'>"
            f"{number + 1}</a></sup>"
            for number in here
            if found[number].end == end
        )
        pieces.append(anchors + piece + notes)
    return f"<div class='text'>{''.join(pieces)}</div>"


def facts(source: Row) -> str:
    """Write in a line of HTML what kind of document a source is."""
    published = day_words(source["published"]) if source["published"] else "date of publication not known"
    kind = f"{source['kind'].capitalize()}, in {LANGUAGES[source['language']]}"
    return f"{evidence.publisher(source)}, {published}. {escape(kind)}."


def show(source: Row, rows: Sequence[Row], chosen: str) -> None:
    """Show a source: what it is, the ways to it, its text if we hold it, and the statements that rest on it.

    Args:
        source: From `source_by_id`.
        rows: From `passages_of_source`.
        chosen: Statement whose passages stand out; empty for none.
    """
    st.html(f"<h2>{escape(source['title'])}</h2><p class='why'>{facts(source)}</p>")
    with st.container(horizontal=True, gap="medium"):
        evidence.outside(source["url"], source["published"])
        links.to("map", "Only this source, on the map", source=source["source_id"])
        links.to("statements", "Only this source, as a table", source=source["source_id"], issue=names.EVERY_ISSUE)
    if source["text"] is None:
        st.html(
            "<p class='why'>We do not hold the text of this source, only what we noted from it in our own words.</p>"
        )
        st.html("".join(claim(row, row["statement_id"] == chosen, in_full=True) for row in rows))
        return
    found = passages(rows)
    text, claims = st.columns([1.35, 1], gap="large")
    with text:
        st.subheader("The text", anchor=False)
        st.html(marked(source["text"], found, chosen))
        st.caption(f"SHA-256 of the text as held: {source['text_sha256']}")
    with claims:
        st.subheader("What rests on it", anchor=False)
        for number, passage in enumerate(found, 1):
            said = "".join(claim(row, row["statement_id"] == chosen) for row in passage.statements)
            st.html(heading(number, passage) + said)


def beside(source_id: str, statement_id: str) -> None:
    """Show the sentence that a statement rests on, beside what we claim of it; nothing where no text is held.

    Args:
        source_id: The source that is read.
        statement_id: A statement that rests on it.
    """
    evidence_here = [
        row
        for row in rows_of("evidence_of_statements", statement_ids=[statement_id])
        if row["source_id"] == source_id and row["exact"]
    ]
    if evidence_here:
        sentence, claimed = st.columns([1.35, 1], gap="large")
        sentence.html(f"<div class='source'>{''.join(evidence.excerpt(row) for row in evidence_here)}</div>")
        claimed.html(evidence.claim(rows_of("statements_by_id", statement_ids=[statement_id])[0]))
        if all(row["attribution"] == "listed" for row in evidence_here):
            claimed.html("<p class='note'>This source only names the actor in a list, without its words.</p>")


def heading(number: int, passage: Passage) -> str:
    """Write as HTML which passage this is, a link to it, and what it is held to say."""
    said = dict.fromkeys(
        f"{links.named('issue', row['issue_title'])}: {escape(row['stance_label'])}" for row in passage.statements
    )
    listed = " (only named in a list)" if all(row["attribution"] == "listed" for row in passage.statements) else ""
    return (
        f"<p class='passage' id='claims-{number}'><a href='#passage-{number}'>Passage {number}</a></p>"
        f"<p class='why'>{'; '.join(said)}{listed}</p>"
    )


def claim(row: Row, is_chosen: bool, *, in_full: bool = False) -> str:
    """Write a row as HTML: who, and a link to the statement; in full also issue, stance and summary."""
    actor = links.actor(row["actor_id"], row["actor_name"])
    # Of every issue, so that the table that opens holds the statement whatever issue is in view.
    date = links.anchor("statements", row["date_label"], statement=row["statement_id"], issue=names.EVERY_ISSUE)
    said = f"{'→ ' if is_chosen else ''}{actor}, statement of {date}"
    if not in_full:
        return f"<p class='told'>{said}</p>"
    said += f": {links.named('issue', row['issue_title'])} – {escape(row['stance_label'])}"
    return f"<p class='told'>{said}</p><p class='summary'>{escape(row['summary'])}</p>"
