"""A quote selector means one place, or it is refused."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from data.quotes import places, position

# Few letters, so that the same words come back; emoji, combining marks and line ends, so that counting matters.
texts = st.text(alphabet="ab \n\r\u0301é🌍𝔊", max_size=60)


@given(texts, st.data())
def test_whatever_is_found_is_the_passage(text, data):
    start = data.draw(st.integers(0, len(text)))
    exact = text[start : data.draw(st.integers(start, len(text)))]
    assume(exact)
    found = position(text, exact, prefix=text[:start], suffix=text[start + len(exact) :])
    assert found == (start, start + len(exact))
    assert text[found[0] : found[1]] == exact


@given(texts, texts, texts, texts)
def test_a_selector_is_taken_only_where_it_fits_once(text, exact, prefix, suffix):
    fits = [
        start
        for start in range(len(text) + 1)
        if exact
        and text[start : start + len(exact)] == exact
        and text[:start].endswith(prefix)
        and text[start + len(exact) :].startswith(suffix)
    ]
    if len(fits) == 1:
        assert position(text, exact, prefix, suffix) == (fits[0], fits[0] + len(exact))
    else:
        with pytest.raises(ValueError, match=r"text|prefix"):
            position(text, exact, prefix, suffix)


def test_overlapping_places_are_all_seen():
    assert list(places("aaaa", "aa")) == [0, 1, 2]
    with pytest.raises(ValueError, match="3 times"):
        position("aaaa", "aa")


def test_suffix_alone_settles_which():
    assert position("no. no!", "no", suffix="!") == (4, 6)


def test_prefix_alone_settles_which():
    assert position("so no, but no", "no", prefix="but ") == (11, 13)


def test_a_prefix_that_does_not_fit_refuses_the_only_place():
    with pytest.raises(ValueError, match="prefix and suffix"):
        position("it said no", "no", prefix="never ")


def test_letters_that_only_look_alike_are_not_the_passage():
    with pytest.raises(ValueError, match="not in the text"):
        position("Azerbaijan’s", "Azerbaijan's")
    with pytest.raises(ValueError, match="not in the text"):
        position("cafe\u0301", "café")
