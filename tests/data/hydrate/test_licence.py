"""What a page itself says about the rights in its text, and what is noted where it says nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.hydrate.extraction import extracted
from data.hydrate.licence import SILENT, declared, note
from data.hydrate.limits import Limits
from tests.data.hydrate.written import article, pdf

DEED = "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(
    "markup",
    [
        f'<link rel="license" href="{DEED}">',
        f"<LINK REL='nofollow License' HREF={DEED}>",
        f'<a rel="license" href="{DEED}">some rights</a>',
        f'<meta name="DC.rights" content="{DEED}">',
        f'<meta name="dcterms.license" content="{DEED}">',
        f'<meta property="copyright" content=" {DEED}\n">',
        f'<div itemscope><link itemprop="license" href="{DEED}"></div>',
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "license": "{DEED}"}}</script>',
        f'<script type="application/ld+json">[{{"@graph": [{{"license": {{"url": "{DEED}"}}}}]}}]</script>',
        f'<script type="application/ld+json">{{"license": ["{DEED}"], "broken</script>'.replace('["', '"').replace(
            '"]', '"'
        ),
    ],
)
def test_every_usual_declaration_is_found(markup):
    assert note(declared(article(head=markup))) == f"The page declares: {DEED}"
    assert note(declared(article(foot=markup))) == f"The page declares: {DEED}"


def test_several_declarations_are_told_once_each_and_in_order():
    markup = '<meta name=rights content="© One"><link rel=license href="/terms"><meta name=copyright content="© One">'
    assert note(declared(article(head=markup))) == "The page declares: © One; /terms"


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<p>rel=license</p>",
        "<link rel=license>",
        "<meta name=rights content=' '>",
        "<meta name=author content=One>",
        '<script>{"license": "a program\'s"}</script>',
        "<!-- <link rel=license href=/old> -->",
    ],
)
def test_where_nothing_is_declared_the_rights_stay_with_the_publisher(markup):
    assert note(declared(article(head=markup))) == SILENT
    assert "rights stay with its publisher" in SILENT


def test_a_pdf_and_a_plain_text_declare_nothing():
    for content, media_type in ((pdf("Text"), "application/pdf"), (b"<link rel=license href=/a>", "text/plain")):
        assert extracted(content, media_type, None, Limits()).licence == SILENT


def test_a_declaration_stays_a_short_line():
    markup = "".join(f"<meta name=rights content='{number} {'long ' * 1000}\n<b>'>" for number in range(50))
    told = note(declared(article(head=markup)))
    assert "\n" not in told
    assert len(told) < 1100


def test_nested_data_without_end_is_no_declaration():
    assert declared(f'<script type="application/ld+json">{"[" * 100_000}</script>') == []


@given(st.text())
def test_any_text_can_be_looked_through(text):
    assert note(declared(text))
    assert note(declared(f"<script type='application/ld+json'>{text}</script>"))
