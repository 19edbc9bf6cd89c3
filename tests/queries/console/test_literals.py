"""A question with its parameters filled in asks the same as the app does."""

from datetime import date

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

import queries
from queries import console, questions
from queries.console.literals import filled, literal
from queries.console.workers import Workers
from queries.contracts import contract
from tests.queries.spark.samples import SAMPLES

# Questions on texts that a reader fetched to this machine, which the console's file leaves out.
ELSEWHERE = {"fetched_text_of_source", "fetched_sources"}


@pytest.fixture(scope="module")
def roomy():
    workers = Workers(console.Limits(seconds=30, rows=50_000, megabytes=200))
    yield workers
    workers.close()


@pytest.mark.parametrize("name", sorted({*questions()} - ELSEWHERE))
def test_every_question_of_the_app_opens_here_and_gives_the_same_rows(name, edition, roomy):
    for sample in SAMPLES.values():
        asked = sample(name)
        answer = console.ask(edition, filled(name, asked), "reader", roomy)
        assert not answer.is_cut
        wanted = queries.run_on(edition, name, **asked)
        assert answer.rows.column_names == wanted.column_names
        assert answer.rows.to_pylist() == wanted.to_pylist(), asked


def test_a_question_says_what_it_answers_and_nothing_of_its_parameters():
    text = filled("positions_as_of", {"issue_id": "nk-votes-valid", "until": date(2020, 4, 30)})
    assert text.splitlines()[0] == f"-- {contract('positions_as_of').question}"
    assert "$" not in text
    assert "'2020-04-30'::date" in text
    assert "null::varchar[]" in text


def test_a_question_that_is_not_there_is_none():
    with pytest.raises(FileNotFoundError):
        filled("../data/build", {})


@given(
    st.text(max_size=60) | st.none(),
    st.lists(st.text(max_size=20), max_size=4),
    st.dates(),
    st.booleans(),
    st.integers(-9, 9),
)
def test_every_value_means_itself(text, texts, day, truth, number):
    put = [literal(text, "varchar"), literal(texts, "varchar[]"), literal(day, "date"), literal(truth, "boolean")]
    (row,) = duckdb.execute(f"select {', '.join([*put, literal(number, 'bigint')])}").fetchall()
    assert row == (text, texts, day, truth, number)
