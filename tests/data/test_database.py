"""The database of a large collection is written whole, belongs to its tables, and gives way to a new one."""

import shutil

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import queries
from data.database import write_database
from queries import database


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the project's own collection, which is taken for a large one."""
    monkeypatch.setattr(database, "LEAST_STATEMENTS", 1_000)
    copy = tmp_path / "collection"
    copy.mkdir()
    for file in queries.PARQUET.glob("*.parquet"):
        shutil.copy(file, copy)
    return copy


def location(connection):
    """The file that a connection reads; None for memory."""
    ((path,),) = connection.execute("select path from duckdb_databases() where not internal").fetchall()
    return path


def test_a_small_collection_needs_none(folder, monkeypatch):
    monkeypatch.undo()
    assert not write_database(folder)
    assert not (folder / database.FOLDER).exists()
    assert location(queries.connect(folder)) is None


def test_a_large_one_is_opened_from_its_file_and_answers_the_same(folder):
    in_memory = queries.connect(folder)
    assert write_database(folder)
    opened = queries.connect(folder)
    assert location(opened) == str(database.file(folder))
    for name in queries.questions():
        asked = dict.fromkeys(queries.contract(name).parameters)
        assert queries.answer(opened, name, asked).equals(queries.answer(in_memory, name, asked)), name


def test_nothing_can_be_written_into_it(folder):
    write_database(folder)
    with pytest.raises(duckdb.Error, match="read-only"):
        queries.connect(folder).execute("delete from statements")


def test_it_is_written_once(folder):
    assert write_database(folder)
    before = database.file(folder).stat().st_mtime_ns
    assert not write_database(folder)
    assert database.file(folder).stat().st_mtime_ns == before


def test_a_changed_collection_has_another_and_whoever_reads_the_old_one_goes_on(folder):
    write_database(folder)
    old, file = queries.connect(folder), database.file(folder)
    statements = pq.read_table(folder / "statements.parquet")
    pq.write_table(statements.slice(1), folder / "statements.parquet")
    assert database.file(folder) != file
    assert location(queries.connect(folder)) is None
    assert write_database(folder)
    assert [found.name for found in file.parent.glob("*.duckdb")] == [database.file(folder).name]
    counted = "count_statements"
    counts = [queries.answer(each, counted, {})[counted][0].as_py() for each in (old, queries.connect(folder))]
    assert counts == [statements.num_rows, statements.num_rows - 1]


def test_other_columns_of_the_same_length_are_another_collection(folder):
    about = pq.read_table(folder / "collection.parquet")
    before = database.file(folder)
    version = pa.array([about["data_version"][0].as_py()[::-1]])
    place = about.column_names.index("data_version")
    pq.write_table(about.set_column(place, "data_version", version), folder / "collection.parquet")
    assert database.file(folder) != before


def test_a_writing_that_fails_leaves_the_old_one(folder, monkeypatch):
    write_database(folder)
    file = database.file(folder)
    pq.write_table(pq.read_table(folder / "statements.parquet").slice(1), folder / "statements.parquet")

    def full(*_):
        raise duckdb.IOException("no space left on device")

    monkeypatch.setattr(queries, "fill", full)
    with pytest.raises(OSError, match="could not be written: no space left"):
        write_database(folder)
    assert [found.name for found in file.parent.glob("*.duckdb")] == [file.name]
    assert not [*folder.glob(".database*")]


def test_fetched_texts_are_laid_over_in_memory(folder, tmp_path):
    write_database(folder)
    texts = tmp_path / "texts.parquet"
    pq.write_table(queries.fetched.SCHEMA.empty_table(), texts)
    assert location(queries.connect(folder, texts)) is None
    assert location(queries.connect(folder, tmp_path / "none.parquet")) == str(database.file(folder))


@pytest.mark.parametrize("harm", [lambda held: held[:5_000], lambda held: b"", lambda held: bytes(len(held))])
def test_a_damaged_one_is_not_used_and_written_anew(folder, harm):
    write_database(folder)
    file = database.file(folder)
    file.write_bytes(harm(file.read_bytes()))
    assert location(queries.connect(folder)) is None
    assert not database.is_whole(folder)
    assert write_database(folder)
    assert location(queries.connect(folder)) == str(file)


def test_what_does_not_fit_into_memory_is_not_put_beside_the_collection(folder):
    write_database(folder)
    for connection in (queries.connect(folder), queries.connect()):
        ((spilt,),) = connection.execute("select current_setting('temp_directory')").fetchall()
        assert spilt == database.SPILLING["temp_directory"]
