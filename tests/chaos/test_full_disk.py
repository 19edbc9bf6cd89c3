"""On a full disk what is to be written is refused in a sentence, the old state stays whole, the room is given back."""

import shutil
from pathlib import Path

import duckdb
import pytest

from api.problems import of
from data import journal, saving
from data.database import write_database
from data.full_text import write_index
from data.importers import ungdc
from data.importers.__main__ import bring
from queries import database, shortage
from tests.chaos.conftest import KB, contents
from tests.data.additions import NOW, addition
from tests.data.conftest import run_build
from tests.data.importers import corpus
from tests.data.small import add_line

# From nothing at all to more than each of these needs.
LEFT = [0, 4 * KB, 16 * KB, 48 * KB, 100 * KB, 200 * KB, 400 * KB, 800 * KB, 6000 * KB]
SEARCH = "summit-2001,border,LEAGUE,2026-11-25,own pages,no,"


def outcomes(disk, home, act):
    """What became of an act with ever more room: "refused" with all as it was, or "done"."""
    before, free = contents(disk.folder), disk.free
    for left in LEFT:
        with disk.full_but_for(left):
            is_done = _is_done(act)
        if is_done:
            yield "done"
            return
        assert contents(disk.folder) == before
        # Folders of a tmpfs keep a page or two.
        assert disk.free >= free - 16 * KB
        yield "refused"


def _is_done(act):
    try:
        return act()
    except OSError as error:
        if shortage.wanted(error) != shortage.DISK:
            raise
    return False


def _undone(home, save_id):
    saving.undo(home, save_id)
    return True


@pytest.fixture
def home(published_once, disk):
    """The collection on the small disk."""
    return shutil.copytree(published_once, disk.folder / "data")


def test_a_build(disk, home, capsys):
    add_line(home, "coverage", SEARCH)
    found = [*outcomes(disk, home, lambda: run_build(home) == 0)]
    assert found == ["refused"] * (len(found) - 1) + ["done"]
    assert len(found) > 3
    told = [line for line in capsys.readouterr().err.splitlines() if line]
    assert len(told) == len(found) - 1
    assert all(line.startswith("could not write: ") and "make room" in line for line in told)
    assert run_build(home, "--check") == 0


def test_a_save_and_its_way_back(disk, home):
    before = contents(home)
    found = [*outcomes(disk, home, lambda: saving.add(home, addition(), NOW))]
    assert found == ["refused"] * (len(found) - 1) + ["done"]
    assert len(found) > 1
    (save_id,) = saving.reviews.saves(home)
    found = [*outcomes(disk, home, lambda: _undone(home, save_id))]
    assert found[-1] == "done"
    assert contents(home) == before


@pytest.mark.chaos
def test_an_index(disk, home):
    shutil.rmtree(home / "parquet" / "index")
    found = [*outcomes(disk, home, lambda: write_index(home / "parquet"))]
    assert found[0] == "refused"
    assert found[-1] == "done"


@pytest.mark.chaos
def test_a_database(disk, home, monkeypatch):
    monkeypatch.setattr(database, "LEAST_STATEMENTS", 1)
    found = [*outcomes(disk, home, lambda: write_database(home / "parquet"))]
    assert found[0] == "refused"
    assert found[-1] == "done"


@pytest.mark.chaos
def test_an_import(disk, tmp_path):
    path = corpus.write_zip(tmp_path / "corpus.zip", corpus.contents())
    target = disk.folder / "collections" / "debate"
    assert bring(ungdc, path, target, False) == 0
    held = corpus.write_zip(tmp_path / "less.zip", corpus.contents(dict([*corpus.SPEECHES.items()][:5])))
    found = [*outcomes(disk, target, lambda: bring(ungdc, held, target, False) == 0)]
    assert found[0] == "refused"
    assert found[-1] == "done"


def test_a_save_that_counts_is_told_as_saved_though_its_files_come_to_their_place_later(home, monkeypatch):
    def full(self, target):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        saved = saving.add(home, addition(), NOW)
    assert journal.recover(home)
    assert [*saving.reviews.saves(home)] == [saved.save_id]
    assert saved.source_id in (home / "records" / "sources.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("error", "short"),
    [
        (OSError(28, "No space left on device", "/secret/path"), "room on the disk"),
        (OSError(24, "Too many open files"), "open files"),
        (MemoryError(), "memory"),
        (duckdb.OutOfMemoryException("could not allocate block"), "memory"),
    ],
)
def test_a_file_that_cannot_be_made_for_want_of_something_is_answered_with_a_sentence(error, short):
    problem = of(error)
    assert (problem.status, problem.kind) == (503, "shortage")
    assert problem.detail.startswith(f"The server is short of {short} right now;")
    assert "/secret" not in problem.detail
