"""What was saved from the desk last, the ways to it, and the way back."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

import streamlit as st

from exports.phrases import count_words
from ui import drafts, intake, links
from ui.confirming import Confirmed
from ui.markup import plain
from ui.review import Review

SAVED, TOLD = "_desk_saved", "_desk_told"


class Saved(Protocol):
    """What was saved; see `data.saving.Saved`."""

    @property
    def save_id(self) -> str: ...  # noqa: D102
    @property
    def source_id(self) -> str: ...  # noqa: D102
    @property
    def statement_ids(self) -> tuple[str, ...]: ...  # noqa: D102


class Done(NamedTuple):
    """A save, and what it was made of, to go on with if it is taken back."""

    saved: Saved
    count_evidence: int
    review: Review
    fields: Mapping[str, object]


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
    state = st.session_state
    if told := state.pop(TOLD, ""):
        st.info(told, icon=":material/undo:")
    found: Done | None = state.get(SAVED)
    if found is None or keeping is None:
        return
    counts = count_words(len(found.saved.statement_ids), "new statement")
    joined = f", and {count_words(found.count_evidence, 'passage')} as evidence for what was held before"
    says = f"Saved: {counts}{joined * (found.count_evidence > 0)}."
    with st.container(border=True):
        st.html(f"<p class='answer' role='status'>{says}</p>{_ways(found.saved)}")
        help = "The records will be as they were before."
        if st.button("Undo this save", icon=":material/undo:", help=help, key="desk-undo"):
            with st.spinner("Taking it back, and building the collection anew…"):
                _undo(found, keeping)
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
    state = st.session_state
    with st.spinner("Checking all records, saving, and building the collection anew…"):
        # Nothing of Streamlit's between saving and building: a reader who leaves would end the run there.
        try:
            done = keeping.save(confirmed)
        except keeping.refusals as error:
            st.error(f"Nothing was saved. {plain(str(error))}", icon=":material/error:")
            return
        state[TOLD] = _build(keeping)
    count = sum(each["held_id"] is not None for each in confirmed.statements)
    state[SAVED] = Done(done, count, review, intake.anew({}))
    drafts.end(review)
    st.rerun()


def _undo(found: Done, keeping: Keeping) -> None:
    """Take a save back, and put the review back where it was."""
    state = st.session_state
    try:
        keeping.undo(found.saved.save_id)
    except keeping.refusals as error:
        state[TOLD] = f"It was not taken back. {plain(str(error))}"
        return
    told = "The save was taken back; the records are as they were. Your review stands below as you left it."
    state[TOLD] = _build(keeping) or told
    state[SAVED] = None
    drafts.begin(found.review)
    intake.anew(found.fields)


def _build(keeping: Keeping) -> str:
    """Build the collection from its records; says what readers do not see where that fails."""
    try:
        keeping.build()
    except keeping.refusals as error:
        return f"It stands in the records, but readers do not see it yet. {plain(str(error))}"
    return ""
