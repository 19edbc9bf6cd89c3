"""What a page declares of itself is taken, and nothing is guessed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.uploads.declared import Declared, declared
from tests.data.hydrate.written import article
from tests.data.uploads.conftest import read


def page(head="", body="", attributes=""):
    return f"<!doctype html><html {attributes}><head>{head}</head><body>{body}</body></html>"


def meta(name, content, key="name"):
    return f'<meta {key}="{name}" content="{content}">'


def data(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


NEWS = {
    "@type": "NewsArticle",
    "headline": "Talks held",
    "datePublished": "2020-04-15T23:30:00-05:00",
    "dateModified": "2021-01-01",
    "publisher": {"@type": "Organization", "name": "The Paper"},
    "inLanguage": "en-GB",
}


@pytest.mark.parametrize("value", [NEWS, [{"@type": "WebSite", "headline": "Home"}, NEWS], {"@graph": [NEWS]}])
def test_schema_org_is_read_and_only_of_an_article(value):
    assert declared(page(data(value))) == Declared("Talks held", "2020-04-15", "The Paper", "en")
    assert declared(page(data({**NEWS, "@type": "Person"}))) == Declared()


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        (meta("article:published_time", "2020-04-15T08:00:00Z", "property"), "", "2020-04-15"),
        (meta("DC.date.issued", "2020-04-15"), "", "2020-04-15"),
        (meta("citation_publication_date", "2020/04/15"), "", "2020-04-15"),
        (meta("pubdate", "20200415"), "", "2020-04-15"),
        (meta("datePublished", "2020-04-15", "itemprop"), "", "2020-04-15"),
        ("", "<time itemprop='datePublished' datetime='2020-04-15'>x</time>", "2020-04-15"),
        ("", "<time pubdate datetime='2020-04-15'>x</time>", "2020-04-15"),
        ("", "<article><time datetime='2020-04-15T01:00'>x</time></article>", "2020-04-15"),
        # Not of publication, or not one, or not a day, or the empty field of a program.
        ("", "<article><time datetime='2020-04-15'></time><time datetime='2020-04-16'></time></article>", ""),
        ("", "<time datetime='2020-04-15'>an event</time>", ""),
        ("", "<p>Published on 15 April 2020</p><p>2020-04-15</p>", ""),
        (meta("article:modified_time", "2020-04-15", "property"), "", ""),
        (meta("date", "yesterday"), "", ""),
        (meta("date", "0001-01-01T00:00:00"), "", ""),
        (meta("date", "2020-02-30"), "", ""),
    ],
)
def test_the_day_of_publication_is_the_declared_one(head, body, day):
    assert declared(page(head, body)).published == day


def test_meta_elements_count_before_the_title_of_the_window():
    head = meta("og:title", " Talks\n held ", "property") + "<title>Talks held | The Paper</title>"
    assert declared(page(head)).title == "Talks held"
    assert declared(page("<title>Talks held | The Paper</title>")).title == "Talks held | The Paper"


@pytest.mark.parametrize(
    ("attributes", "head", "code"),
    [
        ("lang='az-Latn-AZ'", "", "az"),
        ("", meta("og:locale", "fr_FR", "property"), "fr"),
        ("", meta("Content-Language", "de", "http-equiv"), "de"),
        ("lang='english'", "", ""),
        ("lang='1%'", "", ""),
    ],
)
def test_the_language_is_a_code_of_two_letters(attributes, head, code):
    assert declared(page(head, attributes=attributes)).language == code


def test_a_page_read_whole_hands_on_what_it_declares():
    head = meta("og:site_name", "The Paper", "property") + data(NEWS) + "<link rel=license href=https://one.example/by>"
    found = read(article(head=head).encode())
    assert (found.title, found.published, found.publisher) == ("Talks held", "2020-04-15", "The Paper")
    assert found.licence == "The page declares: https://one.example/by"


@given(st.text(max_size=60), st.sampled_from(["", "<script type='application/ld+json'>", "<meta name=date content="]))
def test_whatever_a_page_holds_something_bounded_is_read(noise, before):
    found = declared(before + noise)
    assert all(len(value) <= 300 for value in found)


@pytest.mark.parametrize("value", [[[[[NEWS] * 3]]], {"@graph": {"@graph": [None, 1, "x", NEWS]}}])
def test_nested_data_is_followed(value):
    assert declared(page(data(value))).title == "Talks held"


def test_data_that_is_nested_without_end_is_passed_over():
    assert declared(page(f'<script type="application/ld+json">{"[" * 100_000}</script>')) == Declared()
