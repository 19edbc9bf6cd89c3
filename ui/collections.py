"""Which collection does the reader look at?

The parameter `collection` of the address alone says so. What is worked out of a collection is kept by its id, for all
sessions.
"""

from collections.abc import Callable
from functools import cache, wraps
from typing import ParamSpec, TypeVar
from urllib.parse import urlencode

import streamlit as st

import queries

PARAMETER = "collection"

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


def first() -> str:
    """Name the collection that a new reader meets."""
    return next(iter(queries.served()))


def chosen() -> str:
    """Name the collection that this session looks at."""
    return str(st.session_state.get(PARAMETER) or first())


def kept(work: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Let a function that reads the chosen collection do its work once a collection and arguments."""
    answers: dict[object, Answer] = {}

    @wraps(work)
    def of_the_chosen(*arguments: Arguments.args, **named: Arguments.kwargs) -> Answer:
        asked = (chosen(), arguments, *sorted(named.items()))
        if asked not in answers:
            answers[asked] = work(*arguments, **named)
        return answers[asked]

    return of_the_chosen


def settle() -> None:
    """Take the collection that the address names, before anything of it is read; an unknown name is the first one.

    Another collection has other things: what the session holds of the one before means nothing in it.
    """
    named = st.query_params.get(PARAMETER, "")
    asked = named if named in queries.served() else first()
    if asked != chosen():
        for key in [*st.session_state]:
            del st.session_state[key]
    st.session_state[PARAMETER] = asked


@cache
def title(collection_id: str) -> str:
    """Give the title of a collection that is served."""
    return str(queries.run_on(collection_id, "collection")["title"][0])


@cache
def href(collection_id: str) -> str:
    """Write the address at which a collection opens: what it can show first, and none of the reader's filters."""
    first_page = "./" if queries.run_on(collection_id, "issues").num_rows else "search"
    return first_page if collection_id == first() else f"{first_page}?{urlencode({PARAMETER: collection_id})}"
