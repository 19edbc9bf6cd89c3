"""A search path may name buckets: the colon of an address separates nothing, and no secret is repeated."""

import os

import pytest

from queries.object_store.address import beside, folder_in_bucket, parts


@pytest.mark.skipif(os.pathsep != ":", reason="elsewhere the separator is no part of an address")
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", []),
        (":", []),
        ("/a", ["/a"]),
        ("/a::b/c:", ["/a", "b/c"]),
        ("s3://bucket/a", ["s3://bucket/a"]),
        ("/a:s3://bucket/a:/b", ["/a", "s3://bucket/a", "/b"]),
        ("s3://one/a:s3://two", ["s3://one/a", "s3://two"]),
        ("/a://b", ["/a", "//b"]),
        ("s3:/a", ["s3", "/a"]),
        ("gs://bucket/a:/b", ["gs://bucket/a", "/b"]),
    ],
)
def test_a_path_is_taken_apart_at_its_colons_but_not_within_an_address(path, expected):
    assert parts(path) == expected


def test_an_address_has_no_slash_at_its_end():
    assert folder_in_bucket("s3://bucket/a/b/") == "s3://bucket/a/b"
    assert folder_in_bucket("s3://bucket") == "s3://bucket"


@pytest.mark.parametrize(
    "address",
    [
        "gs://bucket/a",
        "https://bucket/a",
        "S3://bucket/a",
        "s3://",
        "s3://b",
        "s3://Bucket/a",
        "s3://bucket//a",
        "s3://bucket/../a",
        "s3://bucket/a?versionId=1",
        "s3://bucket/a b",
        "s3://bucket/a\n",
    ],
)
def test_what_is_no_folder_in_a_bucket_is_refused(address):
    with pytest.raises(ValueError, match="is not s3://bucket/folder"):
        folder_in_bucket(address)


def test_a_key_in_an_address_is_refused_and_not_repeated():
    (part, *_) = parts("s3://somebody:unspeakable@bucket/a")
    with pytest.raises(ValueError, match="keys belong into AWS_ACCESS_KEY_ID") as refused:
        folder_in_bucket(part)
    assert "somebody" not in str(refused.value)


def test_versions_lie_beside_a_folder_and_not_beside_a_bucket():
    assert beside("s3://bucket/data/parquet", "versions/x") == "s3://bucket/data/versions/x"
    assert beside("s3://bucket/parquet", "versions/x") == "s3://bucket/versions/x"
    assert beside("s3://bucket", "versions/x") is None
