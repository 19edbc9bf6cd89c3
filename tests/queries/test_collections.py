"""Which collections are served: the project's own first, those beside it, or what the environment names."""

import os

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from queries import collections


@pytest.fixture
def folder(tmp_path):
    """Make folders that say which collection they hold."""

    def make(name, collection_id):
        place = tmp_path / name
        place.mkdir(parents=True)
        pq.write_table(pa.table({"collection_id": [collection_id]}), place / "collection.parquet")
        return place

    return make


def test_a_folder_says_which_collection_it_holds(folder):
    one, two = folder("a", "first"), folder("b", "second")
    assert collections.by_id([two, one]) == {"second": two, "first": one}
    assert [*collections.by_id([two, one])] == ["second", "first"]


def test_a_folder_without_a_collection_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=f"{tmp_path.name}: no collection.parquet there"):
        collections.by_id([tmp_path])


def test_two_folders_of_one_collection_are_both_named(folder):
    with pytest.raises(ValueError, match=r"b and .*a both hold the collection same"):
        collections.by_id([folder("a", "same"), folder("b", "same")])


def test_the_environment_names_folders_as_a_search_path(tmp_path):
    named = os.pathsep.join([str(tmp_path / "a"), "", str(tmp_path / "b")])
    assert collections.named_folders(named) == [tmp_path / "a", tmp_path / "b"]
    assert collections.named_folders("") == []


def test_what_was_imported_stands_beside_the_own_collection(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(collections, "IMPORTED", tmp_path)
    (tmp_path / "left-behind").mkdir()
    second, first = folder("zz", "one"), folder("aa", "two")
    assert collections.own_folders() == [collections.PARQUET, first, second]
