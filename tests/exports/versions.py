"""A small collection in three versions, of which the second corrects and the third removes."""

from contextlib import contextmanager
from datetime import date
from types import SimpleNamespace

import pytest

import queries
from data import build
from tests.data.conftest import run_build
from tests.data.small import add_line, make_collection, replace_in

NAME = "ruritania"
CORRECTED, ADDED, REMOVED, KEPT = "2001-02-03-rur-border", "2005-rur-border", "2004-02-rur-border", "1993-rur-border"
FIRST, SECOND, THIRD = date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)


@contextmanager
def three_versions(folder):
    """Serve the collection; gives a function that builds the next version and names it."""
    home = make_collection(folder / "data")
    replace_in(home / "records" / "collection.yml", b"name: nagorno-karabakh", f"name: {NAME}".encode())

    def built(day):
        if day == SECOND:
            correct(home)
        if day == THIRD:
            remove(home)
        patch.setattr(build, "date", SimpleNamespace(today=lambda: day))
        assert run_build(home) == 0
        return queries.run_on(NAME, "collection")["data_version"][0].as_py()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(queries, "served", lambda: {NAME: home / "parquet"})
        yield built


@contextmanager
def serving(home):
    """Serve a folder that was built so."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(queries, "served", lambda: {NAME: home / "parquet"})
        yield


def correct(home):
    replace_in(
        home / "records" / "statements.csv", b"border,oppose,statement,It said no.", b"border,support,letter,Yes."
    )
    add_line(home, "statements", f"{ADDED},RUR,Ministry,2005-01-01,year,,border,support,statement,It agreed.,")
    add_line(home, "evidence", f"{ADDED},herald-2001,press,,,,")
    add_line(home, "corrections", f"{SECOND},statements,{CORRECTED},It stood as opposed.,A misreading.,")


def remove(home):
    records = home / "records"
    line = f"{REMOVED},RUR,Ministry,2004-02-01,month,,border,neutral,statement,It took no side.,\n"
    replace_in(records / "statements.csv", line.encode(), b"")
    replace_in(records / "evidence.csv", f"{REMOVED},herald-2001,press,,,,\n".encode(), b"")
    add_line(home, "corrections", f"{THIRD},evidence,{REMOVED}|herald-2001|,It went too.,A duplicate.,")
    add_line(home, "corrections", f"{THIRD},statements,{REMOVED},It was there twice.,A duplicate.,")
