"""Which folders and buckets does a search path name, as `DEMARCHE_DATA` holds one?

Its parts are separated as in any search path, by a colon or, on Windows, a semicolon. A part that begins with a word
and :// is an address, whose own colon separates nothing.
"""

import os
import re

SCHEME = "s3://"
# Keys before a bucket, which are refused, belong to its address, too: half of them would be taken for a folder.
_PART = re.compile(rf"(?:[A-Za-z][A-Za-z0-9+.-]*://(?:[^/@]*@)?)?[^{re.escape(os.pathsep)}]+")
_BUCKET = re.compile(r"s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9_=+.-]+)*")


def parts(path: str) -> list[str]:
    """Take a search path apart; empty parts are none."""
    return _PART.findall(path)


def is_address(part: str) -> bool:
    """Tell whether a part of a search path is an address, and not a folder."""
    return "://" in part


def folder_in_bucket(address: str) -> str:
    """Give the address of a folder in a bucket without a slash at its end.

    Raises:
        ValueError: it has another form; it is not repeated then, since a secret may stand in it.
    """
    bare = address.rstrip("/")
    if not _BUCKET.fullmatch(bare) or {".", ".."} & set(bare.split("/")):
        raise ValueError(
            "DEMARCHE_DATA holds an address that is not s3://bucket/folder in plain letters; keys belong into "
            "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, another store than Amazon's into AWS_ENDPOINT_URL"
        )
    return bare


def beside(folder: str, path: str) -> str | None:
    """Name a folder beside another in the same bucket; None where that is the whole bucket.

    Args:
        folder: From `folder_in_bucket`.
        path: From the folder that both are in.
    """
    parent, slash, _ = folder.removeprefix(SCHEME).rpartition("/")
    return f"{SCHEME}{parent}/{path}" if slash else None
