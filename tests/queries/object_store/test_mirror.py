"""A copy of a bucket is whole and of one version, whatever happens meanwhile, and is made once."""

import shutil

import pytest
from s3fs import S3FileSystem

from queries.object_store import bucket, mirror
from queries.object_store.bucket import Bucket, BucketFailed
from queries.object_store.mirror import cache, mirrored
from queries.object_store.sums import SUMS
from tests.queries.object_store.conftest import stop_serving
from tests.queries.object_store.store import PREFIX, URL, said_by, sums, tables, with_sums


def put(store, files):
    for name, content in files.items():
        store.put(f"{PREFIX}{name}", content)


@pytest.fixture
def asked(monkeypatch):
    """The names of the files that were read."""
    names = []
    read = Bucket.read

    def reading(self, folder, entry):
        names.append(entry.name)
        return read(self, folder, entry)

    monkeypatch.setattr(Bucket, "read", reading)
    return names


def copies():
    return sorted(folder.name for place in cache().iterdir() for folder in place.iterdir())


def test_a_copy_has_every_table_byte_by_byte_and_nothing_else(store):
    put(store, tables("one") | {"notes (1).txt": b"x", "index/hashes.json": b"x", "UPPER.parquet": b"x"})
    folder = mirrored(URL)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == tables("one")


def test_a_large_file_comes_in_pieces(store, monkeypatch):
    monkeypatch.setattr(bucket, "PIECE", 100)
    put(store, tables("one"))
    assert {file.name: file.read_bytes() for file in mirrored(URL).iterdir()} == tables("one")


def test_a_listing_of_many_pages_is_read_to_its_end(store, monkeypatch):
    call = S3FileSystem.call_s3
    monkeypatch.setattr(S3FileSystem, "call_s3", lambda self, what, **asked: call(self, what, **asked, MaxKeys=2))
    put(store, tables("one", 4))
    assert len([*mirrored(URL).iterdir()]) == 5


def test_what_is_here_is_not_copied_again(store, asked):
    put(store, tables("one"))
    folder = mirrored(URL)
    asked.clear()
    assert mirrored(URL) == folder
    assert asked == ["collection.parquet"]


def test_a_new_version_gets_a_new_folder_and_the_old_one_stays_while_it_is_served(store):
    put(store, tables("one"))
    old = mirrored(URL)
    put(store, tables("two"))
    new = mirrored(URL)
    assert (said_by(old), said_by(new)) == ({"one"}, {"two"})
    stop_serving()
    assert mirrored(URL) == new
    assert copies() == [new.parent.name]


def test_replaced_while_it_is_copied_the_copy_is_of_the_new_version(store, monkeypatch):
    put(store, tables("one"))
    read = Bucket.read

    def replacing(self, folder, entry):
        if entry.name == "table_b.parquet":
            monkeypatch.setattr(Bucket, "read", read)
            put(store, tables("two"))
        return read(self, folder, entry)

    monkeypatch.setattr(Bucket, "read", replacing)
    folder = mirrored(URL)
    assert said_by(folder) == {"two"}
    assert copies() == [folder.parent.name]


def test_replaced_between_two_pieces_of_a_file_the_copy_is_of_the_new_version(store, monkeypatch):
    monkeypatch.setattr(bucket, "PIECE", 100)
    put(store, tables("one"))
    read = Bucket.read

    def replacing(self, folder, entry):
        for number, piece in enumerate(read(self, folder, entry)):
            if entry.name == "table_b.parquet" and number == 1:
                monkeypatch.setattr(Bucket, "read", read)
                put(store, tables("two"))
            yield piece

    monkeypatch.setattr(Bucket, "read", replacing)
    assert said_by(mirrored(URL)) == {"two"}


def test_a_table_that_was_copied_already_and_changes_then_is_noticed(store, monkeypatch):
    put(store, tables("one"))
    read = Bucket.read

    def replacing(self, folder, entry):
        yield from read(self, folder, entry)
        if entry.name == "table_b.parquet":
            monkeypatch.setattr(Bucket, "read", read)
            put(store, {"table_a.parquet": tables("two")["table_a.parquet"]})

    monkeypatch.setattr(Bucket, "read", replacing)
    assert said_by(mirrored(URL)) == {"one", "two"}, "what lies in the bucket, which nobody put there as one version"


def test_what_never_comes_to_rest_is_refused_and_leaves_nothing(store, monkeypatch):
    put(store, tables("one"))
    read = Bucket.read
    count = iter(range(100))

    def replacing(self, folder, entry):
        if entry.name == "table_b.parquet":
            put(store, tables(f"version-{next(count)}"))
        return read(self, folder, entry)

    monkeypatch.setattr(Bucket, "read", replacing)
    with pytest.raises(BucketFailed, match=f"{URL}: changed each of 3 times"):
        mirrored(URL)
    assert copies() == []


def test_half_a_version_is_refused_where_the_sums_tell(store):
    put(store, with_sums(tables("one")))
    old = mirrored(URL)
    new = with_sums(tables("two"))
    for name in ("collection.parquet", SUMS, "table_a.parquet"):
        put(store, {name: new[name]})
        with pytest.raises(BucketFailed, match=f"{URL}: the tables are not those that SHA256SUMS there names"):
            mirrored(URL)
    assert copies() == [old.parent.name]
    put(store, new)
    assert said_by(mirrored(URL)) == {"two"}


def test_a_table_that_the_sums_do_not_name_or_name_in_vain_is_refused(store):
    put(store, with_sums(tables("one")) | {"table_z.parquet": b"x"})
    with pytest.raises(BucketFailed, match="not those that SHA256SUMS"):
        mirrored(URL)
    store.remove(f"{PREFIX}table_z.parquet")
    mirrored(URL)
    store.remove(f"{PREFIX}table_a.parquet")
    with pytest.raises(BucketFailed, match="not those that SHA256SUMS"):
        mirrored(URL)


def test_without_sums_the_log_says_what_cannot_be_noticed(store, caplog):
    caplog.set_level("INFO", "demarche")
    put(store, tables("one"))
    mirrored(URL)
    assert "without SHA256SUMS, a version of which only a part is there yet is not noticed" in caplog.text
    assert f"{URL}: copying 3 files, 0.0 MB" in caplog.text
    assert f"{URL}: data version one is served from" in caplog.text


def test_versions_that_were_kept_come_along_and_damaged_ones_do_not(store):
    put(store, tables("one"))
    content = b"an older table"
    name = sums({"x": content}).split()[0].decode()
    beside = "data/versions/small"
    for file, written in {"versions.jsonl": b"", "changes.csv": b"", f"tables/{name}.parquet": content}.items():
        store.put(f"{beside}/{file}", written)
    store.put("data/versions/other/versions.jsonl", b"of another collection")
    home = mirrored(URL).parent / "versions"
    assert [folder.name for folder in home.iterdir()] == ["small"]
    assert (home / "small" / "tables" / f"{name}.parquet").read_bytes() == content
    store.put(f"{beside}/tables/{name}.parquet", b"another table!")
    with pytest.raises(BucketFailed, match=rf"{name}\.parquet, a table of an older version, is damaged"):
        mirrored(URL)


def test_what_a_killed_one_left_and_a_damaged_copy_are_made_anew(store):
    put(store, tables("one"))
    folder = mirrored(URL)
    left = folder.parent.with_name(".new") / "parquet"
    left.mkdir(parents=True)
    (left / "half.parquet").write_bytes(b"x")
    (folder / "table_a.parquet").write_bytes(b"x")
    stop_serving()
    assert mirrored(URL) == folder
    assert said_by(folder) == {"one"}
    assert copies() == [folder.parent.name]


def test_a_full_disk_is_told_with_the_address_and_leaves_nothing(store, monkeypatch):
    put(store, tables("one"))

    def full(*paths):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(mirror, "_copy", full)
    with pytest.raises(BucketFailed, match=rf"{URL}: could not be copied .*No space left"):
        mirrored(URL)
    assert copies() == []


def test_no_more_is_copied_than_the_environment_allows(store, monkeypatch):
    put(store, tables("one"))
    monkeypatch.setenv("DEMARCHE_MOST_GB", "0.000")
    with pytest.raises(BucketFailed, match=rf"{URL}: 3 files of .* GB lie there, and at most 0.000 GB are copied"):
        mirrored(URL)
    monkeypatch.setenv("DEMARCHE_MOST_GB", "0.001")
    assert mirrored(URL)


@pytest.mark.parametrize("limit", ["", "much", "-1", "nan", "1e9"])
def test_a_limit_that_is_no_number_is_named(store, monkeypatch, limit):
    monkeypatch.setenv("DEMARCHE_MOST_GB", limit)
    with pytest.raises(ValueError, match=r"DEMARCHE_MOST_GB is .*; give a number of gigabytes"):
        mirror._refuse_too_much(URL, 1, 1)


def test_a_cache_that_somebody_emptied_is_filled_again(store):
    put(store, tables("one"))
    folder = mirrored(URL)
    shutil.rmtree(cache())
    assert mirrored(URL) == folder
    assert said_by(folder) == {"one"}
