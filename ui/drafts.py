"""Which article is under review here, and what was saved of it? The server holds both by a name in the address alone.

So a page that is loaded anew, or a session that the server gave up while a laptop slept, goes on where it was. Of all
reviews the latest are held, until the server ends. What changes something here does not touch the session: Streamlit
may end a run wherever that is done, and a save has to be known as one from the moment it was made.
"""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition, RLock
from typing import Any, NamedTuple

import streamlit as st

from ui import collections
from ui.review import Review

MOST = 1_000
# How long a run waits for a save: longer than any takes.
PATIENCE_S = 120
# The name of the review in the address, and in a session that went to another page meanwhile.
PARAMETER, LAST = "draft", "_desk_draft"


class Done(NamedTuple):
    """A save: what it gave, the review that it was made of, what stood in the fields, and what was left undecided."""

    saved: Any
    count_passages: int
    review: Review
    fields: dict[str, object]
    rest: Review | None


class Told(NamedTuple):
    """What came of a save or of taking one back, and what the fields are to hold from then on; None to leave them."""

    words: str
    fields: dict[str, object] | None


_told: OrderedDict[str, Told] = OrderedDict()
_held: OrderedDict[str, Review] = OrderedDict()
_done: OrderedDict[str, Done] = OrderedDict()
_busy: set[str] = set()
_lock = RLock()
_settled = Condition(_lock)


def current() -> Review | None:
    """Give the review that the address names, else the one that the session was at; none of another collection."""
    with _lock:
        found = next((_held[name] for name in reversed(_names()) if name in _held), None)
        if found:
            _held.move_to_end(found.version)
    return found if found and found.collection_id == collections.collection() else None


def done() -> Done | None:
    """Give what was saved last of the review that the session is at."""
    with _lock:
        found = next((_done[name] for name in reversed(_names()) if name in _done), None)
    return found if found and found.review.collection_id == collections.collection() else None


def await_save() -> None:
    """Wait while the review that the session is at is being saved or taken back, by a run that this one overtook.

    Streamlit begins the next run of a session while Python's part of the one before still works.
    """
    with _lock:
        _settled.wait_for(lambda: _busy.isdisjoint(_names()), PATIENCE_S)


@contextmanager
def working_on(review: Review) -> Iterator[None]:
    """Let other runs wait for what is done to a review."""
    with _lock:
        _busy.add(review.version)
    try:
        yield
    finally:
        with _lock:
            _busy.discard(review.version)
            _settled.notify_all()


def is_lost() -> bool:
    """Tell whether the address names a review that is not held any more."""
    return bool(st.session_state[PARAMETER]) and current() is None and done() is None


def go_to(name: str) -> None:
    """Let the session be at a review; the page has to run anew."""
    st.session_state[PARAMETER] = st.session_state[LAST] = name


def heard() -> Told | None:
    """Give what came of the last save of the review that the session is at, once."""
    with _lock:
        told = [_told.pop(name) for name in _names() if name in _told]
    return told[-1] if told else None


def tell(review: Review, words: str, fields: dict[str, object] | None) -> None:
    """Say what came of a save of a review, to whichever run of its page comes next."""
    with _lock:
        _told[review.version] = Told(words, fields)
        while len(_told) > MOST:
            _told.popitem(last=False)


def put(review: Review) -> None:
    """Hold a review."""
    with _lock:
        _held[review.version] = review
        while len(_held) > MOST:
            _held.popitem(last=False)


def change(review: Review) -> None:
    """Hold a review as it is now, unless it was taken out meanwhile."""
    with _lock:
        if review.version in _held:
            _held[review.version] = review


def take_out(review: Review) -> bool:
    """Let go of a review; false where somebody else did."""
    with _lock:
        return _held.pop(review.version, None) is not None


def finish(save: Done) -> None:
    """Hold a save by the name of its review, and what is left of that as a review of its own."""
    if save.rest:
        put(save.rest)
    with _lock:
        _done[save.review.version] = save
        while len(_done) > MOST:
            _done.popitem(last=False)


def reopen(save: Done) -> bool:
    """Let go of a save; false where somebody else did."""
    with _lock:
        return _done.pop(save.review.version, None) is not None


def _names() -> list[str]:
    """Name the review that the session is at, and what was left of it by each save, in this order; under the lock."""
    names = [str(st.session_state[PARAMETER] or st.session_state.get(LAST) or "")]
    while (saved := _done.get(names[-1])) and saved.rest:
        names.append(saved.rest.version)
    return names
