"""What is cited is known as far as it is known, and stays on one line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.citations.work import Issued, key
from tests.exports.citations.works import patient, work, works

DAY = date(2020, 4, 5)


@pytest.mark.parametrize(
    ("issued", "iso", "parts"),
    [
        (Issued(DAY), "2020-04-05", (2020, 4, 5)),
        (Issued(DAY, "month"), "2020-04", (2020, 4)),
        (Issued(DAY, "year"), "2020", (2020,)),
        (Issued(), "", ()),
    ],
)
def test_a_date_says_no_more_than_its_precision(issued, iso, parts):
    assert (issued.iso, issued.parts) == (iso, parts)


def test_a_precision_that_nobody_knows_is_refused():
    with pytest.raises(KeyError):
        Issued(DAY, "decade").iso  # noqa: B018 -- the look alone has to fail


@patient
@given(works())
def test_every_text_is_one_line_without_control_characters_or_halves(made):
    said = (made.title, made.publisher, made.note, made.url, *made.authors)
    assert all(len(text.splitlines()) <= 1 and text == text.strip() for text in said)
    assert all(text.isprintable() or not any(ord(letter) < 32 for letter in text) for text in said)
    "".join(said).encode()
    assert all(made.authors)


@patient
@given(works())
def test_an_address_is_plain_ascii_without_what_would_end_it(made):
    assert made.url.isascii()
    assert not set(made.url) & set(' {}<>"\\^`|')


def test_an_address_that_is_one_stays_as_it_is():
    url = "https://example.org/a_b~c/%C3%A9?x=1,2&y=(3);z#~:@!$'*+[4]"
    assert work(url=url).url == url


@given(st.lists(st.text(min_size=1, max_size=6).map(lambda text: f"x{text.strip()}"), unique=True, min_size=2))
def test_keys_are_ascii_and_no_two_ids_share_one(ids):
    made = [work(id=each) for each in ids]
    keys = [key(each) for each in made]
    assert all(each.isascii() and not set(each) & set(" {},\"#%'()=~\\") for each in keys)
    assert len(set(keys)) == len({each.id for each in made})


def test_a_plain_id_is_read_in_its_key():
    assert key(work(id="un-75.1")) == "source:un-75.1"
    assert key(work(id="a_b")) != key(work(id="a-b"))
