"""A twin gives the rows of its question, for the parameters that its header names and no others."""

from datetime import date, timedelta

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from queries import coded, contract, layout, twins
from queries.contracts import parsed, statement

NAMES = sorted(file.stem for file in twins.FOLDER.glob("*.sql"))
EVERY = pytest.mark.parametrize("name", NAMES)
DAYS = st.none() | st.dates(date(1985, 1, 1), date(2027, 12, 31))
VALUES = {
    "bin": st.sampled_from(["year", "month", "week", "day"]),
    "is_whole": st.booleans() | st.none(),
    "issue_id": st.sampled_from(["nk-votes-valid", "arm-az-territorial-integrity", "nobody"]) | st.none(),
    "kinds": st.lists(st.sampled_from(["statement", "vote", "resolution"]), max_size=2) | st.none(),
    "limit": st.integers(0, 40) | st.none(),
    "offset": st.integers(0, 2000),
    "sort": st.just("newest"),
    "since": DAYS,
    "stances": st.lists(st.sampled_from(["support", "oppose", "neutral"]), max_size=2) | st.none(),
    "until": DAYS,
}


def twin(name):
    found = twins.twin(name)
    assert found is not None
    return found


def header(name):
    return parsed(twin(name).text, name)


def plainly(connection, name, parameters):
    """What the question itself answers."""
    return coded.decoded(connection.cursor().sql(statement(name), params=parameters).to_arrow_table())


@EVERY
def test_a_twin_promises_what_its_question_promises(name):
    own, whole = header(name), contract(name)
    assert own.question == whole.question
    assert own.columns == whole.columns
    assert own.parameters.items() <= whole.parameters.items()
    assert own.parameters != whole.parameters


@EVERY
def test_a_twin_takes_the_parameters_of_its_statement(name):
    (only,) = duckdb.extract_statements(twin(name).text)
    assert only.type == duckdb.StatementType.SELECT
    assert only.named_parameters == twin(name).taken


@EVERY
@settings(max_examples=30)
@given(data=st.data())
def test_a_twin_gives_the_rows_of_its_question(name, data, real):
    known = header(name).parameters
    off = data.draw(st.sampled_from([None, False]))
    parameters = {
        each: data.draw(VALUES[each]) if each in known else off if kind == "boolean" else None
        for each, kind in contract(name).parameters.items()
    }
    assert twin(name).answers(parameters)
    assert queries.answer(real, name, parameters).equals(plainly(real, name, parameters))


@EVERY
def test_a_twin_is_passed_over_where_a_reader_asks_for_more_than_it_knows(name):
    known = twin(name)
    least = dict.fromkeys(contract(name).parameters) | known.needed
    assert twins.shortest(name, least)[0] == known.text
    for parameter in contract(name).parameters.keys() - known.taken:
        assert twins.shortest(name, least | {parameter: "another"}) == (
            statement(name),
            least | {parameter: "another"},
        )


def test_a_page_in_another_order_is_not_the_twins(real):
    asked = dict.fromkeys(contract("statements_in_view").parameters) | {"limit": 5, "offset": 0}
    oldest = queries.answer(real, "statements_in_view", asked | {"sort": "oldest"}).to_pylist()
    newest = queries.answer(real, "statements_in_view", asked | {"sort": "newest"}).to_pylist()
    assert max(row["counts_on"] for row in oldest) + timedelta(365) < min(row["counts_on"] for row in newest)


@pytest.mark.parametrize("name", sorted(file.stem for file in layout.FOLDER.glob("*.sql")))
def test_what_is_kept_are_the_rows_of_its_file_in_their_order(name, real):
    text = (layout.FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    kept = real.cursor().table(name).to_arrow_table()
    assert kept.num_rows
    assert kept.equals(real.cursor().sql(text).to_arrow_table())
    lines = text.splitlines()
    assert lines[0].startswith("-- ")
    assert lines[0].endswith("?")
    assert lines[1].startswith("-- One row per")
