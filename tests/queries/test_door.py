"""The one door: opening a collection, asking from many threads, and leaving the files as they were."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import duckdb
import pytest

import queries
from queries import answer, layout, run
from tests.queries.test_statements_in_view import ANY

FOUND = {"statement_ids": ["2020-04-15-geo-nk-votes-valid"]}


def test_a_folder_without_parquet_says_what_to_do(tmp_path):
    with pytest.raises(FileNotFoundError, match="make build"):
        queries.connect(tmp_path)


def test_the_tables_of_a_collection_are_the_files_of_its_folder(tmp_path):
    for file in queries.PARQUET.glob("*.parquet"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    before = {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    connection = queries.connect(tmp_path)
    names = connection.sql("select table_name from duckdb_tables()").fetchall()
    kept = {f"{file.stem}.parquet" for file in layout.FOLDER.glob("*.sql")}
    assert {f"{name}.parquet" for (name,) in names} == {*before, *kept, "fetched_texts.parquet"}
    assert answer(connection, "statements_by_id", FOUND).num_rows == 1
    assert {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()} == before


def test_threads_that_share_the_door_get_the_same_answers():
    years = [ANY | {"since": date(year, 1, 1), "until": date(year, 12, 31)} for year in range(1992, 2024)]
    alone = [run("view_size", **year).to_pylist() for year in years]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda year: run("view_size", **year).to_pylist(), years))
    assert together == alone


@pytest.mark.parametrize(
    "text", ["'; drop table statements; --", "' or 1=1 --", "<script>", "nk-votes-valid\x00", "é" * 10_000, "$since"]
)
def test_a_value_is_only_ever_a_value(text):
    assert run("view_size", **ANY | {"issue_id": text, "actors": [text]}).to_pylist() == [
        {"count_statements": 0, "count_actors": 0}
    ]
    assert run("source_by_id", source_id=text).num_rows == 0
    assert run("view_size", **ANY)["count_statements"][0].as_py() > 1400


def test_a_value_of_the_wrong_type_is_refused_by_the_engine():
    with pytest.raises(duckdb.Error):
        run("view_size", **ANY | {"since": "not a day"})
