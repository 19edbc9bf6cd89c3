"""An index is opened only as it was written, and names what it was made from."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from queries.full_text import Asked, index, search_in
from tests.queries import filled

COLLECTION = {"collection_id": "small", "data_version": "aaaaaaaaaaaa"}


def source(number, text="Ruritania spoke of peace.", **fields):
    """One source."""
    return {
        "source_id": f"s{number}",
        "title": "Speech",
        "publisher": "Gazette",
        "text": text,
        "text_sha256": "x",
    } | fields


@pytest.fixture
def written(indexed):
    """A connection and the index of three speeches."""
    return indexed({"sources": [source(number) for number in range(3)]})


def damaged(folder, file, content):
    """A copy of an index with one file replaced, or taken away."""
    copy = shutil.copytree(folder, folder.with_name(f"{folder.name}-damaged"))
    if content is None:
        (copy / file).unlink()
    else:
        (copy / file).write_bytes(content)
    return copy


def files(folder):
    """The files that an index consists of."""
    return sorted(json.loads((folder / index.HASHES).read_text()))


def test_a_whole_index_answers(written):
    connection, folder = written
    assert index.is_whole(folder)
    assert search_in(connection, folder, Asked("peace")).is_ranked


@pytest.mark.parametrize("content", [None, b"", b"other"], ids=["missing", "empty", "other"])
def test_any_damaged_file_makes_it_no_index_and_documents_are_read_instead(written, content):
    connection, folder = written
    expected = search_in(connection, folder, Asked("peace"))
    for file in (index.HASHES, *files(folder)):
        copy = damaged(folder, file, content)
        assert not index.is_whole(copy)
        with pytest.raises(index.NoIndex, match=r"python -m data\.index"):
            index.opened(copy)
        answer = search_in(connection, copy, Asked("peace"))
        assert not answer.is_ranked
        assert {hit.id for hit in answer.hits} == {hit.id for hit in expected.hits}
        shutil.rmtree(copy)


def test_a_flipped_bit_makes_it_no_index(written):
    _, folder = written
    for file in files(folder):
        content = bytearray((folder / file).read_bytes())
        content[len(content) // 2] ^= 1
        copy = damaged(folder, file, bytes(content))
        assert not index.is_whole(copy)
        shutil.rmtree(copy)


def test_an_index_that_was_repaired_is_used_without_a_new_start(written):
    connection, folder = written
    copy = damaged(folder, "meta.json", b"")
    assert not search_in(connection, copy, Asked("peace")).is_ranked
    shutil.copy(folder / "meta.json", copy / "meta.json")
    assert search_in(connection, copy, Asked("peace")).is_ranked


def test_an_index_is_opened_once_and_threads_share_it(written):
    connection, folder = written
    with ThreadPoolExecutor(4) as threads:
        searchers = [*threads.map(lambda _: index.opened(folder), range(20))]
        answers = [*threads.map(lambda _: search_in(connection, folder, Asked("peace")), range(40))]
    assert len(set(map(id, searchers))) == 1
    assert [answer == answers[0] for answer in answers] == [True] * 40


def test_an_open_index_answers_after_its_files_are_gone(written):
    connection, folder = written
    before = search_in(connection, folder, Asked("peace"))
    shutil.rmtree(folder)
    assert search_in(connection, folder, Asked("peace")) == before


def version(connection, **tables):
    """The version of a collection with these rows."""
    filled.fill(connection, {"sources": (), "collection": [COLLECTION]} | tables)
    return index.version(connection)


def test_a_version_names_data_texts_and_format(connection, monkeypatch):
    texts = [source(0), source(1, text=None, text_sha256=None)]
    plain = version(connection, sources=texts)
    assert len(plain) == 12
    assert version(connection, sources=texts[::-1]) == plain
    others = {
        version(connection, sources=texts, collection=[COLLECTION | {"data_version": "b"}]),
        version(connection, sources=[source(0, text_sha256="y"), texts[1]]),
        version(connection, sources=[source(2), texts[1]]),
        version(connection, sources=[texts[0], source(1)]),
        version(connection),
    }
    monkeypatch.setattr(index, "FORMAT", index.FORMAT + 1)
    others.add(version(connection, sources=texts))
    assert len(others - {plain}) == 6


def test_the_index_lies_with_the_texts_where_texts_were_fetched(tmp_path):
    texts = tmp_path / "store" / "texts.parquet"
    assert index.home(Path("tables"), None) == index.home(Path("tables"), texts) == Path("tables/index")
    texts.parent.mkdir()
    texts.touch()
    assert index.home(Path("tables"), texts) == texts.parent / "index"


def test_days_before_1970_and_far_ones_are_kept(indexed):
    days = [date.min, date(1946, 1, 10), date(1969, 12, 31), date(1970, 1, 1), date.max]
    connection, folder = indexed({"sources": [source(number, counts_on=day) for number, day in enumerate(days)]})
    for number, day in enumerate(days):
        answer = search_in(connection, folder, Asked("peace", since=day, until=day))
        assert [hit.id for hit in answer.hits] == [f"s{number}"]
    assert search_in(connection, folder, Asked("peace", since=date.max, until=date.min)).total == 0
