"""The page on which a text becomes statements: the text, its statements under review, and what was saved of them."""

import uuid
from collections.abc import Callable, Iterable
from typing import Any

import streamlit as st

from exports.phrases import count_words, day_words
from ui import answers, confirming, desk_saves, drafts, held, intake, links, review_board, states, taking_along
from ui.desk_saves import SAVED, TOLD, Keeping
from ui.markup import plain
from ui.readers import Readers
from ui.review import Proposed, Review, Submitted, begun
from ui.review_rows import UnusableRow
from ui.view import View

ANSWER = (
    "Paste an article and see which statements it holds, each with the words that show it. You confirm or correct "
    "them; only what you confirm enters the collection."
)
LOST = "This server does not hold that review any more. Bring the text again; what was saved is saved."


def not_installed(package: str) -> None:
    """Say that this server cannot read articles."""
    states.empty(f"The package {package} is not installed here.", "Whoever runs it finds in docs/desk.md how to.")


def text(readers: Readers, propose: Callable[[Submitted], Iterable[Proposed]]) -> None:
    """Ask for a text, and begin its review; `propose` raises ValueError with a sentence for the reader."""
    if found := drafts.current():
        with st.expander(f"Another text instead of “{plain(found.submitted.title) or 'this one'}”"):
            st.html("<p class='why'>What you decided on the present text, and did not save, is given up then.</p>")
            submitted = intake.show(readers)
    else:
        submitted = intake.show(readers)
    if submitted is None:
        return
    try:
        with st.spinner("Reading the text…"):
            proposed = [*propose(submitted)]
    except ValueError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    if found:
        drafts.end(found)
    st.session_state[SAVED] = None
    drafts.begin(begun(uuid.uuid4().hex, submitted, proposed))
    st.rerun()


def answer() -> None:
    """Say what was found in the text, or what can be done here."""
    found = drafts.current()
    shown = f"a text of {day_words(found.submitted.published)}" if found else ""
    title = f", “{found.submitted.title}”" if found and found.submitted.title else ""
    answers.show(_answer(found), View.from_session(), filtered=False, shown=f"{shown}{title}")


def _answer(review: Review | None) -> str:
    if review is None:
        return LOST if drafts.is_lost() else ANSWER
    if not review.rows:
        return "No diplomatic statement was found in this text. If there is one, add it by its words."
    actors = len({each.actor for each in review.rows})
    unset = sum(bool(each.lacks()) for each in review.rows)
    asked = f"; {unset:,} {'lacks' if unset == 1 else 'lack'} something that you have to say" if unset else ""
    return f"{count_words(len(review.rows), 'statement')} by {count_words(actors, 'actor')} may be in this text{asked}."


@st.fragment
def review(keeping: Keeping | None) -> None:
    """Show the review, and what comes after it; without a way to save, the rows are given to take along."""
    found = drafts.current()
    if found is None:
        return
    likes = held.like(found.rows)
    if source := held.source(found.submitted.text, intake.given(intake.URL)):
        name = links.source(source["source_id"], f"{source['publisher']}: {source['title']}")
        st.html(f"<p class='warning'>This source is held already: {name}. What you save adds to it.</p>")
    review_board.show(found, intake.given(intake.PUBLISHER), likes, _take)
    confirmed = confirming.form(found, likes, "Save" if keeping else "Make the rows of")
    if confirmed and keeping:
        desk_saves.save(found, confirmed, keeping)
    elif confirmed:
        taking_along.offer(confirmed)


def _take(number: int, rows: list[Any]) -> None:
    """Take what the page reports; what is none of ours changes nothing."""
    review = drafts.current()
    if review is None:
        return
    try:
        drafts.keep(review.take(number, rows))
    except UnusableRow:
        st.session_state[TOLD] = "A change could not be taken over; load the page anew."
