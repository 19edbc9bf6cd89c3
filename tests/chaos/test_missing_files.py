"""A file that is gone or cannot be read is named in a sentence; what was built is served on, and nothing is lost."""

import shutil
from pathlib import Path

import pytest

from data import journal, saving
from data.problems import RecordsError
from data.saving import reviews
from queries import shortage
from tests.chaos.conftest import contents
from tests.data.additions import NOW, addition, statement
from tests.data.conftest import run_build
from tests.data.small import make_collection


def test_a_missing_text_is_named_and_what_was_built_stays(home, capsys):
    built = contents(home / "parquet")
    (home / "texts" / "gazette-2001.txt").unlink()
    assert run_build(home) == 1
    told = capsys.readouterr().err
    assert "gazette-2001" in told
    assert "nothing was written" in told
    assert contents(home / "parquet") == built
    with pytest.raises(RecordsError, match="gazette-2001"):
        saving.add(home, addition(statement("Yes")), NOW)


def test_a_missing_review_keeps_its_save_from_being_taken_back_and_nothing_else(home):
    first = saving.add(home, addition(title="First"), NOW)
    second = saving.add(home, addition(statement("Yes"), title="Second"), NOW)
    before = contents(home / "records")
    reviews.saves(home)[second.save_id].unlink()
    with pytest.raises(saving.ChangedMeanwhile, match="is not there"):
        saving.undo(home, second.save_id)
    with pytest.raises(saving.ChangedMeanwhile, match="was changed after save"):
        saving.undo(home, first.save_id)
    assert contents(home / "records") == before
    saving.rebuild(home)
    assert run_build(home, "--check") == 0


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"files": {"../x": {}}}'])
def test_a_damaged_review_keeps_its_save_from_being_taken_back(home, content):
    saved = saving.add(home, addition(), NOW)
    before = contents(home / "records")
    reviews.saves(home)[saved.save_id].write_bytes(content)
    with pytest.raises(saving.ChangedMeanwhile, match="is not as it was written; restore it"):
        saving.undo(home, saved.save_id)
    assert contents(home / "records") == before


def test_half_a_journal_that_counts_is_finished_and_one_that_does_not_is_forgotten(home, monkeypatch):
    before = contents(home)
    with monkeypatch.context() as patch:
        patch.setattr(journal, "_roll_forward", lambda home: None)
        saved = saving.add(home, addition(), NOW)
    # Some of it came to its place before the machine went down.
    files = sorted(path for path in (home / ".saving" / "put").rglob("*") if path.is_file())
    files[0].replace(home / files[0].relative_to(home / ".saving" / "put"))
    shutil.copytree(home / ".saving", home / ".saving-new")
    assert journal.recover(home)
    assert not [*home.glob(".saving*")]
    saving.undo(home, saved.save_id)
    assert contents(home) == before


@pytest.mark.parametrize("file", ["records/statements.csv", "texts/gazette-2001.txt", "records/statements.yml"])
def test_a_file_that_cannot_be_read_is_named_without_the_paths_of_the_machine(home, monkeypatch, file):
    built, read, refused = contents(home / "parquet"), Path.read_bytes, (home / file).name

    def reading(self):
        if self.name == refused:
            raise PermissionError(13, "Permission denied", str(self))
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", reading)
    monkeypatch.setattr(Path, "read_text", lambda self, *_, **__: reading(self).decode())
    with pytest.raises((RecordsError, OSError)) as failed:
        saving.rebuild(home)
    said = shortage.told(failed.value)
    assert refused in said
    assert str(home) not in said
    monkeypatch.undo()
    assert contents(home / "parquet") == built


def test_a_folder_of_records_that_is_gone_is_told(tmp_path):
    home = make_collection(tmp_path / "data")
    (home / "records").rename(home / "elsewhere")
    with pytest.raises(RecordsError, match=r"records: is no folder in .*; restore it"):
        saving.rebuild(home)
