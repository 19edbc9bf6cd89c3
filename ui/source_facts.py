"""What a source is: whose, from when, in which language, how it came here, and the ways to it."""

from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

from exports.citations import quoting
from exports.phrases import count_words, day_words
from exports.vocabulary import LANGUAGE_UNKNOWN, LANGUAGES
from ui import evidence, links, names, rows

Row = Mapping[str, Any]


def show(source: Row) -> None:
    """Show what a source is and the ways to it.

    Args:
        source: From `source_by_id`.
    """
    st.html(f"<h2>{escape(source['title'])}</h2><p class='why'>{kind(source)}</p>{whose(source)}")
    with st.container(horizontal=True, gap="medium"):
        evidence.outside(source["url"], source["published"])
        if names.has_statements():
            links.to("map", "Only this source, on the map", source=source["source_id"])
            links.to("statements", "Only this source, as a table", source=source["source_id"], issue=names.EVERY_ISSUE)


def kind(source: Row) -> str:
    """Write in a line of HTML what kind of document a source is, and who published it when."""
    published = quoting.published(source["published"], source["date_precision"]) or "date of publication not known"
    language = LANGUAGES.get(source["language"], source["language"] or LANGUAGE_UNKNOWN)
    about = f"{source['kind'].capitalize()}, in {language}"
    return f"{evidence.publisher(source)}, {published}. {escape(about)}."


def whose(source: Row) -> str:
    """Write as HTML whose own document a source is and who speaks in it; nothing where it is nobody's own."""
    if not source["actor_id"]:
        return ""
    speaker = f" (<span class='speaker'>{escape(source['speaker'])}</span>)" if source["speaker"] else ""
    return f"<p class='facts'>{links.actor(source['actor_id'], source['actor_name'])}’s own document{speaker}.</p>"


def held(source: Row, count_paragraphs: int) -> str:
    """Write as HTML how much text of a source is held, and its checksum.

    Args:
        source: From `source_by_id`, with a text.
        count_paragraphs: Of the text.
    """
    many = f"{count_words(len(source['text']), 'character')}, {count_words(count_paragraphs, 'paragraph')}"
    told = f"The text as held: {many}. SHA-256 <span>{escape(source['text_sha256'])}</span>"
    return f"<p class='held'>{fetched(source)}{told}</p>"


def fetched(source: Row) -> str:
    """Write as HTML from where the text was fetched, when, and what may be done with it; nothing if it was not."""
    found = rows.records("fetched_text_of_source", source_id=source["source_id"])
    if not found:
        return ""
    fetch = found[0]
    return (
        f"This text was fetched to this machine from {escape(fetch['fetched_from'])} on "
        f"{day_words(fetch['fetched_at'])}. {escape(fetch['licence'])}<br>"
    )


def document(source: Row) -> quoting.Document:
    """Say what identifies a source in a citation.

    Args:
        source: From `source_by_id`.
    """
    return quoting.Document(**{name: source[name] for name in quoting.Document._fields})
