"""The text of a paste is the author's, in one form that every store keeps."""

import csv
import io
import json
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.uploads import of_paste

SIGNS = st.one_of(st.characters(exclude_categories=[]), st.sampled_from(" \t\n\r\v\f\x85\u2028\u2029\xa0\u200b\ufeffa"))


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        (" \n One  \r\ntwo\rthree \t\n\n \n\n four\n", "One\ntwo\nthree\n\n four"),
        ("One\ttwo\vthree\ffour\u2028five\u2029six\x85seven", "One two\nthree\n\nfour\nfive\n\nsix\nseven"),
        ("\ufeffso\xad-called \u200bel\u2060ections\0 \x07held", "so-called elections held"),
        ("\u202eevil\u202c \u2066left\u2069", "evil left"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Half \ud83d of one", "Half  of one"),
        ("Karabağ’da «so-called»\xa0– 2 × 3 … İ ﬁ é", "Karabağ’da «so-called»\xa0– 2 × 3 … İ ﬁ é"),
        ("", ""),
        (" \0\n", ""),
    ],
)
def test_the_author_s_characters_stay_and_what_takes_no_room_goes(pasted, text):
    assert of_paste(pasted) == text


@given(st.text(SIGNS, max_size=80))
def test_a_clean_text_is_left_alone_and_every_store_keeps_its_offsets(pasted):
    text = of_paste(pasted)
    assert of_paste(text) == text
    assert "\n\n\n" not in text
    assert all(line == line.rstrip() for line in text.split("\n"))
    out = io.StringIO(newline="")
    csv.writer(out).writerow([text, "end"])
    assert next(csv.reader(io.StringIO(out.getvalue(), newline=""))) == [text, "end"]
    assert json.loads(json.dumps(text)) == text
    assert text.encode().decode() == text
    # Nothing that a browser or a text field would turn into another line end.
    assert not set(text) & set("\r\v\f\x85\u2028\u2029\0")


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S"]), min_size=1, max_size=80))
def test_letters_marks_and_signs_come_back_as_they_were(text):
    assert of_paste(text) == text
    assert not any(unicodedata.category(sign).startswith("C") for sign in text)


@pytest.mark.parametrize("pasted", [" " * 2_000_000 + "x", "\n \n" * 700_000 + "x", "\u200b" * 2_000_000 + "x"])
def test_long_runs_of_nothing_are_cleaned_in_linear_time(pasted):
    began = time.process_time()
    assert of_paste(pasted) == "x"
    assert time.process_time() - began < 5
