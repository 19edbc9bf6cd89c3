"""A collection in a bucket answers, is searched, shown and indexed as the folder that it was copied from."""

import logging
import os
import shutil

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import queries
from api import start
from data import index as command
from queries import builds, full_text
from queries.collections import PARQUET, served
from tests.pages import seen
from tests.pages.test_every_page import page
from tests.queries.object_store.store import URL

# Another than the own collection, of which much is kept in the memory of the tests.
NAME = "from-a-bucket"
PLAIN = [name for name in queries.questions() if not queries.contract(name).parameters]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The own collection under another name, without what is made from it."""
    copy = tmp_path_factory.mktemp("data") / "parquet"
    shutil.copytree(PARQUET, copy, ignore=shutil.ignore_patterns("index", "database"))
    become(copy, collection_id=NAME)
    return copy


def become(folder, **cells):
    """Change the row of a collection."""
    row = pq.read_table(folder / "collection.parquet")
    for name, value in cells.items():
        row = row.set_column(row.column_names.index(name), name, pa.array([value]))
    pq.write_table(row, folder / "collection.parquet")


@pytest.fixture
def in_bucket(folder, store, monkeypatch):
    """Serve it from a bucket."""
    store.put_folder(folder)
    monkeypatch.setenv("DEMARCHE_DATA", URL)
    forget()
    yield store
    forget()


def forget():
    """As a new process would begin."""
    served.cache_clear()
    builds._newest.clear()


def test_every_question_without_parameters_has_the_answer_of_the_folder(in_bucket, folder):
    local = queries.connect(folder)
    assert [*served()] == [NAME]
    assert PLAIN
    for name in PLAIN:
        assert queries.run_on(NAME, name).equals(queries.answer(local, name, {})), name
    asked = {"event_id": "unga-62-243"}
    assert queries.run_on(NAME, "event_by_id", **asked).equals(queries.answer(local, "event_by_id", asked))


def test_versions_that_were_kept_are_opened_as_ever(in_bucket):
    in_bucket.put_folder(PARQUET.parent / "versions" / "nagorno-karabakh", f"data/versions/{NAME}/")
    (oldest, *_) = queries.kept(NAME)
    older = queries.run_on(queries.edition(NAME, oldest.version), "collection")
    assert older["data_version"].to_pylist() == [oldest.version]


def test_pages_show_it(in_bucket):
    app = page("data", {})
    assert not app.exception
    assert not app.error
    assert queries.run_on(NAME, "collection")["licence"][0].as_py() in " ".join(seen.words(app))


def test_its_index_is_written_once_and_found_by_who_serves_it(in_bucket, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("DEMARCHE_TEXTS", str(tmp_path / "texts"))
    assert command.main(["--check"]) == 1
    assert command.main([]) == 0
    assert f"{NAME}: the index was written" in capsys.readouterr().out
    forget()
    assert command.main([]) == 0
    assert f"{NAME}: the index was current" in capsys.readouterr().out
    assert full_text.search(NAME, full_text.Asked("referendum")).is_ranked


def test_a_new_start_serves_the_new_version_and_says_so(in_bucket, folder, tmp_path, caplog):
    caplog.set_level(logging.INFO, "demarche")
    start.announce()
    old = served()[NAME]
    version = queries.run_on(NAME, "collection")["data_version"][0].as_py()
    assert f"{NAME}: data version {version}" in caplog.text
    newer = shutil.copytree(folder, tmp_path / "newer")
    become(newer, data_version="0123456789ab")
    in_bucket.put_folder(newer)
    forget()
    start.announce()
    assert f"{NAME}: data version 0123456789ab" in caplog.text
    assert queries.run_on(NAME, "collection")["data_version"].to_pylist() == ["0123456789ab"]
    assert served()[NAME] != old
    assert old.is_dir()


def test_folders_and_buckets_stand_beside_each_other(in_bucket, monkeypatch):
    monkeypatch.setenv("DEMARCHE_DATA", os.pathsep.join([str(PARQUET), URL]))
    forget()
    assert [*served()] == ["nagorno-karabakh", NAME]


def test_a_server_that_cannot_have_what_it_is_to_serve_says_so_and_ends(store, monkeypatch, capsys):
    monkeypatch.setenv("DEMARCHE_DATA", "s3://nowhere/data")
    forget()
    with pytest.raises(
        SystemExit, match=r"The server cannot start\. s3://nowhere/data: the store knows no such bucket"
    ):
        start.announce()
    assert command.main([]) == 1
    assert "s3://nowhere/data: the store knows no such bucket" in capsys.readouterr().err
    forget()
