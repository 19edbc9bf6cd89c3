"""What was saved from the desk last, the ways to it, and the way back."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

import streamlit as st

from exports.phrases import count_words
from queries import shortage
from ui import collections, drafts, intake, links
from ui.confirming import Confirmed
from ui.markup import plain
from ui.review import Review

TOLD = "_desk_told"


class Saved(Protocol):
    """What was saved; see `data.saving.Saved`."""

    @property
    def save_id(self) -> str: ...  # noqa: D102
    @property
    def source_id(self) -> str: ...  # noqa: D102
    @property
    def statement_ids(self) -> tuple[str, ...]: ...  # noqa: D102


class Keeping(NamedTuple):
    """How this server writes to the collection.

    Attributes:
        save: Writes what was confirmed into the records.
        build: Builds the collection from its records, so that readers see it.
        undo: Takes a save back, by its id.
        refusals: What each of them raises, with what to say, where it did nothing.
    """

    save: Callable[[Confirmed], Saved]
    build: Callable[[], object]
    undo: Callable[[str], None]
    refusals: tuple[type[Exception], ...]


def show(keeping: Keeping | None) -> None:
    """Show what was saved last, lead to it, and offer to take it back."""
    told = drafts.heard()
    # Whoever has begun to bring another text goes on with that.
    if told and told.fields is not None and not (told.fields and intake.given(intake.TEXT)):
        intake.anew(told.fields)
    if words := (told.words if told else "") or st.session_state.pop(TOLD, ""):
        st.info(words, icon=":material/info:")
    found = drafts.done()
    if found is None or keeping is None:
        return
    counts = count_words(len(found.saved.statement_ids), "new statement")
    says = f"Saved: {counts}, resting on {count_words(found.count_passages, 'passage')}."
    if not found.saved.statement_ids:
        says = f"Saved: {count_words(found.count_passages, 'passage')} as evidence for what was held before."
    with st.container(border=True):
        st.html(f"<p class='answer' role='status'>{says}</p>{_ways(found.saved)}")
        help = "The records will be as they were before."
        if st.button("Undo this save", icon=":material/undo:", help=help, key="desk-undo"):
            with st.spinner("Taking it back, and building the collection anew…"):
                _take_back(found, keeping)
            st.rerun()


def _ways(found: Saved) -> str:
    """Lead to what was saved: to the source, and to the map with nothing filtered away."""
    anew = {"issue": st.session_state["issue"], "actor": [], "org": [], "stance": [], "kind": [], "attribution": []}
    ways = [links.anchor("source", "Read the source with its statements", read=found.source_id)]
    if found.statement_ids:
        ways.append(links.anchor("map", "See them on the map", **anew, source=found.source_id))
        ways.append(links.anchor("statements", "List them", **anew, source=found.source_id))
    return f"<p class='why'>{' · '.join(ways)}</p>"


def save(review: Review, confirmed: Confirmed, keeping: Keeping) -> None:
    """Save what was confirmed, and show it; where that is refused, say why and leave all as it is."""
    if collections.is_behind():
        st.session_state[TOLD] = (
            "Nothing is saved yet: the collection has changed meanwhile. See what is held now, and save again."
        )
        st.rerun()
    fields = intake.present()
    with st.spinner("Checking all records, saving, and building the collection anew…"):
        fault = _saved(review, confirmed, keeping, fields)
    if fault:
        st.error(fault, icon=":material/error:")
    else:
        st.rerun()


def _saved(review: Review, confirmed: Confirmed, keeping: Keeping, fields: dict[str, object]) -> str:
    """Save and build, without a pause in which Streamlit could end the run; says why nothing was saved."""
    with drafts.working_on(review):
        if not drafts.take_out(review):
            return "Nothing was saved: this review is being saved in another window, or was."
        try:
            done = keeping.save(confirmed)
        except keeping.refusals as error:
            drafts.put(review)
            return f"Nothing was saved. {plain(shortage.told(error))}"
        rest = review.rest()
        drafts.finish(drafts.Done(done, len(confirmed.statements), review, fields, rest))
        # What is still under review is of the same source.
        drafts.tell(review, _build(keeping), fields if rest else {})
        return ""


def _take_back(found: drafts.Done, keeping: Keeping) -> None:
    """Take a save back, and put its review back where it was, without such a pause either."""
    with drafts.working_on(found.review):
        if not drafts.reopen(found):
            return
        try:
            keeping.undo(found.saved.save_id)
        except keeping.refusals as error:
            drafts.finish(found)
            drafts.tell(found.review, f"It was not taken back. {plain(shortage.told(error))}", None)
            return
        drafts.put(found.review)
        if found.rest:
            drafts.take_out(found.rest)
        told = "The save was taken back; the records are as they were. Your review stands below as you left it."
        drafts.tell(found.review, _build(keeping) or told, found.fields)


def _build(keeping: Keeping) -> str:
    """Build the collection from its records; says what readers do not see where that fails."""
    try:
        keeping.build()
    except keeping.refusals as error:
        return f"It stands in the records, but readers do not see it yet. {plain(shortage.told(error))}"
    return ""
