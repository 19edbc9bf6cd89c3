"""The page Search on the real collection: what it finds, what narrows it, and what it says when it finds nothing."""

import re
from html import unescape

import pytest

from tests.pages.test_every_page import page, texts


def found(app):
    """The list of results, as HTML."""
    return next((text for text in texts(app) if "class='hits'" in text), "")


def counts(app, heading):
    """What one facet says: value to count."""
    (nav,) = [text for text in texts(app) if "class='facets'" in text]
    sections = dict(re.findall(r"<section><h3 class='small'>(.+?)</h3>(.+?)</section>", nav, re.S))
    pairs = re.findall(r"<li><a [^>]*>(.+?)</a> <span class='count'>([\d,]+)</span>", sections.get(heading, ""))
    return {unescape(re.sub("<[^>]+>", "", name)): int(count.replace(",", "")) for name, count in pairs}


def answer(app):
    (told,) = [text for text in texts(app) if "class='answer'" in text]
    return unescape(re.sub("<[^>]+>", "", told.split("</p>")[0]))


def test_without_words_it_says_what_can_be_searched_and_how_words_match():
    app = page("search", {})
    assert answer(app).startswith("Type words above")
    assert "Words match by their stem" in app.expander[0].markdown[0].value


def test_words_are_found_by_their_stem_and_marked():
    app = page("search", {"q": "condemned elections"})
    marks = {unescape(mark).lower() for mark in re.findall("<mark>(.+?)</mark>", found(app))}
    assert marks <= {"condemn", "condemns", "condemned", "condemning", "elections", "election"}
    assert {"elections", "condemned"} <= marks


def test_each_count_is_what_the_search_finds_when_it_is_chosen():
    app = page("search", {"q": "elections"})
    kinds = counts(app, "Found in")
    assert set(kinds) >= {"Sources", "Statements", "Events"}
    for kind, words in (("statement", "Statements"), ("event", "Events")):
        narrowed = page("search", {"q": "elections", "found": kind})
        assert answer(narrowed).startswith(f"{kinds[words]:,} {words.lower()} hold ")


def test_dates_and_actors_of_the_frame_narrow_and_undated_documents_are_counted():
    whole, spring = page("search", {"q": "elections"}), {"from": "2020-03-01", "to": "2020-04-30"}
    app = page("search", {"q": "elections"} | spring)
    years = counts(app, "Year")
    assert set(years) <= {"2020"}
    assert re.search(r"\d+ documents? without a known date left out by the dates", "".join(texts(app)))
    assert counts(whole, "Found in")["Statements"] > counts(app, "Found in")["Statements"]


def test_an_actor_of_the_frame_narrows_and_the_counts_show_whom_else_there_is():
    app = page("search", {"q": "votes", "actor": "FRA"})
    actors = counts(app, "Actor")
    assert len(actors) > 5
    assert actors["France is chosen; take it out"] > 0
    assert "most" not in answer(app)


def test_a_hit_in_a_text_leads_to_its_words():
    app = page("search", {"q": '"illegal elections held"'})
    (link,) = re.findall(r"<a class='inner hit' href='([^']+)'", found(app))
    assert {"read=azernews-2020-04-15-geo", "q=%22illegal+elections+held%22"} <= set(
        unescape(link).split("?")[1].split("&")
    )


def test_similar_spellings_find_what_the_words_alone_do_not():
    assert "Nothing holds" in answer(page("search", {"q": "Stepanakret"}))
    assert "Nothing holds" not in answer(page("search", {"q": "Stepanakret", "similar": "yes"}))


def test_accents_make_no_difference():
    first = answer(page("search", {"q": "Aliyev"})).split(" hold")[0]
    assert first == answer(page("search", {"q": "Əliyev"})).split(" hold")[0]


def test_pages_follow_each_other_without_overlap():
    hits = [
        re.findall(r"<a class='inner hit' href='([^']+)'", found(page("search", {"q": "votes", "page": number})))
        for number in ("1", "2")
    ]
    assert len(hits[0]) == 10
    assert not set(hits[0]) & set(hits[1])


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "AND OR NOT", '"', "((((", "***", "~", "‮", "𝔎" * 60])
def test_nothing_that_is_typed_breaks_the_page(words):
    app = page("search", {"q": words})
    assert not app.exception
    assert "<script" not in "".join(texts(app))


def test_nothing_found_says_what_would_help():
    app = page("search", {"q": "zzzzqqqq"})
    assert answer(app) == "Nothing holds “zzzzqqqq”."
    assert "Take a word away" in app.info[0].value
