"""What lies in a bucket of an object store, and how does it come from there?

Which store that is and who asks, the usual variables of the environment say (AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID, ...);
nothing of them is kept or told here. This module alone needs requirements-s3.txt.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from aiohttp import ClientError
from botocore.exceptions import BotoCoreError, NoCredentialsError
from s3fs import S3FileSystem
from s3fs.utils import FileExpired

PIECE = 2**24
"""Bytes that are asked for at a time: one request for most files, and little memory for large ones."""
MOST_FILES = 20_000
"""In one folder; no collection has as many."""
ATTEMPTS, SECONDS_TO_CONNECT, SECONDS_TO_READ = 2, 5, 30


class BucketFailed(OSError):
    """A bucket did not give what was asked of it; the message says which, why, and what can be done."""


class BucketChanged(Exception):
    """Something in a bucket is not what it was any more when it was listed."""


class Entry(NamedTuple):
    """A file in a bucket: its name in the folder that was listed, a mark of its content, its bytes."""

    name: str
    etag: str
    size: int


class Bucket:
    """The folders of a store."""

    def __init__(self) -> None:
        settings = {
            "connect_timeout": SECONDS_TO_CONNECT,
            "read_timeout": SECONDS_TO_READ,
            "retries": {"max_attempts": ATTEMPTS},
        }
        self._store = S3FileSystem(config_kwargs=settings, use_listings_cache=False, skip_instance_cache=True)
        self._store.retries = ATTEMPTS

    def entries(self, folder: str, *, is_deep: bool = False) -> list[Entry]:
        """List the files of a folder by name; none where there is no such folder.

        Args:
            folder: Its address.
            is_deep: Whether to list the folders in it as well.

        Raises:
            BucketFailed: the store does not answer or refuses, or what it lists cannot be files of a collection.
        """
        name, _, path = folder.removeprefix("s3://").partition("/")
        start = f"{path}/" if path else ""
        asked = {"Bucket": name, "Prefix": start} | ({} if is_deep else {"Delimiter": "/"})
        found: list[Entry] = []
        while True:
            with _told(folder):
                page = self._store.call_s3("list_objects_v2", **asked)
            for each in page.get("CommonPrefixes", []):
                _refuse_no_name(folder, each["Prefix"].removeprefix(start))
            found += [_entry(folder, start, each) for each in page.get("Contents", []) if each["Key"][-1] != "/"]
            if len(found) > MOST_FILES:
                raise BucketFailed(f"{folder}: more than {MOST_FILES} files lie there; no collection has as many")
            if not page.get("IsTruncated"):
                return sorted(found)
            asked["ContinuationToken"] = page["NextContinuationToken"]

    def read(self, folder: str, entry: Entry) -> Iterator[bytes]:
        """Read a file as it was listed, piece by piece.

        Args:
            folder: Its address.
            entry: From `entries`.

        Raises:
            BucketFailed: the store does not answer or refuses.
            BucketChanged: the file is another one by now, or gone.
        """
        with _told(folder, is_listed=True):
            file = self._store.open(f"{folder}/{entry.name}", "rb", block_size=PIECE, cache_type="none")
        if (file.details["ETag"], file.size) != (entry.etag, entry.size):
            raise BucketChanged(entry.name)
        for start in range(0, entry.size, PIECE):
            # Each request names the content of which it wants a piece, so that no file is ever of two.
            with _told(folder, is_listed=True):
                piece: bytes = file.read(min(PIECE, entry.size - start))
            yield piece


def _entry(folder: str, start: str, said: dict[str, Any]) -> Entry:
    name = str(said["Key"]).removeprefix(start)
    _refuse_no_name(folder, name)
    return Entry(name, str(said["ETag"]), int(said["Size"]))


def _refuse_no_name(folder: str, name: str) -> None:
    """Refuse what somebody named so that it would lead out of a folder."""
    is_plain = name.isprintable() and "\\" not in name
    if not is_plain or {"", ".", ".."} & set(name.removesuffix("/").split("/")):
        raise BucketFailed(f"{folder}: {name[:80]!a} there is no name of a file; remove it from the bucket")


@contextmanager
def _told(folder: str, *, is_listed: bool = False) -> Iterator[None]:
    """Say in a sentence of ours why a store did not give what was asked; its own words may tell more than they should.

    Args:
        folder: What was asked for.
        is_listed: Whether the store itself had named it.
    """
    try:
        yield
    except (FileExpired, FileNotFoundError) as error:
        if is_listed:
            raise BucketChanged(folder) from error
        raise BucketFailed(f"{folder}: the store knows no such bucket; check the address") from error
    except NoCredentialsError as error:
        what = "no credentials were found; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"
        raise BucketFailed(f"{folder}: {what}, or FSSPEC_S3_ANON=true where anybody may read") from error
    except PermissionError as error:
        what = "the store refuses access; check the credentials, and that they may list and read there"
        raise BucketFailed(f"{folder}: {what}") from error
    # s3fs looks for what a file that broke off has to say, which may be nothing: IndexError.
    except (BotoCoreError, ClientError, OSError, ValueError, IndexError) as error:
        what = "the store does not answer as it should"
        advice = "check AWS_ENDPOINT_URL, AWS_DEFAULT_REGION and the network, and try again"
        why = "it stopped within a file" if isinstance(error, IndexError) else type(error).__name__
        raise BucketFailed(f"{folder}: {what} ({why}); {advice}") from error
