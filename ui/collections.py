"""Which collection does the reader look at, and which version of it?

The parameters `collection` and `data` of the address alone say so. An edition is one version of a collection: the
newest, or an older one that was kept (see `queries.editions`). What is worked out of one is kept for all sessions.
"""

import json
from collections.abc import Callable, Hashable
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar
from urllib.parse import urlencode

import streamlit as st

import queries
from queries import editions
from ui.shelf import Copies, Shelf

PARAMETER, VERSION = "collection", "data"
OWN = "nagorno-karabakh"
"""The project's own collection, of which the pages know how it was made and what readers ask for most."""
# Where the session holds the edition; no address holds it in one piece.
EDITION = "_edition"

# Editions times arguments, of each function. Few readers look at anything but the newest of one collection.
MOST_KEPT = 40
# Rows and drawings, all together; those of our own collection need less than a megabyte a page.
MOST_BYTES = 128_000_000

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

_copies = Copies(MOST_BYTES)


def first() -> str:
    """Name the collection that a new reader meets."""
    return next(iter(queries.served()))


def chosen() -> str:
    """Name the edition that this session looks at; of the newest version it is the id of the collection."""
    return str(st.session_state.get(EDITION) or first())


def collection() -> str:
    """Name the collection that this session looks at, whichever version of it."""
    return editions.split(chosen())[0]


def build() -> str:
    """Name the edition that this session looks at by the data in it: two builds never have the same name."""
    return f"{collection()}@{version()}"


def version() -> str:
    """Name the version of the data that this session looks at."""
    collection_id, version = editions.split(chosen())
    return version or newest(collection_id)


def kept(work: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Let a function that reads the chosen edition do its work once a build and arguments.

    Its answers are shared by all sessions: nothing that can be changed.
    """
    answers: Shelf[Answer] = Shelf(MOST_KEPT)

    @wraps(work)
    def of_the_chosen(*arguments: Arguments.args, **named: Arguments.kwargs) -> Answer:
        asked = (build(), arguments, *sorted(named.items()))
        return answers.get(asked, lambda: work(*arguments, **named))

    return of_the_chosen


def copied(asked: Hashable, make: Callable[[], Answer]) -> Answer:
    """Give a copy of what was worked out of the chosen edition before, or work it out.

    Args:
        asked: What it is, and everything besides the edition that it depends on.
        make: Works it out.
    """
    return _copies.get((build(), asked), make)


def copied_drawing(asked: Hashable, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Give a copy of a drawing in plain values as `copied` does; tuples in it come back as lists."""
    # Two thirds faster to read than what `copied` writes.
    drawing: dict[str, Any] = json.loads(copied(asked, lambda: json.dumps(make())))
    return drawing


def settle() -> None:
    """Take the edition that the address names, before anything of it is read; without a known name the first's newest.

    Another edition has other things: what the session holds of the one before means nothing in it.
    """
    named = st.query_params.get(PARAMETER, "")
    asked = named if named in queries.served() else first()
    edition = _edition(asked, st.query_params.get(VERSION, ""))
    if edition != chosen():
        for key in [*st.session_state]:
            del st.session_state[key]
    st.session_state[PARAMETER], st.session_state[EDITION] = asked, edition


def _edition(collection_id: str, version: str) -> str:
    """The edition of that version; the newest where it was not kept, which the frame then says."""
    if version in ("", newest(collection_id)):
        return collection_id
    try:
        return queries.edition(collection_id, version)
    except queries.UnknownVersion:
        return collection_id


# A server opens the newest version once, and serves that until it ends.
@cache
def newest(collection_id: str) -> str:
    """Name the newest version of a collection."""
    return str(queries.run_on(collection_id, "collection")["data_version"][0])


@cache
def title(collection_id: str) -> str:
    """Give the title of a collection that is served."""
    return str(queries.run_on(collection_id, "collection")["title"][0])


@cache
def href(collection_id: str) -> str:
    """Write the address at which a collection opens: what it can show first, and none of the reader's filters."""
    first_page = "./" if queries.run_on(collection_id, "issues").num_rows else "search"
    return first_page if collection_id == first() else f"{first_page}?{urlencode({PARAMETER: collection_id})}"
