"""The index is written in one step: killed at any moment, the old one or the new one stands there and answers."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tantivy import Query

import queries
from data import full_text as writing
from data import index as command
from data.full_text import is_current, write_index
from queries import fetched, full_text
from queries.full_text import Asked, index
from queries.full_text.asked import SCHEMA
from tests.data.conftest import run_build

# Imports once, and forks for each folder that it is told of; waits for the child when it is told to. Nothing has
# started a thread by then.
FORKING = """
import os, sys
from pathlib import Path
from data.full_text import write_index

print("ready", flush=True)
while folder := sys.stdin.readline().strip():
    child = os.fork()
    if not child:
        write_index(Path(folder))
        os._exit(0)
    print(child, flush=True)
    sys.stdin.readline()
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
KILLS = 30


def become(tables, version):
    """Give a collection another version, as a new build would."""
    table = pq.read_table(tables / "collection.parquet")
    column = table.column_names.index("data_version")
    pq.write_table(table.set_column(column, "data_version", pa.array([version])), tables / "collection.parquet")


def expected(tables):
    """Where the index of a collection as it is now should be."""
    with queries.connect(tables) as connection:
        return tables / "index" / index.version(connection)


def found(folder):
    """How many documents of an index hold a word."""
    searcher = index.open_whole(folder)
    return searcher.search(Query.term_query(SCHEMA, "words", "ruritania", "freq"), 10).count  # type: ignore[attr-defined]


class Forker:
    """A process that writes an index in a child of its own, for each folder that it is told of."""

    def __init__(self, process):
        self.process = process
        assert process.stdout.readline() == "ready\n"

    def tell(self, line):
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def begin(self, tables):
        """Begin to write an index; returns the number of the process that does."""
        self.tell(tables)
        return int(self.process.stdout.readline())

    def ended(self):
        """Wait for the end; returns whether it was a good one."""
        self.tell("wait")
        return self.process.stdout.readline() == "0\n"


@pytest.fixture
def forker():
    arguments = [sys.executable, "-c", FORKING]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Forker(process)


def seconds_of_writing(forker, tables):
    """How long it takes to write the index."""
    shutil.rmtree(tables / "index")
    start = time.monotonic()
    forker.begin(tables)
    assert forker.ended()
    return time.monotonic() - start


def test_killed_many_times_the_old_index_or_the_new_one_answers(home, forker):
    tables = home / "parquet"
    whole = seconds_of_writing(forker, tables)
    folders = {}
    for version in ("one", "other"):
        become(tables, version)
        folders[version] = expected(tables)
    assert write_index(tables)
    standing, count_new = "other", 0
    for number in range(KILLS):
        wanted = "one" if standing == "other" else "other"
        become(tables, wanted)
        writer = forker.begin(tables)
        time.sleep(whole * number / KILLS)
        os.kill(writer, signal.SIGKILL)
        forker.ended()
        (standing,) = [version for version, folder in folders.items() if index.is_whole(folder)]
        assert found(folders[standing]) == 1
        count_new += standing == wanted
    assert count_new < KILLS
    become(tables, "last")
    assert write_index(tables)
    assert found(expected(tables)) == 1
    assert [path.name for path in tables.iterdir() if path.suffix != ".parquet"] == ["index"]
    assert [path.name for path in (tables / "index").iterdir()] == [expected(tables).name]


def test_what_a_killed_one_left_behind_is_cleared_away(home):
    tables = home / "parquet"
    become(tables, "other")
    (tables / ".index-new" / "half").mkdir(parents=True)
    assert write_index(tables)
    assert not (tables / ".index-new").exists()
    assert found(expected(tables)) == 1


def test_a_failure_while_writing_leaves_the_old_index(home, monkeypatch):
    tables = home / "parquet"
    old = expected(tables)
    become(tables, "other")

    def full_disk(text):
        raise ValueError("No space left on device")

    monkeypatch.setattr(writing, "fold_text", full_disk)
    with pytest.raises(OSError, match="could not be written: No space left"):
        write_index(tables)
    assert found(old) == 1
    assert [path.name for path in (tables / "index").iterdir()] == [old.name]


def test_the_build_writes_tables_and_index_together(published):
    assert is_current(published / "parquet")
    assert found(expected(published / "parquet")) == 1
    shutil.rmtree(published / "parquet" / "index")
    assert run_build(published, "--check") == 0
    assert run_build(published) == 0
    assert is_current(published / "parquet")


def run(tables, *options):
    return command.main(["--data", str(tables), *options])


@pytest.fixture(autouse=True)
def no_texts(tmp_path, monkeypatch):
    """No texts of the machine's own user."""
    monkeypatch.setenv("DEMARCHE_TEXTS", str(tmp_path / "texts"))


def test_a_current_index_is_left_alone(home, capsys):
    folder = expected(home / "parquet")
    before = folder.stat().st_ino
    assert run(home / "parquet") == 0
    assert "was current" in capsys.readouterr().out
    assert folder.stat().st_ino == before


@pytest.mark.parametrize("harm", ["stale", "damaged", "missing"])
def test_a_stale_damaged_or_missing_index_is_noticed_and_written_anew(home, capsys, harm):
    tables = home / "parquet"
    if harm == "stale":
        become(tables, "other")
    elif harm == "damaged":
        next(expected(tables).glob("*.term")).write_bytes(b"")
    else:
        shutil.rmtree(tables / "index")
    assert run(tables, "--check") == 1
    assert "not current; run python -m data.index" in capsys.readouterr().out
    assert run(tables) == 0
    assert "was written" in capsys.readouterr().out
    assert run(tables, "--check") == 0
    assert [path.name for path in (tables / "index").iterdir()] == [expected(tables).name]


def test_a_folder_without_a_collection_is_named(tmp_path, capsys):
    assert run(tmp_path) == 1
    assert "no collection.parquet there" in capsys.readouterr().err


def test_fetched_texts_are_found_and_their_index_lies_with_them(home, tmp_path):
    tables = home / "parquet"
    (collection_id,) = pq.read_table(tables / "collection.parquet")["collection_id"].to_pylist()
    texts = fetched.texts_file(collection_id)
    texts.parent.mkdir(parents=True)
    row = {"source_id": "herald-2001", "text": "Strelsau kept silent.", "text_sha256": "x", "origin_id": "herald-2001"}
    pq.write_table(pa.Table.from_pylist([row], schema=fetched.SCHEMA), texts)
    assert run(tables) == 0
    with queries.connect(tables, texts) as connection:
        where = texts.parent / "index" / index.version(connection)
        answer = full_text.search_in(connection, where, Asked("strelsau silent"))
    assert answer.is_ranked
    assert [(hit.id, hit.count_marks) for hit in answer.hits] == [("herald-2001", 2)]
    assert is_current(tables)
