"""Rows get into a CSV and out of it again, whatever is in them, and every other line stays."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from data.lines import edited, lines, undone

KEY = ["a", "b"]
cells = st.text(alphabet="ab,\"\r\n '=;🎉\u2028\x85\x0b", max_size=6)
rows = st.lists(st.tuples(cells, cells, cells), max_size=5, unique_by=lambda row: row[:2])


def key_of(row):
    return row[:2]


def as_rows(found):
    return [dict(zip("abc", row, strict=True)) for row in found]


@st.composite
def sheets(draw):
    """Rows in the order of their keys, and the text that some program wrote of them."""
    held = sorted(draw(rows), key=key_of)
    out = io.StringIO(newline="")
    end = draw(st.sampled_from(["\n", "\r\n"]))
    csv.writer(out, lineterminator=end, quoting=csv.QUOTE_ALL).writerows([("a", "b", "c"), *held])
    text = out.getvalue()
    return held, text.removesuffix(end) if draw(st.booleans()) else text


@given(sheets(), rows, st.data())
def test_what_is_put_in_and_taken_out_is_all_that_changes(sheet, new, data):
    held, text = sheet
    gone = data.draw(st.lists(st.sampled_from([key_of(row) for row in held]), unique=True)) if held else []
    left = [row for row in held if key_of(row) not in gone]
    put = [row for row in new if key_of(row) not in {key_of(row) for row in left}]
    after, splices = edited(text, KEY, as_rows(put), gone)
    header, *found = csv.reader(io.StringIO(after, newline=""), strict=True)
    assert header == ["a", "b", "c"]
    assert [tuple(row) for row in found] == sorted([*left, *put], key=key_of)
    assert undone(after, splices) == text
    # Lines that were there are there still, as they were written.
    raw = {tuple(line.cells): line.raw.rstrip("\r\n") for line in lines(text)}
    kept = {tuple(line.cells): line.raw.rstrip("\r\n") for line in lines(after)}
    assert all(kept[row] == raw[row] for row in left)


@given(sheets())
def test_a_sheet_to_which_nothing_happens_stays_as_it_is(sheet):
    _, text = sheet
    assert edited(text, KEY, []) == (text, [])
