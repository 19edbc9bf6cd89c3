"""Killed at any moment, a build leaves the old version or the new one."""

import shutil
import time

import pyarrow.parquet
import pytest

from data import swap
from data.parquet_files import differences, write_tables
from tests.data.conftest import VERSIONS, run_build
from tests.data.killed import writing
from tests.data.small import set_cell

# Writes two versions in turn until it is killed.
WRITER = """
import itertools, sys
from pathlib import Path
import pyarrow.parquet
from data.parquet_files import write_tables

first, second, target = map(Path, sys.argv[1:])
versions = [{path.stem: pyarrow.parquet.read_table(path) for path in home.glob("*.*")} for home in (first, second)]
print("ready", flush=True)
for tables in itertools.cycle(versions):
    write_tables(tables, target)
"""


@pytest.fixture
def homes(built_once, tmp_path):
    """Two built collections that differ in several tables."""
    first, second = (
        shutil.copytree(built_once, tmp_path / name, ignore=VERSIONS) / "data" for name in ("first", "second")
    )
    set_cell(second, "statements", 3, "speaker", "Embassy")
    set_cell(second, "evidence", 3, "locator", "page 2")
    assert run_build(second) == 0
    return first, second


def tables_in(home):
    return {path.stem: pyarrow.parquet.read_table(path) for path in (home / "parquet").glob("*.parquet")}


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_killed_while_writing_it_leaves_one_whole_version(tmp_path, homes):
    target = tmp_path / "out" / "parquet"
    versions = [tables_in(home) for home in homes]
    for wait in (0.0, 0.011, 0.027, 0.05):
        with writing(WRITER, [home / "parquet" for home in homes], target):
            time.sleep(wait)
        assert [] in [differences(tables, target) for tables in versions]
    # What the killed ones left beside it is gone after the next build.
    write_tables(versions[0], target)
    assert differences(versions[0], target) == []
    assert names_in(target.parent) == ["parquet"]


def test_readers_always_find_the_folder(tmp_path, homes):
    target = tmp_path / "out" / "parquet"
    seen: set[str] = set()
    versions = {tables_in(home)["collection"]["data_version"][0].as_py() for home in homes}
    with writing(WRITER, [home / "parquet" for home in homes], target):
        least, most = time.monotonic() + 0.5, time.monotonic() + 20
        # On a busy machine the writer comes to its turn late.
        while time.monotonic() < least or (seen != versions and time.monotonic() < most):
            # Opened once, as a file is that belongs to one version: `read_table` opens it twice.
            with pyarrow.parquet.ParquetFile(target / "collection.parquet") as opened:
                seen.add(opened.read()["data_version"][0].as_py())
    assert seen == versions


def test_where_folders_cannot_be_exchanged_the_new_one_still_takes_the_place(home, monkeypatch):
    monkeypatch.setattr(swap, "_exchanged", lambda one, other: False)
    set_cell(home, "statements", 3, "speaker", "Embassy")
    assert run_build(home) == 0
    assert run_build(home, "--check") == 0
    assert names_in(home) == ["parquet", "records", "texts", "versions"]


def test_a_version_moved_aside_by_a_killed_build_is_put_back(published):
    home = published
    before = tables_in(home)
    (home / "parquet").rename(home / ".parquet-old")
    (home / ".parquet-new").mkdir()
    with swap.replacing(home / "parquet") as folder:
        put_back = differences(before, home / "parquet")
        shutil.copytree(home / "parquet", folder, dirs_exist_ok=True)
    assert put_back == []
    assert run_build(home, "--check") == 0
    assert names_in(home) == ["parquet", "records", "texts", "versions"]


def test_leftovers_do_not_replace_what_is_there(home):
    shutil.copytree(home / "parquet", home / ".parquet-old")
    (home / ".parquet-old" / "issues.parquet").unlink()
    (home / ".parquet-new").mkdir()
    assert run_build(home) == 0
    assert run_build(home, "--check") == 0
    assert names_in(home) == ["parquet", "records", "texts", "versions"]
