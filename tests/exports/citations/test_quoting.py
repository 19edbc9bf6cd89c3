"""A citation says who, what, where and when, no more exactly than it is known."""

from datetime import date

import pytest

from exports.citations.quoting import Document, excerpts, published, source

SPEECH = Document(
    title="General Debate of the 75th session",
    publisher="United Nations",
    publisher_country=None,
    published=date(2020, 9, 25),
    date_precision="day",
    url="https://example.org/speech",
    speaker="A. Speaker, President",
)
ARTICLE = Document("A “vote” in spring", "The Ruritanian", "Ruritania", None, None, "https://example.org/a")


def test_a_source_is_cited_whole():
    assert source(SPEECH) == (
        "“General Debate of the 75th session” (A. Speaker, President), United Nations, 25 September 2020. "
        "https://example.org/speech"
    )
    assert source(ARTICLE) == (
        "“A “vote” in spring”, The Ruritanian (Ruritania), no date of publication known. https://example.org/a"
    )


def test_an_excerpt_is_cited_with_its_place_its_source_and_the_way_to_it():
    cited = excerpts(SPEECH, "9b52").of("to the letter,\nof course", "paragraph 12", "https://app/source?read=x")
    assert cited == (
        "“to the letter,\nof course”\n"
        "“General Debate of the 75th session” (A. Speaker, President), United Nations, 25 September 2020, "
        "paragraph 12. https://example.org/speech\n"
        "Démarche, data version 9b52: https://app/source?read=x"
    )
    assert "2020. https" in excerpts(SPEECH, "9b52").of("words", "", "https://app")


@pytest.mark.parametrize(
    ("day", "precision", "words"),
    [
        (date(2020, 4, 5), "day", "5 April 2020"),
        (date(1975, 12, 31), "month", "December 1975"),
        (date(1975, 12, 31), "year", "1975"),
        (None, None, ""),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(day, precision, words):
    assert published(day, precision) == words
