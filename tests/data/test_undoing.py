"""The newest save can be taken back byte by byte, unless somebody has built upon it."""

import json
import shutil
from datetime import UTC, datetime

import pytest

from data import build, saving
from data.problems import RecordsError
from queries.versions import VERSIONS, home_in, read
from tests.data.additions import NOW, addition, statement, tree
from tests.data.small import add_line, make_collection, replace_in, set_cell


@pytest.fixture
def home(tmp_path):
    """Folder of a small collection that was never built."""
    return make_collection(tmp_path / "data", most_rows=40)


@pytest.fixture(scope="module")
def saved_once(tmp_path_factory):
    """A small collection that was built, saved to and built again; its state before; the save."""
    made = make_collection(tmp_path_factory.mktemp("once") / "data", most_rows=40)
    saving.rebuild(made)
    before = tree(made)
    saved = saving.add(made, addition(statement(stance="neutral"), statement("Yes", held_id="1993-rur-border")), NOW)
    saving.rebuild(made)
    return made, before, saved


@pytest.fixture
def home_saved(saved_once, tmp_path):
    """A copy of it, its state before, and the save."""
    made, before, saved = saved_once
    return shutil.copytree(made, tmp_path / "copy"), before, saved


def kept(home):
    return home_in(home / "versions", "nagorno-karabakh")


def versions(home):
    return [each.version for each in read(kept(home))]


def test_saves_are_taken_back_byte_by_byte_one_after_the_other(home):
    for path in (home / "records").glob("*.csv"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n").removesuffix(b"\r\n"))
    before = tree(home)
    first = saving.add(home, addition(), NOW)
    between = tree(home)
    # Even if a clock went back.
    second = saving.add(home, addition(statement(date="2003-01-01")), datetime(2026, 11, 2, tzinfo=UTC))
    after = tree(home)
    with pytest.raises(saving.ChangedMeanwhile, match="is not the newest any more; correct or retract its statements"):
        saving.undo(home, first.save_id)
    assert tree(home) == after
    saving.undo(home, second.save_id)
    assert tree(home) == between
    for save_id in (second.save_id, first.save_id[:10], "", "../x"):
        with pytest.raises(saving.ChangedMeanwhile, match="is not there; it was taken back already"):
            saving.undo(home, save_id)
    saving.undo(home, first.save_id)
    assert tree(home) == before


def test_what_was_built_of_a_save_is_forgotten_with_it(home_saved, monkeypatch):
    home, before, saved = home_saved
    first = versions(home)[0]
    saving.undo(home, saved.save_id)
    assert tree(home) == before
    assert versions(home) == [first]
    assert saving.rebuild(home) == first
    assert build.main(["--data", str(home), "--check"]) == 0
    # What is built already is not built again.
    monkeypatch.setattr(build, "write", None)
    assert saving.rebuild(home) == first


def test_a_save_that_more_than_one_version_holds_is_not_taken_back(home_saved):
    home, _, saved = home_saved
    *_, last = (kept(home) / VERSIONS).read_text("utf-8").splitlines()
    with (kept(home) / VERSIONS).open("a", encoding="utf-8") as file:
        file.write(json.dumps(json.loads(last) | {"version": "f" * 12}) + "\n")
    before = tree(home)
    with pytest.raises(saving.ChangedMeanwhile, match=r"is in more than one version .*; correct or retract"):
        saving.undo(home, saved.save_id)
    assert tree(home) == before
    assert len(versions(home)) == 3


def test_what_was_changed_since_is_not_taken_back(home_saved):
    home, _, saved = home_saved
    set_cell(home, "sources", 2, "title", "Another")
    before, built = tree(home), versions(home)
    with pytest.raises(saving.ChangedMeanwhile, match=r"records/sources.csv was changed after save .*; correct"):
        saving.undo(home, saved.save_id)
    assert (tree(home), versions(home)) == (before, built)


def test_a_source_that_something_new_rests_on_is_not_taken_back(home_saved):
    home, _, saved = home_saved
    add_line(home, "events", f"talks,Talks,2001-02-05,,summit,,,,They met.,,{saved.source_id}")
    before, built = tree(home), versions(home)
    with pytest.raises(RecordsError, match=rf'events.csv:3: source_id "{saved.source_id}" is not in sources.csv'):
        saving.undo(home, saved.save_id)
    assert (tree(home), versions(home)) == (before, built)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"records/sources.csv", b"records/../x.csv"),
        (b'"at": ', b'"at": "far", "x": '),
        (b'"was": ""', b'"was": "x"'),
        (b'"evidence"', b'"issues"'),
        (b"{", b"["),
    ],
)
def test_a_review_that_was_tampered_with_takes_nothing_back(home_saved, old, new):
    home, _, saved = home_saved
    (file,) = (home / "reviews").iterdir()
    replace_in(file, old, new)
    before = tree(home)
    with pytest.raises(saving.ChangedMeanwhile, match="restore it, or correct"):
        saving.undo(home, saved.save_id)
    assert tree(home) == before
