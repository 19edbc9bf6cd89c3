"""What the checks of the build do not let into a collection: controls, what nobody sees, ids and addresses."""

import pytest

from data.checked import check_records
from data.problems import RecordsError
from tests.data.small import make_collection, set_cell
from tests.hostile.payloads import PAYLOADS, VISIBLE

UNSEEN = [each.text for each in PAYLOADS if each.kind == "unseen"]
ADDRESSES = [
    "javascript:__canary(1)",
    "JaVaScRiPt:__canary(1)",
    "java\tscript:__canary(1)",
    "\x01javascript:__canary(1)",
    "data:text/html,<script>__canary(1)</script>",
    "vbscript:__canary(1)",
    "blob:https://example.org/1",
    "file:///etc/passwd",
    "view-source:https://example.org/",
    "//canary.test/",
    "/canary/1",
    "https:canary",
    "https://",
    "https://[canary",
    "https://someone:secret@canary.test/",
    "https://canary.test/ onmouseover=__canary(1)",
    "ftp://canary.test/",
]
IDS = {
    "actors": "actor_id",
    "events": "event_id",
    "issues": "issue_id",
    "sources": "source_id",
    "statements": "statement_id",
}


@pytest.fixture
def refused(tmp_path):
    """Write a cell into a small collection, and give what the build says about it."""

    def refuse(table, column, cell):
        home = make_collection(tmp_path / "home")
        set_cell(home, table, 2, column, cell)
        with pytest.raises(RecordsError) as told:
            check_records(home / "records", home / "texts")
        return [problem.what for problem in told.value.problems if problem.row == 2]

    return refuse


@pytest.mark.parametrize("text", UNSEEN, ids=[f"unseen-{place}" for place in range(len(UNSEEN))])
def test_what_nobody_sees_is_refused_in_a_cell(refused, text):
    sentences = refused("statements", "summary", text)
    assert any("holds invisible characters (U+" in sentence for sentence in sentences)
    assert all(sentence.isprintable() for sentence in sentences)


@pytest.mark.parametrize("address", ADDRESSES, ids=[f"address-{place}" for place in range(len(ADDRESSES))])
def test_an_address_that_leads_to_no_page_is_refused(refused, address):
    sentences = refused("sources", "url", address)
    assert all(sentence.startswith("url ") and sentence.isprintable() for sentence in sentences)
    assert sentences


@pytest.mark.parametrize(("table", "column"), IDS.items())
def test_an_id_is_no_payload(refused, table, column):
    sentences = refused(table, column, VISIBLE[0].text)
    assert any(sentence.startswith(f"{column} ") for sentence in sentences)


def test_there_are_a_hundred_payloads_and_no_two_alike():
    assert len({each.text for each in VISIBLE}) == len(VISIBLE) >= 100
    assert len({each.mark for each in PAYLOADS}) == len(PAYLOADS)
    assert all(each.mark in each.text for each in PAYLOADS)
    assert all(each.text.isprintable() for each in VISIBLE)
