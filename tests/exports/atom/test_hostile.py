"""Whatever the words of a statement or a source are, the feed is well-formed and says them."""

from datetime import date
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import exports
from exports.atom.content import html
from exports.atom.entry import Entries
from exports.atom.history import Item
from exports.atom.legal import element, is_web_address, legal

NASTY = [
    "",
    "]]>",
    "<script>alert(1)</script>",
    "&amp;",
    "\x00\x1f\x7f",
    "\ud800",
    "\ufffe\uffff",
    "a\r\nb\rc",
    "\"'<>",
    "😀",
]
TEXT = st.sampled_from(NASTY) | st.text(st.characters(), max_size=20)
URLS = [
    "https://example.org/?a=1&b=\"'<>",
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "data:text/html,x",
    "//x",
    "https://[",
]
STATEMENT = st.fixed_dictionaries(
    {name: TEXT for name in ("actor_name", "stance_label", "issue_title", "speaker", "summary", "doubt", "event_title")}
    | {
        "statement_id": st.just("a"),
        "date_label": TEXT,
        # Of what a table holds nothing has a lone surrogate, and an address has no place for one.
        "issue_id": st.text(max_size=9),
        "kind": st.just("vote"),
        "stance": st.just("oppose"),
    }
)
EVIDENCE = st.fixed_dictionaries(
    {name: TEXT for name in ("source_title", "publisher", "publisher_country", "locator", "exact")}
    | {
        "source_id": st.sampled_from(["s", "t"]),
        "attribution": st.sampled_from(["direct", "press"]),
        "published": st.none() | st.dates(),
        "date_precision": st.sampled_from(["day", "year"]),
        "url": st.sampled_from(URLS) | TEXT,
    }
)
SOURCES = st.lists(EVIDENCE, max_size=2, unique_by=lambda row: row["source_id"])
CORRECTION = st.fixed_dictionaries({"date": st.dates(), "what": TEXT, "why": TEXT})
few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
ITEM = Item("a", date(2026, 11, 2), date(2026, 11, 9))


def entries(statement, evidence=(), corrections=()):
    return Entries(
        asked=exports.asked_of("statements", {}),
        home="https://example.org/",
        frozen=False,
        statements={"a": statement},
        evidence={"a": evidence},
        corrections={"a": corrections},
    )


def written_and_read(made):
    made.set("xmlns:at", "urn:tombstones")
    return ET.fromstring(ET.tostring(made, encoding="utf-8"))


class Words(HTMLParser):
    """Collects the texts of a piece of HTML, its elements and where its links lead."""

    def __init__(self, said):
        super().__init__(convert_charrefs=True)
        self.words, self.names, self.links = "", set(), []
        self.feed(said)
        self.close()

    def handle_data(self, data):
        self.words += data

    def handle_starttag(self, tag, attributes):
        self.names.add(tag)
        self.links += [value for name, value in attributes if name == "href"]


@few
@given(
    STATEMENT, st.lists(EVIDENCE, max_size=2, unique_by=lambda row: row["source_id"]), st.lists(CORRECTION, max_size=2)
)
def test_an_entry_says_any_text_and_nothing_of_it_runs(statement, evidence, corrections):
    entry = written_and_read(entries(statement, evidence, corrections).of(ITEM))
    title = f"{statement['actor_name']}: {statement['stance_label']} ({statement['issue_title']})"
    assert entry.findtext("title") == legal(title)
    assert (entry.find("category").get("label") or "") == legal(statement["issue_title"])
    read = Words(entry.findtext("content"))
    assert read.names <= {"div", "p", "ul", "li", "a", "cite", "blockquote"}
    assert all(is_web_address(link) for link in read.links)
    said = [statement["summary"], statement["speaker"], statement["doubt"]]
    said += [row[name] for row in evidence for name in ("source_title", "publisher", "exact")]
    said += [row[name] for row in corrections for name in ("what", "why")]
    assert all(legal(text) in read.words for text in said)


@given(st.lists(CORRECTION, max_size=2))
def test_a_note_of_removal_says_any_text(corrections):
    note = written_and_read(entries({}, corrections=corrections).of(ITEM._replace(is_gone=True)))
    (comment,) = note
    assert all(legal(row["why"]) in comment.text for row in corrections)


@given(TEXT)
def test_what_is_legal_comes_back_as_it_was(text):
    kept = legal(text)
    assert legal(kept) == kept
    assert (ET.fromstring(ET.tostring(element("p", text), encoding="utf-8")).text or "") == kept


def test_only_what_xml_cannot_hold_is_left_out():
    assert legal("a\x00b\x0b\x1f\ud800\udfff\ufffe\uffffc") == "abc"
    assert legal("\t\n \x7f\x85\u2028\ufeff\ufffd\U0001fffe😀") == "\t\n \x7f\x85\u2028\ufeff\ufffd\U0001fffe😀"
    assert legal("one\r\ntwo\rthree") == "one\ntwo\nthree"


@pytest.mark.parametrize("url", URLS[1:])
def test_a_link_that_leads_to_no_host_is_none(url):
    assert not is_web_address(url)


def test_passages_of_one_source_stand_below_it():
    row = {"source_id": "s", "attribution": "press", "source_title": "T", "publisher": "P", "publisher_country": None}
    row |= {"published": None, "date_precision": None, "url": "https://example.org/", "locator": None}
    statement = dict.fromkeys(("date_label", "speaker", "summary", "doubt", "event_title"), "x") | {"kind": "vote"}
    said = html(statement, [row | {"exact": "one"}, row | {"exact": "two"}], [])
    assert said.count("<li>") == 1
    assert "<blockquote>one</blockquote><blockquote>two</blockquote>" in said
