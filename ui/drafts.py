"""Which article is under review here? The server holds it by a name that nobody but the reviewer's address has.

So a page that is loaded anew, or a session that the server gave up while a laptop slept, goes on where it was. Of all
reviews the latest are held, until the server ends.
"""

from collections import OrderedDict
from threading import Lock

import streamlit as st

from ui.review import Review

MOST = 200
# The name of the review in the address, and in a session that went to another page meanwhile.
PARAMETER, LAST = "draft", "_desk_draft"

_held: OrderedDict[str, Review] = OrderedDict()
_lock = Lock()


def current() -> Review | None:
    """Give the review that the address names, else the one that the session was at."""
    state = st.session_state
    name = state[PARAMETER] or state.get(LAST)
    with _lock:
        found = _held.get(name) if name else None
    if found:
        state[LAST] = found.version
    return found


def begin(review: Review) -> None:
    """Hold a review, and name it in the address; the page has to run anew."""
    keep(review)
    st.session_state[PARAMETER] = st.session_state[LAST] = review.version


def keep(review: Review) -> None:
    """Hold a review as it is now."""
    with _lock:
        _held[review.version] = review
        _held.move_to_end(review.version)
        while len(_held) > MOST:
            _held.popitem(last=False)


def end(review: Review) -> None:
    """Let go of a review; the page has to run anew."""
    with _lock:
        _held.pop(review.version, None)
    st.session_state[PARAMETER] = st.session_state[LAST] = None


def is_lost() -> bool:
    """Tell whether the address names a review that the server does not hold any more."""
    name = st.session_state[PARAMETER]
    with _lock:
        return bool(name) and name not in _held
