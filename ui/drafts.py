"""Which article is under review here, and what was saved of it? The server holds both by a name in the address alone.

So a page that is loaded anew, or a session that the server gave up while a laptop slept, goes on where it was. Of all
reviews the latest are held, until the server ends. Nothing here but `current`, `done`, `heard` and `go_to` touches the
session: Streamlit may end a run wherever that is done, and a save has to be known as one from the moment it was made.
"""

from collections import OrderedDict
from threading import Lock
from typing import Any, NamedTuple

import streamlit as st

from ui import collections
from ui.review import Review

MOST = 1_000
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
_lock = Lock()


def current() -> Review | None:
    """Give the review that the address names, else the one that the session was at; none of another collection."""
    name = _name()
    with _lock:
        saved = _done.get(name)
        found = _held.get(saved.rest.version if saved and saved.rest else name)
        if found:
            _held.move_to_end(found.version)
    return found if found and found.collection_id == collections.collection() else None


def done() -> Done | None:
    """Give what was saved last of the review that the session is at."""
    with _lock:
        found = _done.get(_name())
    return found if found and found.review.collection_id == collections.collection() else None


def is_lost() -> bool:
    """Tell whether the address names a review that is not held any more."""
    return bool(st.session_state[PARAMETER]) and current() is None and done() is None


def go_to(name: str) -> None:
    """Let the session be at a review; the page has to run anew."""
    st.session_state[PARAMETER] = st.session_state[LAST] = name


def heard() -> Told | None:
    """Give what came of the last save of the review that the session is at, once."""
    with _lock:
        return _told.pop(_name(), None)


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


def _name() -> str:
    return str(st.session_state[PARAMETER] or st.session_state.get(LAST) or "")
