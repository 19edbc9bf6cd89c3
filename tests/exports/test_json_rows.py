"""DuckDB writes what Python's own `json` would: the same keys in the same order, the same values to the last digit."""

import json
from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import CannotHold, write
from exports.json_rows import check, joined, lines
from tests.exports.tables import about, patient, texts

COLUMNS = {
    pa.string(): texts(),
    pa.int64(): st.integers(-(2**63), 2**63 - 1),
    pa.uint64(): st.integers(0, 2**64 - 1),
    pa.float64(): st.floats(allow_nan=False, allow_infinity=False),
    pa.float32(): st.floats(allow_nan=False, allow_infinity=False, width=32),
    pa.date32(): st.dates(),
    pa.bool_(): st.booleans(),
    pa.list_(pa.string()): st.lists(st.none() | texts(), max_size=3),
    pa.list_(pa.list_(pa.float64())): st.lists(st.lists(st.floats(-1, 1), max_size=2), max_size=2),
    pa.struct([("day", pa.date32()), ("Day", pa.string())]): st.fixed_dictionaries({"day": st.dates(), "Day": texts()}),
}
NAMES = st.text(max_size=5).filter(lambda name: "\x00" not in name)


@st.composite
def rows(draw):
    """Up to four rows of up to five columns of any type, under any names, some of them alike but for case."""
    names = draw(st.lists(NAMES | st.sampled_from(["row", "Row", "ROW", "line", '"', "a"]), max_size=5, unique=True))
    kinds = [draw(st.sampled_from([*COLUMNS])) for _ in names]
    count = draw(st.integers(1, 4))
    columns = [
        pa.array(draw(st.lists(st.none() | COLUMNS[kind], min_size=count, max_size=count)), kind) for kind in kinds
    ]
    return pa.table([pa.array(["x"] * count), *columns], names=["first of all", *names])


def written(table):
    check(table.schema)
    return [line for part in lines(table, 0) for line in part.to_pylist()]


def by_python(table):
    return [json.dumps(row, ensure_ascii=False, default=date.isoformat) for row in table.to_pylist()]


@given(table=rows())
@patient
def test_every_row_says_what_json_dumps_would_say(table):
    for line, expected in zip(written(table), by_python(table), strict=True):
        # As text, since -0.0 == 0.0 and 1 == 1.0 == True.
        assert repr(json.loads(line, object_pairs_hook=list)) == repr(json.loads(expected, object_pairs_hook=list))
        assert "\n" not in line


@given(text=st.text(st.characters(exclude_categories=["Cc", "Cs"])))
@patient
def test_letters_are_written_as_they_are(text):
    table = pa.table({"text": [text]})
    assert written(table) == [json.dumps({"text": text}, ensure_ascii=False, separators=(",", ":"))]


@given(texts=st.lists(texts(), min_size=1), separator=st.sampled_from(["\n", ",\n"]))
@patient
def test_texts_are_joined_as_python_would(texts, separator):
    assert joined(pa.array(texts, pa.string()), separator) == separator.join(texts).encode()


@pytest.mark.parametrize(
    "value",
    [float("nan"), [float("inf")], [[float("nan")]], {"a": -float("inf")}, [{"a": [float("nan")]}]],
    ids=repr,
)
def test_a_number_without_end_is_refused_wherever_it_hides(value):
    table = pa.table({"id": ["x", "y", "z"], "value": [None, None, value]})
    with pytest.raises(CannotHold, match="row 3"):
        write(table, about(table), "json")


def test_a_day_that_iso_8601_has_no_four_digits_for_is_refused():
    days = pa.array([-719_162, 2_932_896, 2_932_897], pa.int32()).cast(pa.date32())
    table = pa.table({"id": ["x"] * 3, "day": days})
    assert [json.loads(line)["day"] for line in written(table.slice(0, 2))] == ["0001-01-01", "9999-12-31"]
    with pytest.raises(CannotHold, match="row 3"):
        written(table)


@pytest.mark.parametrize(
    "kind",
    [
        pa.binary(),
        pa.timestamp("s"),
        pa.decimal128(5),
        pa.float16(),
        pa.list_(pa.binary()),
        pa.struct([("a", pa.time32("s"))]),
    ],
    ids=str,
)
def test_a_type_that_json_lacks_is_refused_wherever_it_hides(kind):
    with pytest.raises(CannotHold, match=r"column odd \(a value of type"):
        check(pa.schema([("odd", kind)]))


def test_a_name_that_would_be_cut_is_refused():
    with pytest.raises(CannotHold):
        check(pa.schema([("a\x00b", pa.string())]))
