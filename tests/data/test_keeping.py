"""Every version that is built is kept, once, whole and for good, and none is known before all of it is there."""

import hashlib
import json
import shutil
from datetime import date, timedelta
from functools import cache
from itertools import count
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from data import editions, keeping
from data.description_files import read_collection
from queries.versions import Change, Version, files, read, read_changes
from tests.data.conftest import run_build
from tests.data.small import RECORDS, replace_in

DAY = date(2026, 11, 24)
NAMES = {letter: letter * 12 for letter in "abcd"}


class Killed(BaseException):
    """Nothing gets to run after this, as after a kill."""


@cache
def collection():
    return read_collection(RECORDS)


@pytest.fixture
def build(tmp_path):
    """Make folders of tables: actors that are named and stand on a side, and a collection of a version."""

    def made(version, actors):
        folder = tmp_path / version
        folder.mkdir()
        rows = [{"actor_id": name, "region": region, "aliases": []} for name, region in actors.items()]
        pq.write_table(pa.Table.from_pylist(rows), folder / "actors.parquet")
        pq.write_table(pa.table({"data_version": [NAMES[version]]}), folder / "collection.parquet")
        pq.write_table(pa.table({"n": [1]}), folder / "fields.parquet")
        return folder

    return made


@pytest.fixture
def versions(build):
    """Four versions, built day after day: one actor more, one corrected, one gone."""
    every = [("a", {"FRA": "x"}), ("b", {"FRA": "x", "GEO": "x"}), ("c", {"FRA": "y", "GEO": "x"}), ("d", {"GEO": "x"})]
    return [(build(*each), DAY + timedelta(number)) for number, each in enumerate(every)]


def keep(home, *versions):
    for folder, day in versions:
        keeping.keep(folder, home, collection(), day)


def assert_whole(home):
    """All that is listed can be read, and is what its name says."""
    for tables in read(home).values():
        assert [*tables] == ["actors", "collection", "fields"]
        for name, file in files(home, tables).items():
            assert hashlib.sha256(file.read_bytes()).hexdigest() == tables[name]
    read_changes(home)


def told(home):
    return [(change.version[0], change.id, change.change) for change in read_changes(home)]


CHANGES = [("b", "GEO", "added"), ("c", "FRA", "changed"), ("d", "FRA", "removed")]


def test_each_version_is_kept_with_the_bytes_that_it_had_and_what_it_changed(tmp_path, versions):
    home = tmp_path / "home"
    keep(home, *versions)
    assert [*read(home)] == [Version(NAMES[letter], DAY + timedelta(days)) for days, letter in enumerate("abcd")]
    for (folder, _), tables in zip(versions, read(home).values(), strict=True):
        for name, file in files(home, tables).items():
            assert file.read_bytes() == (folder / f"{name}.parquet").read_bytes()
    assert told(home) == CHANGES
    assert read_changes(home)[0] == Change(NAMES["b"], DAY + timedelta(1), "actors", "GEO", "added")
    # Four actors and collections, and fields once for all.
    assert len([*(home / "tables").iterdir()]) == 9
    assert keeping.faults(home, NAMES["d"]) == []


def test_the_same_version_again_adds_nothing(tmp_path, versions):
    home = tmp_path / "home"
    keep(home, *versions)
    before = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in home.rglob("*.*")}
    keep(home, *((folder, day + timedelta(9)) for folder, day in versions))
    assert {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in home.rglob("*.*")} == before


def killed_at(step, monkeypatch, act):
    """Kill an act at a step that it does with files, a write being cut in the middle; whether it came so far."""
    steps = count(1)
    write, replace, unlink = Path.write_bytes, Path.replace, Path.unlink

    def cut(path, content):
        is_last = next(steps) == step
        write(path, content[: len(content) // 2] if is_last else content)
        if is_last:
            raise Killed

    def before(done):
        def act(path, *arguments):
            if next(steps) == step:
                raise Killed
            done(path, *arguments)

        return act

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", cut)
        patch.setattr(Path, "replace", before(replace))
        patch.setattr(Path, "unlink", before(unlink))
        try:
            act()
        except Killed:
            return True
    return False


ACTS = {
    "keep": lambda home, versions: keep(home, *versions),
    "drop": lambda home, versions: keeping.drop(home, collection(), NAMES["b"]),
}


@pytest.mark.parametrize("name", ACTS)
def test_killed_at_any_moment_what_is_listed_is_there_and_the_next_run_goes_on(tmp_path, versions, monkeypatch, name):
    start, whole = tmp_path / "start", tmp_path / "whole"
    keep(start, *versions[: 3 if name == "drop" else 2])
    shutil.copytree(start, whole)
    ACTS[name](whole, versions)
    for step in count(1):
        home = shutil.copytree(start, tmp_path / f"killed-{step}")
        was_killed = killed_at(step, monkeypatch, lambda home=home: ACTS[name](home, versions))
        assert_whole(home)
        if not was_killed:
            break
        between = [[*read(whole)][:3]] if name == "keep" else []
        assert [*read(home)] in [[*read(start)], *between, [*read(whole)]]
        if name == "keep" or NAMES["b"] in {each.version for each in read(home)}:
            ACTS[name](home, versions)
        assert (read(home), told(home)) == (read(whole), told(whole))
    assert step > 5


def test_what_a_killed_build_left_goes_when_something_is_dropped(tmp_path, versions, monkeypatch):
    home = tmp_path / "home"
    keep(home, *versions[:2])
    assert killed_at(4, monkeypatch, lambda: keep(home, versions[2]))
    keeping.drop(home, collection(), NAMES["b"])
    named = {sha256 for tables in read(home).values() for sha256 in tables.values()}
    assert {file.stem for file in (home / "tables").iterdir()} == named


@pytest.mark.parametrize(
    ("dropped", "left"),
    [
        ("a", [("c", "FRA", "changed"), ("d", "FRA", "removed")]),
        ("b", [("c", "FRA", "changed"), ("c", "GEO", "added"), ("d", "FRA", "removed")]),
        ("c", [("b", "GEO", "added"), ("d", "FRA", "removed")]),
        ("d", [("b", "GEO", "added"), ("c", "FRA", "changed")]),
    ],
)
def test_after_a_drop_the_next_version_is_compared_with_the_one_before(tmp_path, versions, dropped, left):
    home = tmp_path / "home"
    keep(home, *versions)
    keeping.drop(home, collection(), NAMES[dropped])
    assert_whole(home)
    assert [each.version[0] for each in read(home)] == [letter for letter in "abcd" if letter != dropped]
    assert sorted(told(home)) == sorted(left)
    assert len([*(home / "tables").iterdir()]) == 7


def test_a_column_that_only_one_version_has_is_no_change_and_without_its_key_a_table_is_not_compared(tmp_path, build):
    first, second = build("a", {"FRA": "x"}), build("b", {"FRA": "x"})
    rows = pq.read_table(second / "actors.parquet")
    pq.write_table(rows.append_column("name", pa.array(["France"])), second / "actors.parquet")
    third = build("c", {"FRA": "x"})
    pq.write_table(rows.drop_columns("actor_id"), third / "actors.parquet")
    keep(tmp_path / "home", (first, DAY), (second, DAY), (third, DAY))
    assert told(tmp_path / "home") == []


@pytest.mark.parametrize(("harm", "word"), [("missing", "is missing"), ("altered", "is not what its name says")])
def test_check_names_a_kept_file_that_is_gone_or_altered(published, capsys, harm, word):
    (kept,) = (published / "versions").iterdir()
    said = json.loads((kept / "versions.jsonl").read_text("utf-8"))
    file = kept / "tables" / f"{said['tables']['fields']}.parquet"
    # More bytes at the end of a Parquet file can go unnoticed when it is read.
    file.unlink() if harm == "missing" else file.write_bytes(b"PAR1" + file.read_bytes())
    capsys.readouterr()
    assert run_build(published, "--check") == 1
    (fault,) = capsys.readouterr().err.splitlines()
    assert file.name in fault
    assert f"fields of a version that was kept, {word}; restore it" in fault


def test_check_fails_when_the_current_version_is_not_kept(home, capsys):
    assert run_build(home, "--check") == 1
    (fault,) = capsys.readouterr().err.splitlines()
    assert fault == f"version {keeping.version_in(home / 'parquet')} is not kept; run python -m data.build"
    assert run_build(home) == 0
    assert run_build(home, "--check") == 0


def test_a_version_that_was_never_published_is_replaced(published):
    first = keeping.version_in(published / "parquet")
    (kept,) = (published / "versions").iterdir()
    replace_in(published / "records" / "coverage.csv", b",own pages,", b",own pages and press,")
    assert run_build(published) == 1
    assert run_build(published, "--replace") == 0
    second = keeping.version_in(published / "parquet")
    assert second != first
    assert [each.version for each in read(kept)] == [second]
    assert run_build(published, "--replace") == 0
    assert run_build(published, "--check") == 0


def command(home, *words):
    return editions.main(["--data", str(home), *words])


def test_versions_are_listed_and_dropped_but_never_the_current_one(published, capsys):
    first = keeping.version_in(published / "parquet")
    with (published / "records" / "coverage.csv").open("a", encoding="utf-8") as file:
        file.write("summit-2001,border,LEAGUE,2026-11-25,own pages,no,\n")
    assert run_build(published) == 0
    second = keeping.version_in(published / "parquet")
    capsys.readouterr()
    assert command(published, "list") == 0
    today = date.today()
    assert capsys.readouterr().out.splitlines() == [
        f"{first}  built {today}, 0 rows changed",
        f"{second}  built {today}, 1 row changed, current",
    ]
    assert command(published, "drop", second) == 1
    assert f"{second} is the current version" in capsys.readouterr().err
    assert command(published, "drop", "0" * 12) == 1
    assert "is not kept" in capsys.readouterr().err
    assert command(published, "drop", first) == 0
    assert run_build(published, "--check") == 0
