"""An import that was stopped goes on where it was, and nobody reads what is half done."""

import errno
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from data.importers import actors, gdelt, parts
from data.importers.__main__ import bring
from data.importers.gdelt import exports as limits
from data.importers.gdelt import reading, rules
from data.importers.parts import Parts, key_of
from data.importers.report import ImportRefused
from tests.data.importers.gdelt_exports import KIND, row, write
from tests.data.killed import writing

ROOT = Path(__file__).parents[3]


def tables(folder):
    return {file.stem: pq.read_table(file) for file in folder.glob("*.parquet")}


def exports(folder, count, **changes):
    """A folder of small exports, the same each time."""
    for number in range(count):
        write(folder / f"201901{number + 10}000000.export.CSV", [row(event_id=str(number + 1), **changes)])
    return folder


@pytest.fixture
def reads(monkeypatch):
    """Names of the files that were read; a name that is put into `broken` kills the import."""

    class Reads(list[str]):
        broken = ""

    found, write_part = Reads(), reading.write_part

    def counted(export, *rest):
        write_part(export, *rest)
        if export.name == found.broken:
            raise KeyboardInterrupt
        found.append(export.name)

    monkeypatch.setattr(gdelt, "write_part", counted)
    return found


def test_what_was_finished_is_not_read_again(tmp_path, reads):
    folder, target = exports(tmp_path / "in", 4), tmp_path / "collections" / "events"
    reads.broken = "20190112000000.export.CSV"
    with pytest.raises(KeyboardInterrupt):
        bring(gdelt, folder, target, False)
    assert not target.exists()
    assert len(list(target.with_name(".events-parts").glob("*.parquet"))) == 2
    reads.broken = ""
    assert bring(gdelt, folder, target, False) == 0
    assert sorted(reads) == sorted(path.name for path in folder.iterdir())
    assert tables(target)["statements"].num_rows == 4
    assert [path.name for path in target.parent.iterdir()] == ["events"]


def test_a_file_that_was_mended_is_the_only_one_to_be_read_again(tmp_path, reads, capsys):
    folder, target = exports(tmp_path / "in", 3), tmp_path / "collections" / "events"
    mended = write(folder / "20190111000000.export.CSV", b"cut")
    assert bring(gdelt, folder, target, False) == 1
    assert f"kept for the next try, in {target.with_name('.events-parts')}" in capsys.readouterr().err
    reads.clear()
    write(mended, [row(event_id="2")])
    assert bring(gdelt, folder, target, False) == 0
    assert reads == [mended.name]


def test_a_file_that_only_had_the_wrong_name_is_read_when_it_has_the_right_one(tmp_path):
    folder, target = tmp_path / "in", tmp_path / "collections" / "events"
    packed = write(folder / "20190110000000.export.CSV.zip", [row()])
    wrong = packed.rename(packed.with_suffix(""))
    assert bring(gdelt, folder, target, False) == 1
    wrong.rename(packed)
    assert bring(gdelt, folder, target, False) == 0
    assert tables(target)["statements"].num_rows == 1


def test_a_disk_that_fails_is_no_fault_of_the_file_and_leaves_no_part(tmp_path, monkeypatch):
    folder, target = exports(tmp_path / "in", 1), tmp_path / "collections" / "events"

    def fail(file):
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as failing:
        failing.setattr(limits, "_whole_rows", fail)
        with pytest.raises(OSError, match="Input/output error"):
            bring(gdelt, folder, target, False)
    assert list(target.with_name(".events-parts").glob("*.parquet")) == []
    assert bring(gdelt, folder, target, False) == 0


def test_a_part_is_of_one_content_and_of_one_set_of_rules(tmp_path):
    one, other = write(tmp_path / "one", [row()]), write(tmp_path / "other", [row()])
    same = write(tmp_path / "same", one.read_bytes())
    assert key_of(one, "rules") == key_of(same, "rules")
    assert len({key_of(one, "rules"), key_of(other, "rules"), key_of(one, "other rules")}) == 3


def test_the_rules_are_others_when_a_name_of_a_state_is_another(monkeypatch):
    before = rules.version()
    known = {**actors.recorded(), "USA": {**actors.recorded()["USA"], "aliases": "Columbia"}}
    monkeypatch.setattr(rules, "recorded", lambda: known)
    for cached in (rules.version, rules._tables):
        cached.cache_clear()
    try:
        assert rules.version() != before
    finally:
        for cached in (rules.version, rules._tables):
            cached.cache_clear()


def make(path):
    path.write_text("x")


def test_a_part_that_could_not_be_made_is_not_there(tmp_path):
    def fail(path):
        path.write_text("half")
        raise OSError("no space")

    with parts.beside(tmp_path / "events") as kept:
        with pytest.raises(OSError, match="no space"):
            kept.part("key", fail)
        assert list(kept.folder.glob("*.parquet")) == []
    with parts.beside(tmp_path / "events") as kept:
        assert kept.part("key", make).read_text() == "x"
        assert [path.name for path in kept.folder.iterdir()] == ["key.parquet"]


def test_two_imports_of_one_collection_do_not_meet(tmp_path):
    with parts.beside(tmp_path / "events") as kept:
        kept.part("key", make)
        with (
            parts.beside(tmp_path / "events") as second,
            pytest.raises(ImportRefused, match="another import of this collection is under way"),
        ):
            second.part("key", make)
    with parts.beside(tmp_path / "events") as third:
        third.part("key", lambda path: pytest.fail("is there already"))


def test_an_importer_that_keeps_no_parts_leaves_no_folder(tmp_path):
    with parts.beside(tmp_path / "collections" / "events") as kept:
        kept.remove()
    assert isinstance(kept, Parts)
    assert list(tmp_path.iterdir()) == []


# Brings two folders in turn until it is killed.
IMPORTS = """
import itertools, sys
from pathlib import Path
from data.importers import gdelt
from data.importers.__main__ import bring

*paths, target = map(Path, sys.argv[1:])
print("ready", flush=True)
for path in itertools.cycle(paths):
    bring(gdelt, path, target, False)
"""


def test_killed_while_importing_it_leaves_one_whole_collection_and_the_next_import_goes_on(tmp_path):
    folders = [exports(tmp_path / "one", 3), exports(tmp_path / "two", 5, **KIND)]
    target, wholes = tmp_path / "collections" / "events", []
    for number, folder in enumerate(folders):
        assert bring(gdelt, folder, tmp_path / str(number) / "events", False) == 0
        wholes.append(tables(tmp_path / str(number) / "events"))
    for wait in (0.0, 0.11):
        with writing(IMPORTS, folders, target):
            time.sleep(wait)
        assert tables(target) in wholes
    assert bring(gdelt, folders[1], target, False) == 0
    assert tables(target) == wholes[1]
    assert [path.name for path in target.parent.iterdir()] == ["events"]
