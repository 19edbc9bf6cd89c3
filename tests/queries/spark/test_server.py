"""A Spark Connect server gives the answers that DuckDB gives: `make spark`, against Sail or whatever is named."""

from concurrent.futures import ThreadPoolExecutor
from random import Random

import pyarrow as pa
import pytest

import queries
from queries import in_place, questions, spark
from queries.contracts import contract
from queries.spark.address import engine
from queries.spark.left import LEFT
from queries.spark.rules import NoCounterpart
from tests.bench import large_collection
from tests.bench.drawn_questions import QUESTIONS, Timed, drawn
from tests.queries.spark.layout import by_year
from tests.queries.spark.samples import SAMPLES

pytest.importorskip("pyspark", reason="needs pyspark-client, which `make spark` installs")
from queries.spark import endpoint

STATEMENTS = 100_000
DRAWS = {"one file": 50, "a folder for each year": 15}
DRAWN = (*QUESTIONS, Timed("Q5 organisations", "organisations_in_view"), Timed("Q5 count", "count_in_view"))


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    plain, years = tmp_path_factory.mktemp("plain"), tmp_path_factory.mktemp("years")
    large_collection.write(plain, STATEMENTS)
    by_year(plain, years)
    return {"one file": plain, "a folder for each year": years}


@pytest.fixture(scope="module")
def ours(folders):
    return queries.connect(folders["one file"])


@pytest.mark.parametrize("layout", DRAWS)
@pytest.mark.parametrize("timed", DRAWN, ids=lambda timed: timed.question)
def test_a_drawn_question_has_one_answer_whoever_is_asked(timed, layout, server, folders, ours):
    draw = Random(timed.question)
    rows = 0
    for _ in range(DRAWS[layout]):
        asked = drawn(timed, draw)
        answer = endpoint.answer(server, folders[layout], timed.question, asked)
        assert answer.equals(queries.answer(ours, timed.question, asked)), asked
        rows += answer.num_rows
    assert rows


def test_duckdb_gives_the_same_answers_where_the_files_lie(folders, ours):
    draw = Random("in place")
    there = in_place.connect(folders["a folder for each year"])
    for timed in DRAWN:
        asked = drawn(timed, draw)
        assert queries.answer(there, timed.question, asked).equals(queries.answer(ours, timed.question, asked)), asked


def test_rows_are_numbered_through_all_files(folders):
    there = in_place.connect(folders["a folder for each year"])
    asked = dict.fromkeys(contract("statements_in_order").parameters) | {"first_row": 50_000, "past_row": 50_100}
    numbers = queries.answer(there, "statements_in_order", asked)["row_number"].to_pylist()
    assert sorted(numbers) == [*range(50_000, 50_100)]


def same(server, real, name):
    """Whether a question has, for every sample, the answer that DuckDB gives."""
    for sample in SAMPLES.values():
        asked = sample(name)
        if not endpoint.answer(server, queries.PARQUET, name, asked).equals(queries.answer(real, name, asked)):
            return False
    return True


@pytest.mark.parametrize("name", sorted({*questions()} - {*LEFT}))
def test_a_question_to_the_real_records_has_the_answer_that_duckdb_gives(name, server, real):
    assert same(server, real, name)


@pytest.mark.parametrize("name", LEFT)
def test_a_question_that_is_left_to_duckdb_cannot_be_answered_elsewhere(name, server, real):
    with pytest.raises((endpoint.EngineFailed, NoCounterpart)):
        assert same(server, real, name)


def test_the_door_leads_to_the_server_that_is_named(named, monkeypatch):
    asked = []
    answer = endpoint.answer

    def noted(*given):
        asked.append(given[2])
        return answer(*given)

    monkeypatch.setattr(endpoint, "answer", noted)
    assert queries.run("count_statements")["count_statements"][0].as_py() > 1_000
    assert queries.run("fetched_sources").num_rows == 0
    assert asked == ["count_statements"]
    with pytest.raises(queries.UnknownParameters):
        queries.run("count_statements", actor="FRA")


def test_an_older_version_is_asked_of_duckdb(named, monkeypatch):
    monkeypatch.setattr(endpoint, "answer", None)
    collection = next(iter(queries.served()))
    version = queries.kept(collection)[0].version
    assert queries.run_on(f"{collection}@{version}", "count_statements").num_rows == 1


def test_a_question_is_asked_anew_when_the_server_has_forgotten_the_session(server, real):
    endpoint.answer(server, queries.PARQUET, "events", {})
    endpoint._opened(server, queries.PARQUET).catalog.dropTempView("events")
    assert endpoint.answer(server, queries.PARQUET, "events", {}).equals(queries.answer(real, "events", {}))


def test_threads_that_share_a_session_get_the_same_answers(server, real):
    asked = [SAMPLES["something"]("view_size") | {"issue_id": issue} for issue in ("nk-votes-valid", None) * 8]
    with ThreadPoolExecutor(8) as threads:
        together = [*threads.map(lambda each: endpoint.answer(server, queries.PARQUET, "view_size", each), asked)]
    assert together == [queries.answer(real, "view_size", each) for each in asked]


def test_the_server_says_who_it_is_when_the_dashboard_starts(named):
    assert f"{named} answers, Spark Connect" in spark.greeted()
    assert "documents" in spark.greeted()


def test_a_folder_that_the_server_does_not_see_is_told_in_one_sentence(server, tmp_path):
    (tmp_path / "events.parquet").write_bytes(b"")
    with pytest.raises(endpoint.EngineFailed, match=rf"{server} gave no answer to events on .*: \S"):
        endpoint.answer(server, tmp_path, "events", {})


def test_a_server_that_is_not_there_is_told_in_one_sentence():
    with pytest.raises(spark.BadEngine, match=r"nobody answers at sc://127\.0\.0\.1:1; start the server"):
        endpoint.greet(engine("sc://127.0.0.1:1/;token=secret"))


def test_what_is_no_spark_server_is_told_in_one_sentence(app_url):
    port = app_url.rpartition(":")[2]
    with pytest.raises(spark.BadEngine, match="is no Spark Connect server"):
        endpoint.greet(engine(f"sc://localhost:{port}"))


def test_the_answer_has_the_types_that_the_header_names(server):
    answer = endpoint.answer(server, queries.PARQUET, "issues", {})
    assert answer.column_names == [*contract("issues").columns]
    assert set(answer.schema.types) <= {pa.string(), pa.bool_(), pa.int64(), pa.date32()}
