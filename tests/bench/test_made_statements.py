"""A collection of any size is made in pieces, and is the same whatever these are."""

import hashlib

import pyarrow.parquet as pq
import pytest

from tests.bench import large_collection, made_words

STATEMENTS = 3_000
# Of both tables but for what names records of ours. Figures of two days are of one collection only while it stays.
DIGEST = "1186e575771df92c"


def written(folder, **how):
    folder.mkdir()
    large_collection.write(folder, STATEMENTS, **how)
    return {name: pq.read_table(folder / f"{name}.parquet") for name in ("statements", "evidence")}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return written(tmp_path_factory.mktemp("whole") / "collection")


@pytest.mark.parametrize("size", [700, 1_000])
def test_pieces_of_any_size_give_the_same_rows(tmp_path, whole, size):
    pieces = written(tmp_path / "pieces", size=size)
    assert pq.read_metadata(tmp_path / "pieces" / "statements.parquet").num_row_groups == -(-STATEMENTS // size)
    assert pieces == whole


def test_the_collection_is_the_one_that_was_measured_before(whole):
    drawn = (table.drop_columns([*{"actor_id", "issue_id"} & {*table.column_names}]) for table in whole.values())
    rows = repr([table.to_pylist() for table in drawn])
    assert hashlib.sha256(rows.encode()).hexdigest()[:16] == DIGEST


def test_statements_lie_in_the_order_of_their_days_and_ids(whole):
    said = whole["statements"]
    assert said.sort_by([("counts_on", "ascending"), ("statement_id", "ascending")]) == said
    assert whole["evidence"]["statement_id"] == said["statement_id"]


def test_other_summaries_change_nothing_else(tmp_path, whole):
    said = written(tmp_path / "worded", summaries=made_words.Sentences().made)["statements"]
    assert said.drop_columns("summary") == whole["statements"].drop_columns("summary")
    words = {word for summary in said["summary"].to_pylist() for word in summary.split()}
    assert words <= set(made_words.WORDS)


def test_no_made_word_is_part_of_another():
    assert len(set(made_words.WORDS)) == len(made_words.WORDS)
    assert {(len(word), word.rindex("x")) for word in made_words.WORDS} == {(7, 0)}
