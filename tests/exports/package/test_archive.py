"""A ZIP that is made while it is sent is a whole one, or does not open."""

import hashlib
import io
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.package.archive import Archive
from exports.pieces import MOST_BYTES

MADE = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
CONTENTS = st.dictionaries(st.sampled_from(["a.csv", "data/b.parquet", "c.json"]), st.lists(st.binary(max_size=50)))


def made(contents, *, is_large=False):
    archive = Archive(MADE)
    packed = [piece for name, content in contents.items() for piece in archive.add(name, content, is_large=is_large)]
    return archive, b"".join([*packed, *archive.end()])


@given(CONTENTS, st.booleans())
def test_every_file_comes_out_as_it_went_in(contents, is_large):
    archive, packed = made(contents, is_large=is_large)
    opened = zipfile.ZipFile(io.BytesIO(packed))
    assert opened.testzip() is None
    assert {name: opened.read(name) for name in opened.namelist()} == {
        name: b"".join(content) for name, content in contents.items()
    }
    for member in archive.members:
        content = opened.read(member.name)
        assert member == (member.name, len(content), hashlib.sha256(content).hexdigest())


@given(CONTENTS)
def test_the_same_files_give_the_same_bytes(contents):
    assert made(contents)[1] == made(contents)[1]


def test_a_cut_file_never_opens():
    _, packed = made({"a.csv": [b"actor_id\r\n" * 99], "b.csv": [b"x"]})
    for length in range(len(packed)):
        with pytest.raises(zipfile.BadZipFile):
            zipfile.ZipFile(io.BytesIO(packed[:length]))


def test_what_is_ready_is_given_at_once_and_in_small_pieces():
    archive = Archive(MADE)
    noise = hashlib.shake_256(b"seed").digest(3 * MOST_BYTES)
    given = iter([noise] * 9)
    pieces = archive.add("data/b.parquet", given)
    first = next(pieces)
    assert len([*given]) == 8
    assert all(len(piece) <= MOST_BYTES for piece in [first, *pieces])
