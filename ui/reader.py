"""The reader of a source: its text with what is quoted and what was searched for, beside the statements on it."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from exports.phrases import count_words
from ui import answers, claims, corroboration, evidence, names, reading, rows, source_facts, text_reader
from ui.passages import passages

Row = Mapping[str, Any]
WIDTHS = [1.35, 1]


def answer(source: Row, found: Sequence[Row]) -> str:
    """Say what rests on a source, and at how many places its text holds the words that are searched for.

    Args:
        source: From `source_by_id`.
        found: From `passages_of_source`.
    """
    said = [answers.source(found)] if found or names.has_statements() else []
    if source["text"] is not None:
        text = reading.prepared(source, found)
        if not said:
            said.append(f"We hold its text, {count_words(len(text.paragraphs), 'paragraph')}.")
        if words := st.session_state["q"]:
            places = f"was found at {count_words(text.count_hits, 'place')} of" if text.count_hits else "is not in"
            said.append(f"“{words}” {places} the text.")
    return " ".join(said) or "We do not hold its text."


def beside(source: Row, found: Sequence[Row], chosen: str) -> None:
    """Show the sentence that a statement rests on, beside what we claim of it; nothing where there is none.

    Args:
        source: From `source_by_id`.
        found: From `passages_of_source`.
        chosen: A statement; empty for none.
    """
    mine = rows.records("evidence_of_statements", statement_ids=[chosen]) if chosen else []
    here = [row for row in mine if row["source_id"] == source["source_id"] and row["exact"]]
    if not here:
        return
    sentence, claimed = st.columns(WIDTHS, gap="large")
    with sentence:
        st.html(f"<div class='source'>{''.join(evidence.excerpt(row) for row in here)}</div>")
        with st.container(horizontal=True, gap="medium"):
            numbers = [at for at, passage in enumerate(passages(found), 1) if reading.rests_on(chosen, passage)]
            below = ", ".join(f"<a href='#passage-{at}'>passage {at}</a>" for at in numbers)
            if below:
                st.html(f"<p class='in-text'>In the text: {below}</p>", width="content")
            evidence.outside(evidence.original(here[0]), here[0]["published"])
    with claimed:
        claim = evidence.claim(rows.records("statements_by_id", statement_ids=[chosen])[0])
        listed = all(row["attribution"] == "listed" for row in here)
        only = "<p class='note'>This source only names the actor in a list, without its words.</p>" if listed else ""
        st.html(f"{claim}{only}<p class='note'>{corroboration.sentence(mine)}</p>")


def show(source: Row, found: Sequence[Row], chosen: str) -> None:
    """Show a source: what it is, the ways to it, its text if we hold it, and the statements that rest on it.

    Args:
        source: From `source_by_id`.
        found: From `passages_of_source`.
        chosen: Statement whose passages stand out; empty for none.
    """
    source_facts.show(source)
    if source["text"] is None:
        none_held = "We do not hold the text of this source, only what we noted from it in our own words."
        st.html(f"<p class='why'>{none_held}</p>")
        claims.in_full(found, chosen)
    elif found:
        text, resting = st.columns(WIDTHS, gap="large")
        with text:
            show_text(source, found, chosen)
        with resting:
            st.subheader("What rests on it", anchor=False)
            claims.beside_text(passages(found), [row for row in found if row["start"] is None], chosen)
    else:
        show_text(source, found, chosen)


def show_text(source: Row, found: Sequence[Row], chosen: str) -> None:
    """Show the text of a source; parameters are as in `show`."""
    st.subheader("The text", anchor=False)
    text_reader.show(reading.reading(source, found, chosen), reading.find)
    st.html(source_facts.held(source, len(reading.prepared(source, found).paragraphs)))
