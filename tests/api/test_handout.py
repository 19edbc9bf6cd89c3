"""Whatever a record holds, it is text on the page and nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.handout import tables
from api.handout.markup import clean, document, el, is_page, link
from tests.api.parsed import elements, of

HOSTILE = (
    "</td></table><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x=\'',
    "<!--",
    "-->",
    "]]>",
    "&lt;b&gt; &amp; &#0;",
    "</title></style></textarea>",
    "\x00\x1b[31m\u202e\ud800",
)
hostile = st.one_of(st.sampled_from(HOSTILE), st.text(), st.text("<>&\"'=/ !-abc"))


@given(hostile, hostile)
def test_text_and_attributes_come_out_as_they_went_in(text, attribute):
    page = document(el("main", el("p", text, el("b", "x"), text, title=attribute)))
    main, paragraph, _ = elements(page)
    as_read = clean(text).replace("\r\n", "\n").replace("\r", "\n")
    assert main.tag == "main"
    assert paragraph.text.replace("\r\n", "\n").replace("\r", "\n") == f"{as_read}x{as_read}"
    assert paragraph.attributes == {"title": clean(attribute)}


@given(hostile)
def test_a_record_of_markup_makes_a_row_of_text(text):
    row = {
        "statement_id": "s",
        "actor_name": text,
        "speaker": text,
        "kind": "vote",
        "date_label": text,
        "counts_on": date(2020, 1, 1),
        "stance": "oppose",
        "stance_label": text,
        "summary": text,
        "doubt": text,
        "issue_title": text,
        "attribution": "direct",
        "count_sources": 2,
    }
    page = document(tables.statements([row], lambda found: el("span", found["actor_name"]), with_issue=True))
    known = {"table", "caption", "thead", "tbody", "tr", "th", "td", "span", "small", "b"}
    assert {each.tag for each in elements(page)} <= known
    assert not [name for each in elements(page) for name in each.attributes if name.startswith("on")]
    assert len(of(page, "td")) == 5


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//host/", "ftp://x", "http:[", ""]
)
def test_an_address_that_is_no_page_is_no_link(address):
    assert not is_page(address)
    assert of(document(link(address, "words")), "span")[0].text == "words"


def test_a_link_opens_beside_the_page_and_does_not_know_it():
    (found,) = of(document(link("https://example.org/?a=1&b=2", "words")), "a")
    assert found.attributes == {"href": "https://example.org/?a=1&b=2", "target": "_blank", "rel": "noopener"}


def test_the_reader_of_these_tests_finds_a_script():
    assert of("<p><script>1</script></p>", "script")
