"""A revision turns one version of a table into the other, names what differs and says how much in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from methods.revision import Revision, revision, sentence

KEY = ("actor_id", "since")
CELLS = st.none() | st.integers(-2, 2) | st.sampled_from(["", "a", "b"])
# Parts of a key are of one kind each, and may be empty.
ROWS = st.dictionaries(
    st.tuples(st.sampled_from(["", "FRA", "GEO", "été"]), st.none() | st.integers(1990, 1992)),
    st.dictionaries(st.sampled_from(["stance", "kind", "doubt"]), CELLS),
).map(lambda found: [{"actor_id": key[0], "since": key[1], **cells} for key, cells in found.items()])
COLUMNS = ("actor_id", "since", "stance", "kind", "doubt")


def key_of(row):
    return tuple(row[column] for column in KEY)


def filled(rows):
    return {key_of(row): {column: row.get(column) for column in COLUMNS} for row in rows}


@settings(max_examples=60)
@given(ROWS, ROWS)
def test_a_revision_turns_the_first_version_into_the_second(before, after):
    found = revision(before, after, KEY)
    left = filled(before)
    for row in found.removed:
        assert left.pop(key_of(row)) == filled([row])[key_of(row)]
    for key, was, now, columns in found.changed:
        assert left[key] == filled([was])[key]
        assert set(columns) == {column for column in COLUMNS if was.get(column) != now.get(column)} != set()
        left[key] = filled([now])[key]
    for row in found.added:
        assert key_of(row) not in left
        left[key_of(row)] = filled([row])[key_of(row)]
    assert left == filled(after)


@settings(max_examples=60)
@given(ROWS, ROWS, st.randoms(use_true_random=False))
def test_each_part_is_in_the_order_of_the_key_however_the_rows_came(before, after, random):
    found = revision(before, after, KEY)
    for keys in ([*map(key_of, found.added)], [each.key for each in found.changed], [*map(key_of, found.removed)]):
        assert keys == sorted(keys, key=lambda key: (key[0], key[1] is not None, key[1] or 0))
    for rows in (before, after):
        random.shuffle(rows)
    assert revision(before, after, KEY) == found


@settings(max_examples=60)
@given(ROWS, ROWS)
def test_going_back_adds_what_was_removed_and_removes_what_was_added(before, after):
    there, back = revision(before, after, KEY), revision(after, before, KEY)
    assert (there.added, there.removed) == (back.removed, back.added)
    assert [each.key for each in there.changed] == [each.key for each in back.changed]


@settings(max_examples=60)
@given(ROWS)
def test_nothing_is_different_from_itself(rows):
    assert revision(rows, rows, KEY) == Revision((), (), ())


def test_two_rows_of_one_key_are_refused():
    row = {"actor_id": "FRA", "since": 1990}
    with pytest.raises(ValueError, match=r"actor_id, since \('FRA', 1990\)"):
        revision([], [row, row | {"stance": "support"}], KEY)


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((3, 1, 2), "3 statements added, 1 corrected, 2 removed"),
        ((0, 1, 2), "1 statement corrected, 2 removed"),
        ((0, 0, 1200), "1,200 statements removed"),
        ((1, 0, 0), "1 statement added"),
        ((0, 0, 0), "nothing changed"),
    ],
)
def test_a_sentence_counts_and_leaves_out_what_is_none(counts, words):
    added, changed, removed = ((None,) * count for count in counts)
    assert sentence(Revision(added, changed, removed), ("statement", "statements")) == words
