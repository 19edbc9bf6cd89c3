"""What is kept of a source: whole, under its own name, and for as long as it is of use."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.hydrate.failures import IN_WORDS, Failed
from data.hydrate.pages import Page, after_failure, file_of, is_due, keep, kept
from data.hydrate.store import StoreInUse, opened

URL = "http://one.example/page"
AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
GOT = Page("one", URL, AT.isoformat(), URL, 200, AT.isoformat(), "text/html", "00", "a note", "Talks.")


def failed(reason):
    return replace(GOT, text=None, reason=reason, failed="a sentence")


def test_a_page_comes_back_as_it_was_kept(tmp_path):
    page = replace(GOT, text="Talks\n‮<script>\u0301𝒳", licence=None)
    keep(tmp_path, page)
    assert kept(tmp_path, "one") == page
    assert [file.name for file in tmp_path.iterdir()] == ["one.json"]


@pytest.mark.parametrize("content", ["", "{", "[]", "null", "{}", '{"source_id": "one"}', '"one"', "\udcff"])
def test_a_file_that_is_damaged_counts_as_none(tmp_path, content):
    (tmp_path / "one.json").write_text(content, encoding="utf-8", errors="surrogateescape")
    assert kept(tmp_path, "one") is None


def test_a_file_of_another_source_counts_as_none(tmp_path):
    """Some disks take One.json for one.json."""
    keep(tmp_path, GOT)
    (tmp_path / "one.json").rename(tmp_path / "two.json")
    assert kept(tmp_path, "two") is None


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_no_id_leads_out_of_the_folder(tmp_path_factory, source_id):
    folder = tmp_path_factory.getbasetemp()
    file = file_of(folder, source_id)
    assert file.parent == folder
    assert file.name.endswith(".json")
    assert len(f".{file.name}-new".encode()) <= 255


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2, unique=True))
def test_different_ids_have_different_files(ids):
    one, other = (file_of(Path(), source_id) for source_id in ids)
    assert one != other


@pytest.mark.parametrize(
    ("known", "days", "is_asked"),
    [
        (None, 0, True),
        (GOT, 1000, False),
        (replace(GOT, url="http://one.example/moved"), 0, True),
        (failed("unreachable"), 0.9, False),
        (failed("unreachable"), 1, True),
        (failed("status"), 13.9, False),
        (failed("status"), 14, True),
        (failed("robots"), 13.9, False),
    ],
)
def test_a_source_is_asked_for_again_when_it_is_worth_it(known, days, is_asked):
    assert is_due(known, URL, AT + timedelta(days=days)) == is_asked


def test_a_later_failure_keeps_the_text_that_was_got():
    page = after_failure(GOT, "one", URL, Failed("status", "one.example answered 404"))
    assert (page.text, page.fetched_at, page.final_url) == (GOT.text, GOT.fetched_at, GOT.final_url)
    assert (page.reason, page.failed) == ("status", "one.example answered 404")
    assert page.tried_at > GOT.tried_at
    # Of another address it says nothing.
    assert after_failure(GOT, "one", "http://two.example/", Failed("status", "gone")).text is None


def test_every_reason_has_words_and_a_pause():
    for reason in IN_WORDS:
        assert is_due(failed(reason), URL, AT + timedelta(days=15))


def test_two_runs_do_not_write_at_once(tmp_path):
    with opened(tmp_path / "store") as pages:
        assert pages.is_dir()
        with pytest.raises(StoreInUse, match="another run"), opened(tmp_path / "store"):
            pass
    with opened(tmp_path / "store"):
        pass


def test_what_a_killed_run_left_half_written_is_cleared_away(tmp_path):
    with opened(tmp_path) as pages:
        keep(pages, GOT)
        (pages / ".two.json-new").write_text(json.dumps({"source_id": "two"})[:9])
        (tmp_path / ".texts.parquet-new").write_bytes(b"PAR1")
        # What a killed index left is for the next index to clear away.
        (tmp_path / ".index-new").mkdir()
    with opened(tmp_path) as pages:
        assert [file.name for file in pages.iterdir()] == ["one.json"]
        assert sorted(file.name for file in tmp_path.iterdir()) == [".index-new", "pages"]
