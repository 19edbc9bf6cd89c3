"""What was found, a card each: what it is, the passage with the words marked, and the way into it."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import Any

import streamlit as st

from exports.phrases import count_words, day_words
from exports.vocabulary import ACTOR_KINDS, EVENT_KINDS, FOUND_IN
from queries import full_text
from ui import links, names, rows

Row = Mapping[str, Any]


def show(hits: Sequence[full_text.Hit], words: str) -> None:
    """Show hits in their order, if there are any; the search box leads to the first one by its class.

    Args:
        hits: One page of them.
        words: What was asked for, which tells this list from the one before.
    """
    if not hits:
        return
    known = {kind: described([hit.id for hit in hits if hit.found_in == kind]) for kind, described in ROWS.items()}
    cards = "".join(card(hit, known[hit.found_in][hit.id]) for hit in hits)
    st.html(f"<ol class='hits' data-words='{escape(words)}'>{cards}</ol>")


def card(hit: full_text.Hit, row: Row) -> str:
    """Write a hit as HTML."""
    heading = f"<a class='inner hit' href='{escape(address(hit))}'>{escape(row['title'])}</a>"
    more = f"; {count_words(hit.count_marks, 'place')} in it" if hit.count_marks and hit.count_marks > 1 else ""
    return (
        f"<li><h3 class='small'>{heading}</h3><p class='note'>{FOUND_IN[hit.found_in].removesuffix('s')}: "
        f"{row['about']}{more}</p><blockquote dir='auto'>{passage(hit)}</blockquote></li>"
    )


def passage(hit: full_text.Hit) -> str:
    """Write the passage of a hit as HTML; of a text it is a piece, which dots say."""
    words = snippet(hit.snippet)
    return f"…{words}…" if hit.found_in == "source" and hit.count_marks else words


def snippet(found: full_text.Snippet) -> str:
    """Write a passage as HTML with the words marked."""
    edges = sorted({0, len(found.text), *(edge for mark in found.marks for edge in mark)})
    starts = {start for start, _ in found.marks}
    pieces = (
        f"<mark>{escape(found.text[start:end])}</mark>" if start in starts else escape(found.text[start:end])
        for start, end in pairwise(edges)
    )
    return "".join(pieces)


def address(hit: full_text.Hit) -> str:
    """Write the address at which a hit is read: a source at the first of the words, all else on its page."""
    state = st.session_state
    if hit.found_in == "source":
        return links.href("source", read=hit.id, q=state["q"], similar=state["similar"])
    if hit.found_in == "statement":
        return links.href("statements", statement=hit.id, issue=names.EVERY_ISSUE)
    return links.addresses(hit.found_in, [hit.id])[0]


def sources(ids: Sequence[str]) -> dict[str, Row]:
    """Describe sources by id: title, and whose they are from when as HTML."""
    return {
        row["source_id"]: {"title": row["title"], "about": about_source(row)}
        for row in rows.records("sources_by_id", source_ids=[*ids])
    }


def about_source(row: Row) -> str:
    """Say as HTML who published a source, when, and whose document it is."""
    said = [links.named("actor", row["publisher"])]
    if row["counts_on"]:
        said.append(day_words(row["counts_on"]) if row["date_precision"] == "day" else str(row["counts_on"].year))
    if row["actor_id"] and row["actor_name"] not in row["publisher"]:
        said.append(links.actor(row["actor_id"], row["actor_name"]))
    return joined([*said, escape(row["speaker"] or "")])


def statements(ids: Sequence[str]) -> dict[str, Row]:
    """Describe statements by id: title, and issue and stance as HTML."""
    return {
        row["statement_id"]: {
            "title": f"{row['actor_name']}, {row['date_label']}",
            "about": joined([links.issue(row["issue_id"], row["issue_title"]), escape(row["stance_label"])]),
        }
        for row in rows.records("statements_by_id", statement_ids=[*ids])
    }


def events(ids: Sequence[str]) -> dict[str, Row]:
    """Describe events by id: title, and kind and day as HTML."""
    return {
        row["event_id"]: {
            "title": row["title"],
            "about": joined([EVENT_KINDS[row["kind"]], day_words(row["start_date"])]),
        }
        for row in rows.records("events")
        if row["event_id"] in ids
    }


def actors(ids: Sequence[str]) -> dict[str, Row]:
    """Describe actors by id: name, and kind."""
    return {
        row["actor_id"]: {"title": row["actor_name"], "about": ACTOR_KINDS[row["kind"]]}
        for row in rows.records("actors")
        if row["actor_id"] in ids
    }


def joined(parts: Iterable[str]) -> str:
    """Join what is known."""
    return " · ".join(filter(None, parts))


ROWS = {"source": sources, "statement": statements, "event": events, "actor": actors}
