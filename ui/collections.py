"""Which collection does the reader look at, and which version of it?

The parameters `collection` and `data` of the address alone say so. An edition is one version of a collection: the
newest, or an older one that was kept (see `queries.editions`). What is worked out of one is kept for all sessions.
A run of a page is of one build from its beginning to its end; whether there is a newer one is looked up before it.
"""

import json
from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar
from urllib.parse import urlencode

import streamlit as st

import queries
from queries import editions
from ui.shelf import Copies, Shelf

PARAMETER, VERSION = "collection", "data"
OWN = "nagorno-karabakh"
"""The project's own collection, of which the pages know how it was made and what readers ask for most."""
# Where the session holds the edition that was asked for, whichever is the newest or a certain one, and the build of it
# that the page shows; no address holds them in one piece.
EDITION, BUILD = "_edition", "_build"

# Editions times arguments, of each function. Few readers look at anything but the newest of one collection.
MOST_KEPT = 40
# Rows and drawings, all together; those of our own collection need less than a megabyte a page.
MOST_BYTES, MOST_COPIES = 128_000_000, 800

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

_copies = Copies(MOST_BYTES, MOST_COPIES)


def first() -> str:
    """Name the collection that a new reader meets."""
    return next(iter(queries.served()))


def chosen() -> str:
    """Name the edition that this session looks at by the data in it: two builds never have the same name."""
    return str(st.session_state.get(BUILD) or queries.build(st.session_state.get(EDITION) or first()))


def older() -> str | None:
    """Name the older version that this session looks at; None where it looks at the newest."""
    return editions.split(st.session_state.get(EDITION) or first())[1]


def is_behind() -> bool:
    """Tell whether the page shows a build in whose place there is a newer one."""
    return older() is None and not queries.is_newest(chosen())


def collection() -> str:
    """Name the collection that this session looks at, whichever version of it."""
    return editions.split(chosen())[0]


def version() -> str:
    """Name the version of the data that this session looks at."""
    return str(editions.split(chosen())[1])


def kept(work: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Let a function that reads the chosen edition do its work once a build and arguments.

    Its answers are shared by all sessions: nothing that can be changed.
    """
    answers: Shelf[Answer] = Shelf(MOST_KEPT)

    @wraps(work)
    def of_the_chosen(*arguments: Arguments.args, **named: Arguments.kwargs) -> Answer:
        asked = (chosen(), arguments, *sorted(named.items()))
        return answers.get(asked, lambda: work(*arguments, **named))

    return of_the_chosen


def copied(asked: Hashable, make: Callable[[], Answer]) -> Answer:
    """Give a copy of what was worked out of the chosen edition before, or work it out.

    Args:
        asked: What it is, and everything besides the edition that it depends on.
        make: Works it out.
    """
    return _copies.get((chosen(), asked), make)


def copied_drawing(asked: Hashable, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Give a copy of a drawing in plain values as `copied` does; tuples in it come back as lists."""
    # Two thirds faster to read than what `copied` writes.
    drawing: dict[str, Any] = json.loads(copied(asked, lambda: json.dumps(make())))
    return drawing


def settle() -> str | None:
    """Take the edition that the address names, before anything of it is read; without a known name the first's newest.

    Another edition has other things: what the session holds of the one before means nothing in it. The same collection
    built anew has the same things, but for a few.

    Returns:
        The version that this session saw as the newest until now, if there is a newer one.
    """
    state = st.session_state
    named = st.query_params.get(PARAMETER, "")
    asked = named if named in queries.served() else first()
    edition = _edition(asked, st.query_params.get(VERSION, ""))
    if edition != (state.get(EDITION) or first()):
        for key in [*state]:
            del state[key]
    before, build = state.get(BUILD), queries.build(edition)
    state[PARAMETER], state[EDITION], state[BUILD] = asked, edition, build
    return editions.split(before)[1] if before and before != build else None


def _edition(collection_id: str, version: str) -> str:
    """The edition of that version; whichever is the newest where it was not kept, which the frame then says."""
    # A link on a page that shows the newest version names it, and means the newest when another has just been built.
    shown = editions.split(chosen())[1] if older() is None else None
    if version in ("", newest(collection_id), shown):
        return collection_id
    try:
        return queries.edition(collection_id, version)
    except queries.UnknownVersion:
        return collection_id


def newest(collection_id: str) -> str:
    """Name the newest version of a collection."""
    return str(editions.split(queries.build(collection_id))[1])


def title(collection_id: str) -> str:
    """Give the title of a collection that is served."""
    return _entry(queries.build(collection_id))[0]


def href(collection_id: str) -> str:
    """Write the address at which a collection opens: what it can show first, and none of the reader's filters."""
    first_page = _entry(queries.build(collection_id))[1]
    return first_page if collection_id == first() else f"{first_page}?{urlencode({PARAMETER: collection_id})}"


@lru_cache(maxsize=MOST_KEPT)
def _entry(build: str) -> tuple[str, str]:
    """Give title and first page of a collection."""
    title = str(queries.run_on(build, "collection")["title"][0])
    return title, "./" if queries.run_on(build, "issues").num_rows else "search"
