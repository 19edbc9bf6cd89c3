"""How long after an event something was said, in a reader's words."""

import pytest

from exports.phrases import lag_words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (0, 0, "the same day"),
        (1, 1, "1 day after"),
        (1200, 1200, "1,200 days after"),
        (-1, -1, "1 day before"),
        (1, 30, "1 to 30 days after"),
        (0, 29, "0 to 29 days after"),
        (-30, -1, "1 to 30 days before"),
        (-15, 14, "between 15 days before and 14 days after"),
        (-1, 0, "0 to 1 days before"),
    ],
)
def test_lag(first, last, words):
    assert lag_words(first, last) == words
