"""A small collection that is served while it is built again; its rows are invented."""

import shutil
from contextlib import contextmanager

import pytest

import queries
from data.swap import replacing
from queries import streamed
from tests.data.conftest import run_build
from tests.data.small import add_line, make_collection, replace_in

NAME = "ruritania"
FIRST = ("1993-rur-border", "2001-02-03-rur-border", "2004-02-rur-border")
ANY = {name: None for name in queries.contract("statements_in_order").parameters if not name.endswith("_row")}
LATER, WORD = "2005-rur-border", "Zwetschgenknödel"


def begin(folder):
    """Build the collection for the first time; gives the folder of its records."""
    home = make_collection(folder / "data")
    replace_in(home / "records" / "collection.yml", b"name: nagorno-karabakh", f"name: {NAME}".encode())
    assert run_build(home) == 0
    return home


def add_statement(home):
    """Build it with one more statement."""
    add_line(home, "statements", f"{LATER},RUR,Ministry,2005-01-01,year,,border,support,statement,It said {WORD}.,")
    add_line(home, "evidence", f"{LATER},herald-2001,press,,,,")
    assert run_build(home) == 0


def keep(home, name):
    """Put a copy of what was built last beside it."""
    return shutil.copytree(home / "parquet", home / name)


@contextmanager
def served(folder):
    """Serve a folder as the only collection."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(queries, "served", lambda: {NAME: folder})
        yield folder


def put(build, folder):
    """Put a build into the place of another as the build does."""
    with replacing(folder) as new:
        shutil.copytree(build, new, dirs_exist_ok=True)


def ids(edition=NAME):
    """The statements of an edition, in the order of their ids."""
    pieces = streamed.stream_on(edition, "statements_in_order", **ANY)
    return tuple(each for piece in pieces for each in piece["statement_id"].to_pylist())
