"""A damaged table, index or database never becomes a fact on a page: it is refused by name, or done without."""

import os
import shutil
import time
from contextlib import suppress

import httpx
import pytest

import queries
from data import database as databases
from data import full_text, saving
from data import index as command
from queries import builds, database, folder_state, intact
from queries.full_text import Asked, search
from tests.chaos.harm import HARMS, harm, harm_in_place
from tests.chaos.served import refused, served
from tests.data.additions import NOW, addition
from tests.data.conftest import run_build
from tests.data.small import add_line, replace_in

TABLES = ("statements", "collection", "evidence")
NAME = "nagorno-karabakh"
# Every day the harm that is hardest to notice, all others by `make chaos`.
EACH = [how if how == "one byte" else pytest.param(how, marks=pytest.mark.chaos) for how in HARMS]


@pytest.fixture
def open_here(monkeypatch):
    """Serve a folder to this process alone, and let go of it afterwards."""

    def serve(folder):
        monkeypatch.setattr(queries, "served", lambda: {NAME: folder})
        return folder

    # Nothing is waited for that could still be changing.
    monkeypatch.setattr(folder_state, "QUIET_S", 0)
    yield serve
    builds._newest.pop(NAME, None)
    builds._older.clear()


@pytest.mark.parametrize("how", HARMS)
@pytest.mark.parametrize("table", TABLES)
def test_every_harm_to_a_table_is_noticed_and_named(home, table, how):
    intact.refuse_damaged(home / "parquet")
    harm(home / "parquet" / f"{table}.parquet", how)
    with pytest.raises(intact.Damaged, match=rf"{table}\.parquet is damaged or no table; restore it, or build"):
        intact.refuse_damaged(home / "parquet")


@pytest.mark.parametrize("how", EACH)
def test_the_commands_name_a_damaged_table_and_a_build_makes_it_whole(home, how, capsys):
    whole = (home / "parquet" / "statements.parquet").read_bytes()
    harm(home / "parquet" / "statements.parquet", how)
    assert run_build(home, "--check") == 1
    assert "statements.parquet is not what the records give; run python -m data.build" in capsys.readouterr().err
    assert command.main(["--data", str(home / "parquet")]) == 1
    assert "statements.parquet is damaged or no table" in capsys.readouterr().err
    assert run_build(home) == 0
    assert run_build(home, "--check") == 0
    assert (home / "parquet" / "statements.parquet").read_bytes() == whole


@pytest.mark.parametrize("how", EACH)
def test_while_it_is_served_a_damaged_build_is_not_taken_over(home, open_here, how, caplog):
    folder = open_here(home / "parquet")
    before = queries.build(NAME)
    harm(folder / "statements.parquet", how)
    os.utime(folder / "collection.parquet")
    assert queries.build(NAME) == before
    assert queries.run("count_statements")["count_statements"].to_pylist() == [3]
    assert "is served on, build it again" in caplog.text
    assert "statements.parquet is damaged or no table" in caplog.text


@pytest.mark.parametrize("how", EACH)
def test_a_damaged_older_version_is_refused_and_the_others_stay(home, open_here, how):
    folder = open_here(home / "parquet")
    old = queries.build(NAME).partition("@")[2]
    kept = home / "versions" / NAME / "tables"
    named = {file.name for file in kept.iterdir()}
    add_line(home, "coverage", "summit-2001,border,LEAGUE,2026-11-25,own pages,no,")
    assert run_build(home) == 0
    for file in kept.iterdir():
        if file.name in named and file.read_bytes() != (folder / "statements.parquet").read_bytes():
            harm(file, how)
    with pytest.raises(queries.UnknownVersion, match=rf"Version {old} of {NAME} is damaged on this server"):
        queries.edition(NAME, old)
    new = queries.build(NAME).partition("@")[2]
    assert queries.edition(NAME, new) == f"{NAME}@{new}"


@pytest.mark.parametrize("how", EACH)
def test_a_save_over_a_damaged_build_builds_it_anew(home, how):
    saving.rebuild(home)
    harm(home / "parquet" / "statements.parquet", how)
    saved = saving.add(home, addition(), NOW)
    saving.rebuild(home)
    assert run_build(home, "--check") == 0
    assert saved.statement_ids


@pytest.mark.parametrize("how", EACH)
def test_a_damaged_index_is_done_without_until_it_is_made_anew(home, open_here, how):
    folder = open_here(home / "parquet")
    (index,) = (folder / "index").iterdir()
    largest = max(index.iterdir(), key=lambda file: file.stat().st_size)
    harm(largest, how)
    found = search(NAME, Asked("Ruritania"))
    assert found.total
    assert not found.is_ranked
    assert full_text.write_index(folder)
    assert search(NAME, Asked("Ruritania")).is_ranked


@pytest.mark.parametrize("how", EACH)
def test_a_damaged_database_is_made_anew_and_until_then_the_tables_answer(home, open_here, how, monkeypatch):
    folder = open_here(home / "parquet")
    monkeypatch.setattr(database, "LEAST_STATEMENTS", 1)
    databases.write_database(folder)
    harm(database.file(folder), how)
    assert queries.run("count_statements")["count_statements"].to_pylist() == [3]
    assert len(queries.opened(NAME).table("statements").to_arrow_table()) == 3
    databases.write_database(folder)
    assert databases.is_current(folder)


def test_another_collection_in_its_place_is_not_taken_over(home, open_here, tmp_path, caplog):
    folder = open_here(home / "parquet")
    before = queries.build(NAME)
    other = shutil.copytree(home, tmp_path / "other")
    replace_in(other / "records" / "collection.yml", b"name: nagorno-karabakh", b"name: ruritania")
    assert run_build(other) == 0
    shutil.rmtree(folder)
    shutil.copytree(other / "parquet", folder)
    assert queries.build(NAME) == before
    assert "holds the collection ruritania, not nagorno-karabakh" in caplog.text


@pytest.mark.chaos
@pytest.mark.parametrize("how", HARMS)
def test_a_server_does_not_start_on_a_damaged_table_and_says_which(home, how):
    harm(home / "parquet" / "statements.parquet", how)
    said = refused(home / "parquet")
    assert "The server cannot start. " in said
    assert "statements.parquet is damaged or no table; restore it" in said
    assert "Traceback" not in said


@pytest.mark.chaos
@pytest.mark.parametrize("how", HARMS)
def test_a_running_server_stays_well_whatever_becomes_of_its_tables(home, how):
    with served(home / "parquet") as server:
        before = server.version()
        for table in TABLES:
            harm_in_place(home / "parquet" / f"{table}.parquet", how)
        time.sleep(2.5)
        assert server.is_well()
        assert server.version() == before
        assert "is served on, build it again" in server.log
        assert run_build(home) == 0
        assert server.version() == before
        assert server.is_well()


@pytest.mark.chaos
@pytest.mark.parametrize("how", HARMS)
def test_a_running_server_goes_on_with_the_index_that_it_has_open(home, how):
    (index,) = (home / "parquet" / "index").iterdir()
    with served(home / "parquet") as server:
        assert server.get("/api/search.csv?q=Ruritania").status_code == 200
        for file in index.iterdir():
            harm(file, how)
        assert server.get("/api/search.csv?q=League").status_code == 200
        assert server.is_well()


@pytest.mark.chaos
@pytest.mark.parametrize("how", HARMS)
def test_after_an_index_was_overwritten_in_place_a_new_start_is_well(home, how):
    (index,) = (home / "parquet" / "index").iterdir()
    with served(home / "parquet") as server:
        assert server.get("/api/search.csv?q=Ruritania").status_code == 200
        for file in index.iterdir():
            harm_in_place(file, how)
        # What is mapped into memory is gone: the system may end the server here (docs/operations.md).
        with suppress(httpx.TransportError):
            server.get("/api/search.csv?q=League")
    with served(home / "parquet") as server:
        assert server.get("/api/search.csv?q=League").status_code == 200
        assert server.is_well()
