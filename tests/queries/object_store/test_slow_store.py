"""A store behind a bad network: a copy is whole or not there, a sentence says why, and the next try is as good."""

import os

import pytest

from queries.object_store import bucket
from queries.object_store.bucket import BucketFailed
from queries.object_store.mirror import cache, mirrored
from tests.queries.object_store.proxy import between
from tests.queries.object_store.store import PREFIX, URL, said_by, tables

# Bytes of answers after which it begins: at once, while listing, and within files.
AFTER = (0, 400, 3_000, 9_000)


@pytest.fixture
def proxy(server, store, monkeypatch):
    """The way to the store, on which harm can be done; nobody waits long."""
    monkeypatch.setattr(bucket, "SECONDS_TO_READ", 0.5)
    monkeypatch.setattr(bucket, "ATTEMPTS", 1)
    for name, content in tables("one", count=3).items():
        store.put(f"{PREFIX}{name}", content)
    with between(server) as proxy:
        monkeypatch.setenv("AWS_ENDPOINT_URL", proxy.url)
        yield proxy


def copies():
    """What lies in the cache."""
    return [path for path in cache().rglob("*") if path.is_file()] if cache().exists() else []


@pytest.mark.chaos
@pytest.mark.parametrize("harm", ["cut", "stall", "busy"])
@pytest.mark.parametrize("after", AFTER)
def test_a_copy_that_breaks_off_leaves_nothing_and_the_next_try_is_whole(proxy, harm, after):
    proxy.passes, proxy.harm = after, harm
    with pytest.raises(BucketFailed) as refused:
        mirrored(URL)
    said = str(refused.value)
    assert said.startswith(f"{URL.removesuffix('parquet')}")
    assert ("\n" in said, "unspeakable" in said) == (False, False)
    assert not copies()
    proxy.passes = None
    assert said_by(mirrored(URL)) == {"one"}


@pytest.mark.parametrize("harm", ["cut", "stall", "busy"])
def test_the_copy_of_before_stays_when_a_newer_one_does_not_come(proxy, store, harm):
    before = mirrored(URL)
    for name, content in tables("two", count=3).items():
        store.put(f"{PREFIX}{name}", content)
    proxy.passes, proxy.harm = 6_000, harm
    with pytest.raises(BucketFailed):
        mirrored(URL)
    assert said_by(before) == {"one"}
    proxy.passes = None
    assert said_by(mirrored(URL)) == {"two"}


def test_no_room_in_the_cache_is_told_and_the_copy_of_before_stays(proxy, store, monkeypatch):
    before = mirrored(URL)
    for name, content in tables("two", count=3).items():
        store.put(f"{PREFIX}{name}", content)

    def full(*given):
        raise OSError(28, os.strerror(28))

    with monkeypatch.context() as patch:
        patch.setattr("queries.object_store.mirror._copy", full)
        with pytest.raises(
            BucketFailed, match=r"could not be copied to .* \(No space left on device\); make room there"
        ):
            mirrored(URL)
    assert said_by(before) == {"one"}
    assert said_by(mirrored(URL)) == {"two"}
