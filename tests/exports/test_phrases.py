"""Dates and counts read as a journalist would write them."""

from datetime import date

import pytest

from exports.phrases import count_words, list_words, range_words


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (date(1988, 1, 1), date(2026, 12, 31), "1988 to 2026"),
        (date(2023, 1, 1), date(2023, 12, 31), "2023"),
        (date(2020, 3, 1), date(2020, 4, 30), "1 March to 30 April 2020"),
        (date(2020, 3, 1), date(2020, 3, 31), "1 to 31 March 2020"),
        (date(2020, 3, 31), date(2020, 3, 31), "31 March 2020"),
        (date(2019, 12, 31), date(2020, 1, 1), "31 December 2019 to 1 January 2020"),
    ],
)
def test_a_range_is_written_as_briefly_as_it_allows(since, until, words):
    assert range_words(since, until) == words


def test_counts_agree_with_their_nouns():
    assert count_words(0, "statement") == "no statements"
    assert count_words(1, "statement") == "1 statement"
    assert count_words(1430, "statement") == "1,430 statements"
    assert count_words(2, "search", "searches") == "2 searches"


def test_long_lists_end_in_a_number():
    assert list_words([]) == ""
    assert list_words(["EU"]) == "EU"
    assert list_words(["EU", "GUAM", "OIC", "V4"]) == "EU, GUAM, OIC and V4"
    assert list_words(["EU", "GUAM", "OIC", "V4", "NATO"]) == "EU, GUAM, OIC and 2 more"
