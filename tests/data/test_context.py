"""The words around a passage that settle which one is meant."""

from hypothesis import assume, given
from hypothesis import strategies as st

from data.quotes import context, position

texts = st.text(alphabet="ab \n\u0301🌍", max_size=60)


@given(texts, st.data())
def test_prefix_and_suffix_settle_the_passage(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assume(start < end)
    prefix, suffix = context(text, start, end)
    assert position(text, text[start:end], prefix, suffix) == (start, end)


def test_words_that_stand_once_need_nothing_around_them():
    assert context("He said no to us.", 8, 10) == ("", "")


def test_as_few_words_as_settle_it_are_taken():
    text = "one said no to us, two said no to us, three said no to them"
    start = text.index("no to us, three")
    assert context(text, start, start + 2) == ("two said ", " to us,")
