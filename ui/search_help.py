"""Round the results of a search: how words match, what could not be done, and the switches."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from queries import full_text
from ui import answers, names, search
from ui.address import correct
from ui.view import View
from ui.vocabulary import SHOWN

MATCHING = """
- **Words match by their stem.** *refuse* also finds *refused* and *refusing*; the stems are those of English.
- **All words must stand in the document**, in any order. *OR* between words asks for one of them, *NOT* before a word
  for documents without it, and parentheses keep together what belongs together.
- **"In quotation marks"** words match as they are written, side by side, without stems.
- **karab\\*** finds every word that begins so. **karabach\\~** also finds words that differ by a letter, two in long
  words; the switch “Similar spellings too” does this for all words.
- **Capitals and accents make no difference:** *Aliyev* finds *Əliyev*, *Erdogan* finds *Erdoğan*.
- **Ranked by BM25:** rare words, and words that stand often in a short text, count more; titles and names count more
  than text. Numbers on the right count documents, not words.
"""


def invite(view: View) -> None:
    """Say what can be searched, where nothing is asked for yet."""
    answers.show(searched(), view, filtered=False, shown=search.scope(view))
    explain(is_open=True)


def searched() -> str:
    """Say what is searched."""
    if names.has_statements():
        return (
            "Type words above to search the texts and titles of sources, what we noted of each statement, events and "
            "the names of actors."
        )
    return "Type words above to search all texts of this collection, and see on a map and over time who used them."


def notes(sentences: Sequence[str]) -> None:
    """Show how the words were understood and what could not be done."""
    if sentences:
        st.html("".join(f"<p class='note'>{escape(sentence)}</p>" for sentence in sentences))


def choose(found: full_text.Found) -> None:
    """Offer similar spellings, and the two ways to look at what was found."""
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        shown = SHOWN if found.total else {"passages": SHOWN["passages"]}
        st.segmented_control("Show", [*shown], format_func=SHOWN.__getitem__, key="show", label_visibility="collapsed")
        st.toggle("Similar spellings too", key="similar")


def turn_pages(total: int) -> None:
    """Offer the other pages of the results."""
    pages = -(-total // search.PAGE_LENGTH)
    if st.session_state["page"] > pages:
        correct("page", pages)
    if pages > 1:
        st.pagination(pages, key="page")


def explain(*, is_open: bool = False) -> None:
    """Explain how words match."""
    with st.expander("How words match", expanded=is_open):
        st.markdown(MATCHING)
