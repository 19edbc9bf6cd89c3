"""The page on which a text becomes statements: the text, its statements under review, and what was saved of them."""

from collections.abc import Callable, Iterable
from threading import BoundedSemaphore
from typing import Any

import streamlit as st

from exports.phrases import count_words, day_words
from ui import answers, confirming, desk_saves, drafts, held, intake, review_board, states, taking_along
from ui.desk_saves import Keeping
from ui.markup import plain
from ui.readers import Readers
from ui.review import Proposed, Review, Submitted, begun
from ui.review_rows import UnusableRow
from ui.view import View

FAULT = "_desk_review_fault"
# Texts that are read at once, and how long somebody waits for a turn.
_readers, PATIENCE_S = BoundedSemaphore(2), 10
# Characters, where anybody may bring a text and nothing can be saved.
MOST_OF_ANYBODY = 50_000
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
        if not readers.of_address and len(submitted.text) > MOST_OF_ANYBODY:
            raise ValueError(f"This server reads {MOST_OF_ANYBODY:,} characters at once; bring the part that matters.")
        with st.spinner("Reading the text…"):
            new = begun(submitted, _in_turn(propose, submitted))
    except ValueError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    if found:
        drafts.take_out(found)
    drafts.put(new)
    intake.settle(submitted.text)
    drafts.go_to(new.version)
    st.rerun()


def _in_turn(propose: Callable[[Submitted], Iterable[Proposed]], submitted: Submitted) -> list[Proposed]:
    """Let the desk read a text when few others are being read: that takes all of a processor."""
    if not _readers.acquire(timeout=PATIENCE_S):
        raise ValueError("Other texts are being read just now; try again in a moment.")
    try:
        return [*propose(submitted)]
    finally:
        _readers.release()


def answer() -> None:
    """Say what was found in the text, or what can be done here."""
    drafts.await_save()
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
def review(keeping: Keeping | None, context: Callable[[str, int, int], tuple[str, str]]) -> None:
    """Show the review, and what comes after it.

    Args:
        keeping: How it is saved; None where the rows are given to take along instead.
        context: Gives the words before and after a passage that tell it from the same words elsewhere in its text.
    """
    found = drafts.current()
    if found is None:
        return
    if fault := st.session_state.pop(FAULT, ""):
        st.error(fault, icon=":material/error:")
    likes = held.like(found.rows)
    review_board.show(found, intake.given(intake.PUBLISHER), likes, _take)
    confirmed = confirming.form(found, likes, "Save" if keeping else "Make the rows of")
    if confirmed and keeping:
        desk_saves.save(found, confirmed, keeping)
    elif confirmed:
        taking_along.offer(confirmed, context)


def _take(number: int, rows: list[Any]) -> None:
    """Take what the page reports; what is none of ours changes nothing."""
    review = drafts.current()
    if review is None:
        return
    try:
        drafts.change(review.take(number, rows))
    except UnusableRow:
        st.session_state[FAULT] = "Your last change could not be taken over; load the page anew."
