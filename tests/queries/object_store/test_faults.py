"""What a store refuses, lacks or makes up is told in one sentence, with the address and without a secret."""

import socket
import sys

import fsspec.config
import httpx
import pytest

from queries import collections
from queries.object_store import bucket
from queries.object_store.bucket import BucketFailed
from queries.object_store.mirror import mirrored
from tests.queries.object_store.store import PREFIX, URL, tables


def refusal(url=URL):
    """The sentence with which a copy is refused."""
    with pytest.raises(BucketFailed) as refused:
        mirrored(url)
    said = str(refused.value)
    assert said.startswith("s3://")
    assert "\n" not in said
    assert "unspeakable" not in said
    return said


@pytest.fixture
def guarded(server, store):
    """The store, which from now on looks who asks."""
    httpx.post(f"{server}/moto-api/reset-auth", content=b"0").raise_for_status()
    yield store
    httpx.post(f"{server}/moto-api/reset-auth", content=b"inf").raise_for_status()


def test_a_bucket_that_does_not_exist(store):
    assert refusal("s3://nowhere/data").startswith("s3://nowhere/data: the store knows no such bucket")


@pytest.mark.parametrize("url", [URL, "s3://quotes", "s3://quotes/data/parquet/deeper"])
def test_a_folder_without_a_collection(store, url):
    store.put("data/other.txt", b"x")
    assert refusal(url) == f"{url}: no collection.parquet there; put all files of a collection's folder there"


@pytest.mark.parametrize("content", [b"", b"no Parquet", tables("one")["table_a.parquet"]])
def test_a_file_that_describes_no_collection(store, content):
    store.put(f"{PREFIX}collection.parquet", content)
    assert "collection.parquet there is not what the build or an importer writes" in refusal()


def test_an_id_that_leads_out_of_the_folder(store):
    store.put(f"{PREFIX}collection.parquet", tables("one", collection_id="../../etc")["collection.parquet"])
    assert "collection.parquet there is not what the build" in refusal()


@pytest.mark.parametrize(
    "name", ["../x.parquet", "..", ".", "./x", "/x.parquet", "a\\..\\x.parquet", "x\n.parquet", "\u202ex.parquet"]
)
def test_a_name_that_leads_elsewhere(store, name):
    for file, content in tables("one").items():
        store.put(f"{PREFIX}{file}", content)
    store.put(f"{PREFIX}{name}", b"x")
    assert "there is no name of a file; remove it from the bucket" in refusal()


def test_a_name_among_the_versions_that_leads_elsewhere(store):
    for file, content in tables("one").items():
        store.put(f"{PREFIX}{file}", content)
    store.put("data/versions/small/tables/../../../x.parquet", b"x")
    assert "'tables/../../../x.parquet' there is no name of a file" in refusal()


def test_more_files_than_a_collection_has(store, monkeypatch):
    monkeypatch.setattr(bucket, "MOST_FILES", 2)
    for file, content in tables("one").items():
        store.put(f"{PREFIX}{file}", content)
    assert "more than 2 files lie there" in refusal()


def test_a_collection_file_that_would_fill_the_memory(store):
    store.put(f"{PREFIX}collection.parquet", b"x" * (2**20 + 1))
    assert "collection.parquet there is larger than it can be" in refusal()


def test_keys_that_the_store_does_not_know(guarded):
    assert "the store refuses access; check the credentials" in refusal()


def test_no_keys_at_all(store, monkeypatch):
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    assert "no credentials were found; set AWS_ACCESS_KEY_ID" in refusal()


def test_a_bucket_that_anybody_may_read(store, monkeypatch):
    for file, content in tables("one").items():
        store.put(f"{PREFIX}{file}", content)
    store.open_to_all()
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    # FSSPEC_S3_ANON=true, which is read when fsspec is imported; the other makes for a client of its own.
    monkeypatch.setitem(fsspec.config.conf, "s3", {"anon": "true"})
    monkeypatch.setenv("AWS_PROFILE_OF", "nobody")
    assert mirrored(URL)


def test_a_host_where_nothing_listens(store, monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    assert "the store does not answer as it should (EndpointConnectionError); check AWS_ENDPOINT_URL" in refusal()


def test_a_host_that_never_answers(store, monkeypatch):
    monkeypatch.setattr(bucket, "SECONDS_TO_READ", 0.1)
    monkeypatch.setattr(bucket, "ATTEMPTS", 1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{silent.getsockname()[1]}")
        assert "the store does not answer as it should (ReadTimeoutError)" in refusal()


@pytest.mark.parametrize("endpoint", ["nonsense", "http://"])
def test_an_endpoint_that_is_none(store, monkeypatch, endpoint):
    monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint)
    assert "check AWS_ENDPOINT_URL" in refusal()


def test_packages_that_are_not_installed(store, monkeypatch):
    for module in [name for name in sys.modules if name.startswith("queries.object_store.")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(OSError, match=f"{URL}: a bucket cannot be read without the package s3fs; run pip install"):
        collections.named_folders(URL)
