"""Does the desk survive any text, with exact offsets and in time? Time is the processor's: other tests run beside."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import pairwise
from time import process_time, sleep

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk import language
from desk.articles import LONGEST, Article, ArticleTooLong
from desk.proposals import propose
from desk.quotations import quotations
from desk.sections import LONGEST as LONGEST_PART
from desk.sections import sections
from tests.desk.gold import everything, labelled

DAY = date(2020, 4, 15)
ABOUT = "The foreign ministry and the ambassador spoke of sanctions and sovereignty. "
PIECES = st.sampled_from(
    [
        '"', "“", "”", "«", "„", "'", "’", "\u202e", "\u200f", "\u0000", "<b>", "</p>", "&quot;", "\n\n", "\r", "\t",
        "France", "Georgia's", "said", "condemned", "the vote", "and", ",", "Jordan, Chad, Turkey and Congo",
        "its envoy", "who", "on behalf of the EU", "April 31", "Monday", "9999", "did the same", ";", "…", "🇫🇷",
        "e\u0301", "שלום", "on ſunday", "Resolution 1701",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=40).map(" ".join) | st.text(max_size=200)


# The thousand take a minute: DESK_TEXTS=1000 pytest tests/desk/test_hostile.py
MOST = int(os.environ.get("DESK_TEXTS", "80"))


def proved(text):
    found = propose(Article(text, DAY))
    assert all(text[p.start : p.end] == p.excerpt for p in found)
    assert all(0 <= p.start < p.end <= len(text) for p in found)
    return found


@settings(max_examples=MOST, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(TEXTS)
def test_no_text_breaks_it_and_every_offset_is_exact(text):
    proved(ABOUT + text)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(TEXTS)
def test_quotations_never_overlap_and_open_and_close_with_marks(text):
    found = quotations(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(text[q.start] in "\"“„«‘'" and text[q.end - 1] in "\"”“»’'" for q in found)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_of_the_calendar_are_days_too(day):
    text = ABOUT + "France condemned the vote on Monday. Italy backed it yesterday. Spain rejected it on April 1."
    assert propose(Article(text, day))


@pytest.mark.parametrize(
    "unit",
    [
        "Jordan ",
        "Jordan, ",
        '"',
        "a",
        " ",
        "France said that ",
        "said, ",
        "( ",
        "“Georgia ",
        "\n",
        ";",
        f"France{' ,' * 37} x Italy ",
    ],
)
def test_ten_thousand_characters_of_anything_take_less_than_two_seconds(unit):
    propose(Article(ABOUT, DAY))
    text = ABOUT + unit * (10_000 // len(unit))
    start = process_time()
    proved(text)
    assert process_time() - start < 2


def test_forty_articles_take_less_than_ten_seconds():
    articles = [Article(a["text"], date.fromisoformat(a["published"]), a["title"]) for a in everything()]
    propose(articles[0])
    start = process_time()
    for article in (articles * 2)[:40]:
        propose(article)
    assert process_time() - start < 10


def test_threads_together_find_what_one_finds():
    articles = [Article(a["text"], date.fromisoformat(a["published"]), a["title"]) for a in labelled("untouched")]
    alone = [propose(article) for article in articles]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(propose, articles * 4)) == alone * 4


def test_threads_load_the_model_once(monkeypatch):
    loaded = []

    def load(name, **options):
        loaded.append(name)
        sleep(0.05)
        return spacy.blank("en")

    monkeypatch.setattr(spacy, "load", load)
    language.model.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(language.parse, [["one"]] * 4))
    language.model.cache_clear()
    assert len(loaded) == 1


def test_a_long_text_is_read_in_parts_with_whom_it_named_before():
    filler = "The river is long and the road beside it is dusty.\n\n" * 390
    text = f"{ABOUT}Iceland's envoy, Jan Kok, came.\n\n{filler}Kok condemned the vote."
    assert len(list(sections(text))) > 1
    (found,) = proved(text)
    assert (found.actor_id, found.excerpt) == ("ISL", "Kok condemned the vote")


def test_parts_follow_each_other_and_hold_the_whole_text():
    for text in ("a" * 70_000, '"' * 70_000, "a b\n\n" * 9_000, "“a\n" * 20_000, ""):
        parts = list(sections(text))
        assert "".join(text[start:end] for start, end in parts) == text
        assert max(end - start for start, end in parts) <= LONGEST_PART


def test_a_text_past_the_bound_is_refused_in_a_sentence():
    with pytest.raises(ArticleTooLong, match="10,000,000"):
        Article("a" * (LONGEST + 1), DAY)
